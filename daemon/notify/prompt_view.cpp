// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/prompt_view.hpp"

#include "core/exercise.hpp"
#include "core/time.hpp"
#include "notify/words.hpp"
#include "words/text.hpp"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace limber::notify {

namespace {

using namespace std::chrono_literals;

// Shorter delays are the ordinary wait for a gap in the typing and need no word.
constexpr Duration worth_telling = 5min;

// From here on a session sends the person away from the desk after the exercise (LAW.md §7).
constexpr Duration leave_desk_from = 60s;

// A broken file may hold anything; a notification holds no more than a person reads.
constexpr qsizetype longest = 300;

QString text(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

PromptView::Action action(const char* key, const QString& label) {
    return {key, label.toStdString()};
}

const BreakRule* rule_of(const Plan& plan, std::string_view name) {
    const auto index = find_rule(plan, name);
    return index ? &plan.breaks[*index] : nullptr;
}

QString how_long(const Exercise& exercise, const BreakRule* rule) {
    const Duration length = length_of(exercise);
    const Duration left = rule == nullptr ? Duration::zero() : rule->rest - length;
    const QString spoken = text(spoken_length(length));
    if (rule != nullptr && rule->exercises.count > 1) {
        return n_("The first of %n exercises.", "The first of %n exercises.", rule->exercises.count);
    }
    if (left >= leave_desk_from) {
        return _("About %1, then %2 away from the desk.").arg(spoken, text(spoken_length(left)));
    }
    return _("About %1.").arg(spoken);
}

QString due_for(const ShowPrompt& prompt) {
    const Duration waited = prompt.at - prompt.due_since;
    if (waited < worth_telling) return {};
    return _("Due for %1.").arg(text(short_length(waited)));
}

void show_figure(PromptView& view, const Exercise* exercise) {
    view.picture = exercise == nullptr ? std::string{} : exercise->image;
    view.pose = exercise == nullptr ? "leave-desk" : exercise->pose;
}

/// Those that have something to say.
QString joined(QStringList parts, QChar with) {
    parts.removeAll(QString());
    return parts.join(with);
}

QString sentences(const QStringList& parts) {
    return joined(parts, u' ');
}

QString lines(const QStringList& parts) {
    return joined(parts, u'\n');
}

PromptView message_view(const QString& title, const QString& body) {
    const std::string words = body.toStdString();
    return {.title = title.toStdString(), .body = words, .body_without_actions = words};
}

} // namespace

PromptView prompt_view(const ShowPrompt& prompt, const Plan& plan) {
    const BreakRule* const rule = rule_of(plan, prompt.break_id);
    const Exercise* const exercise = find_exercise(plan, prompt.exercise);
    PromptView view;
    QString body;
    if (exercise != nullptr) {
        view.title = exercise->title;
        // mako cuts after five lines of text: what must be seen comes before what may be.
        body = lines({text(exercise->summary), sentences({text(stop_if_it_hurts()), text(exercise->caution)}),
                      sentences({how_long(*exercise, rule), due_for(prompt)})});
    } else {
        const bool named = rule != nullptr && !rule->title.empty();
        view.title = named ? rule->title : _("Time for a break").toStdString();
        const QString rest =
            rule == nullptr ? QString() : _("About %1.").arg(text(spoken_length(rule->rest)));
        body = lines(
            {sentences({_("Stand up if you can, and look into the distance. Let go for a while."), rest}),
             due_for(prompt)});
    }
    view.body = body.toStdString();
    show_figure(view, exercise);
    view.body_without_actions =
        lines({body, _("To begin, run “limber start”. A click closes this, and you are asked again later.")})
            .toStdString();
    const QString start = _("Start");
    view.actions = {action("default", start), action("start", start)};
    if (!prompt.snooze.empty()) {
        view.actions.push_back(
            action("snooze", _("Snooze %1").arg(text(short_length(prompt.snooze.front())))));
    }
    view.actions.push_back(action("skip", _("Skip")));
    return view;
}

PromptView phase_view(const Session& session, const Cursor& cursor, const Plan& plan) {
    if (session.phases.empty()) return session_over_view(Outcome::done);
    PromptView view;
    const SessionPhase& phase = session.phases[std::min(cursor.phase, session.phases.size() - 1)];
    const Exercise* const exercise = find_exercise(plan, phase.exercise);
    QString title = phase.exercise.empty() ? _("Leave the desk")
                    : exercise != nullptr  ? text(exercise->title)
                                           : text(phase.exercise);
    if (phase.reps > 1) {
        title = _("%1 (%2 of %3)").arg(title, QString::number(phase.rep), QString::number(phase.reps));
    }
    QString body;
    if (session.paused_at) {
        body = _("Paused. Go on when you like.");
    } else if (phase.exercise.empty()) {
        body = sentences({text(instruction(phase)), _("About %1.").arg(text(spoken_length(phase.length)))});
    } else {
        body = text(instruction(phase));
    }
    body = lines({body, sentences({text(stop_if_it_hurts()),
                                   exercise == nullptr ? QString() : text(exercise->caution)})});
    view.title = title.toStdString();
    view.body = body.toStdString();
    show_figure(view, exercise);
    view.body_without_actions = lines({body, _("To end early, run “limber stop”.")}).toStdString();
    const auto title_of = [&](std::string_view id) {
        const Exercise* const found = find_exercise(plan, id);
        return found == nullptr ? std::string{id} : found->title;
    };
    view.course = PromptView::Course{
        .length = std::chrono::ceil<std::chrono::milliseconds>(phase.length),
        .left = std::chrono::ceil<std::chrono::milliseconds>(cursor.left),
        .paused = session.paused_at.has_value(),
        .doing = instruction(phase),
        .next = what_follows(session, cursor.phase, title_of),
    };
    view.actions = {action("next", _("Next")), action("enough", _("Enough")), action("stop", _("Stop"))};
    return view;
}

PromptView session_over_view(std::optional<Outcome> outcome) {
    if (!outcome) return message_view(_("Interrupted"), _("Rest on, and it counts as done."));
    if (outcome == Outcome::abandoned)
        return message_view(_("Stopped"), _("That is fine. There will be another break."));
    return message_view(_("Well done"), _("The break is over. Carry on when you like."));
}

PromptView settings_problem_view(std::string_view file, int line, std::string_view key,
                                 std::string_view message, int more) {
    QString where = text(file);
    if (line > 0) where += u':' + QString::number(line);
    QString what = text(message).left(longest);
    // a sentence that names the whole key needs it no second time
    if (!key.empty() && !what.contains(u'`' + text(key) + u'`'))
        what = text(key).left(longest) + QStringLiteral(": ") + what;
    return message_view(_("There is a mistake in the settings"),
                        lines({where, what, more > 0 ? n_("And %n more.", "And %n more.", more) : QString(),
                               _("The settings before stay in use. “limber config check” tells more.")}));
}

PromptView findings_view(const std::vector<Finding>& findings) {
    QStringList all;
    for (const Finding& finding : findings)
        all << text(finding.sentence) << text(finding.remedy).section(u'\n', 0, 0);
    return message_view(_("Limber needs your help"), lines(all));
}

} // namespace limber::notify
