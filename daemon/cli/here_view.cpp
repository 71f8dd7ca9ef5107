// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exercise.hpp"
#include "here.hpp"
#include "notify/prompt_view.hpp"
#include "notify/words.hpp"
#include "terminal/columns.hpp"
#include "words/text.hpp"

#include <QStringList>

#include <algorithm>
#include <chrono>
#include <string_view>

namespace limber::cli {

using terminal::shown;

namespace {

std::chrono::milliseconds whole(Duration length) {
    return std::chrono::ceil<std::chrono::milliseconds>(length);
}

QString title_of(const std::string& exercise, const Exercises& exercises) {
    if (exercise.empty()) return _("Leave the desk");
    const auto known = exercises.find(exercise);
    return shown(known == exercises.end() || known->second.title.empty() ? exercise : known->second.title);
}

/// "Stop if it hurts. Slowly and gently."
QString heed(const std::string& exercise, const Exercises& exercises) {
    QString sentences = shown(notify::stop_if_it_hurts());
    if (const auto known = exercises.find(exercise);
        known != exercises.end() && !known->second.caution.empty()) {
        sentences += u' ' + shown(known->second.caution);
    }
    return sentences;
}

/// "left side, 2 of 5"; empty where there is nothing to count.
QString where_in_it(const SessionPhase& phase) {
    QStringList parts;
    if (phase.side == Side::left) parts.push_back(_("left side"));
    if (phase.side == Side::right) parts.push_back(_("right side"));
    if (phase.reps > 1) parts.push_back(_("%1 of %2").arg(phase.rep).arg(phase.reps));
    return parts.join(QStringLiteral(", "));
}

} // namespace

terminal::Card break_card(const Session& session, Instant at, const Exercises& exercises) {
    const Cursor cursor = cursor_at(session, at);
    const SessionPhase& phase = session.phases[std::min(cursor.phase, session.phases.size() - 1)];
    const bool paused = session.paused_at.has_value();
    terminal::Card card;
    card.title = title_of(phase.exercise, exercises);
    card.corner = where_in_it(phase);
    card.text = {shown(notify::instruction(phase))};
    card.course =
        terminal::Card::Course{.length = whole(phase.length), .left = whole(cursor.left), .paused = paused};
    card.next = shown(notify::what_follows(session, cursor.phase, [&](std::string_view id) {
        return title_of(std::string{id}, exercises).toStdString();
    }));
    card.notes = {heed(phase.exercise, exercises)};
    card.keys = {{_("space"), paused ? _("Go on") : _("Pause")},
                 {QStringLiteral("r"), _("Repeat")},
                 {QStringLiteral("n"), _("Next")},
                 {QStringLiteral("e"), _("Enough")},
                 {QStringLiteral("q"), _("Stop")}};
    if (session.phases.size() > 1)
        card.footer = _("step %1 of %2").arg(cursor.phase + 1).arg(session.phases.size());
    return card;
}

QString phase_lines(const Session& session, std::size_t phase, std::optional<std::size_t> before,
                    const Exercises& exercises) {
    const SessionPhase& now = session.phases[std::min(phase, session.phases.size() - 1)];
    QString lines;
    if (!before || *before >= session.phases.size() || session.phases[*before].exercise != now.exercise) {
        if (before) lines += u'\n';
        lines += title_of(now.exercise, exercises) + u'\n' + heed(now.exercise, exercises) + u'\n';
    }
    lines += QStringLiteral("%1  ").arg(terminal::countdown(whole(now.length)), 6) +
             shown(notify::instruction(now));
    if (const QString where = where_in_it(now); !where.isEmpty()) lines += QStringLiteral(" (%1)").arg(where);
    return lines + u'\n';
}

QString farewell_line(std::optional<Outcome> outcome) {
    const notify::PromptView view = notify::session_over_view(outcome);
    return shown(view.title) + QStringLiteral(". ") + shown(view.body);
}

} // namespace limber::cli
