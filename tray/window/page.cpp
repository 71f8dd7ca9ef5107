// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/page.hpp"

#include "bus/status_text.hpp"
#include "bus/wire_values.hpp"
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/status.hpp"
#include "notify/words.hpp"
#include "words/text.hpp"

#include <QList>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <ranges>

namespace limber::window {
namespace {

// More buttons than that are a list, and the tray has one.
constexpr std::size_t most_rules = 4;

// Each has a digit; when one is allowed, the next comes up.
constexpr std::size_t most_never = 6;

Control steer(Steering how, const QString& label, Qt::Key key, const QString& key_name) {
    return {.act = Control::Act::steer,
            .steering = how,
            .label = label,
            .key = key,
            .key_name = key_name,
            .first = key == Qt::Key_Space};
}

Control close_control(bool first) {
    return {.act = Control::Act::close, .label = _("&Close"), .key_name = _("Esc"), .first = first};
}

/// With the digit of its place, and with its name as it is.
Control counted(Control control, const QString& label, QString name, std::size_t place) {
    control.label = label.arg(name.replace(QLatin1Char{'&'}, QStringLiteral("&&")));
    control.key = static_cast<Qt::Key>(Qt::Key_1 + place);
    control.key_name = QString::number(place + 1);
    control.first = place == 0;
    return control;
}

std::vector<Control> guide_controls(bool paused) {
    return {
        paused ? steer(Steering::resume, _("&Go on"), Qt::Key_Space, _("Space"))
               : steer(Steering::pause, _("&Pause"), Qt::Key_Space, _("Space")),
        steer(Steering::repeat, _("&Repeat"), Qt::Key_R, QStringLiteral("R")),
        steer(Steering::next, _("&Next"), Qt::Key_N, QStringLiteral("N")),
        steer(Steering::enough, _("&Enough"), Qt::Key_E, QStringLiteral("E")),
        steer(Steering::stop, _("&Stop"), Qt::Key_Escape, _("Esc")),
    };
}

QString kind_word(PhaseKind kind) {
    switch (kind) {
    case PhaseKind::move: return _("move");
    case PhaseKind::hold: return _("hold");
    case PhaseKind::rest: return _("rest");
    case PhaseKind::switch_sides: return _("switch sides");
    }
    return {};
}

QString side_word(Side side) {
    switch (side) {
    case Side::left: return _("Left");
    case Side::right: return _("Right");
    case Side::both:
    case Side::none: break;
    }
    return {};
}

const ExerciseWords& words_of(const ExerciseBook& book, const std::string& exercise) {
    static const ExerciseWords none;
    const auto found = book.find(exercise);
    return found == book.end() ? none : found->second;
}

QString title_of(const ExerciseBook& book, const std::string& exercise) {
    if (exercise.empty()) return _("Leave the desk");
    const QString& title = words_of(book, exercise).title;
    return title.isEmpty() ? bus::text(exercise) : title;
}

/// What to be careful about; "Stop if it hurts." in any case.
QString caution_of(const ExerciseBook& book, const std::string& exercise) {
    const QString stop = QString::fromStdString(notify::stop_if_it_hurts());
    const QString& caution = words_of(book, exercise).caution;
    return caution.isEmpty() ? stop : caution + QLatin1Char{' '} + stop;
}

QString what_comes_next(const Session& session, std::size_t current, const ExerciseBook& book) {
    if (session.paused_at) return _("Paused. Go on when you like.");
    if (current + 1 >= session.phases.size()) return _("Then you are done.");
    const SessionPhase& next = session.phases[current + 1];
    if (next.exercise != session.phases[current].exercise) {
        return _("Next: %1").arg(title_of(book, next.exercise));
    }
    const QString length = QString::fromStdString(notify::short_length(next.length));
    // movements have names that say more than that it is one
    const bool named = next.kind == PhaseKind::move && !next.name.empty();
    const QString what =
        named ? bus::text(next.title.empty() ? next.name : next.title) : kind_word(next.kind);
    const QString side = side_word(next.side).toLower();
    if (side.isEmpty() || what.contains(side, Qt::CaseInsensitive)) {
        return _("Next: %1, %2").arg(what, length);
    }
    return _("Next: %1, %3, %2").arg(what, length, side);
}

/// "7", from a minute on "1:05". What is left is rounded up, so that it never says 0.
QString left_words(Duration left) {
    const auto seconds = std::max<qlonglong>(1, std::chrono::ceil<std::chrono::seconds>(left).count());
    if (seconds < 60) return QString::number(seconds);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char{'0'});
}

Side side_before(const Session& session, std::size_t current) {
    if (current == 0) return Side::none;
    const SessionPhase& before = session.phases[current - 1];
    return before.exercise == session.phases[current].exercise ? before.side : Side::none;
}

/// "2 of 5"; "4 of 10 today" for what is spread over the day.
QString count_of(const SessionPhase& phase, const ExerciseWords& words) {
    if (phase.reps > 1) return _("%1 of %2").arg(phase.rep).arg(phase.reps);
    if (words.per_day <= 1) return {};
    return _("%1 of %2 today").arg(std::min(words.done_today + 1, words.per_day)).arg(words.per_day);
}

StageView stage_of(const Session& session, const Cursor& cursor, const ExerciseBook& book) {
    const SessionPhase& phase = session.phases[cursor.phase];
    const ExerciseWords& words = words_of(book, phase.exercise);
    return {
        .moment = {.pose = words.pose,
                   .phase = phase.name,
                   .kind = phase.kind,
                   .side = phase.side,
                   .progress = std::clamp(cursor.progress, 0.0, 1.0),
                   .length = phase.length,
                   .side_before = side_before(session, cursor.phase)},
        .image = words.image,
        .image_key = "exercise." + phase.exercise + ".image",
        .ring = 1 - std::clamp(cursor.progress, 0.0, 1.0),
        .badge = session.paused_at ? StageView::Badge::pause : StageView::Badge::words,
        .badge_words = left_words(cursor.left),
    };
}

QString day_count(int breaks) {
    const std::array<QString, 10> lines{
        _("First break today."),   _("Second break today."), _("Third break today."),
        _("Fourth break today."),  _("Fifth break today."),  _("Sixth break today."),
        _("Seventh break today."), _("Eighth break today."), _("Ninth break today."),
        _("Tenth break today."),
    };
    if (breaks < 1) return {};
    const auto index = static_cast<std::size_t>(breaks) - 1;
    return index < lines.size() ? lines[index] : n_("%n breaks today.", "%n breaks today.", breaks);
}

/// What is suggested now, for who reads it here and not in a notification. Its keys are digits: the window
/// may have come up by itself, and who writes on must not have skipped with a letter.
void show_prompt(Page& page, const bus::StatusReport& report, const ExerciseBook& book) {
    const ShowPrompt& prompt = *report.status.prompt;
    const QString rule = bus::text(limber::title_of(report.status, prompt.break_id));
    page.title = rule;
    page.headline = title_of(book, prompt.exercise);
    page.next = _("Suggested since %1.").arg(bus::clock_text(report, prompt.at));
    page.caution = caution_of(book, prompt.exercise);
    page.spoken = rule + QStringLiteral(": ") + page.headline;
    page.controls.push_back({.act = Control::Act::start,
                             .rule = prompt.break_id,
                             .label = _("&Start"),
                             .key = Qt::Key_1,
                             .key_name = QStringLiteral("1"),
                             .first = true});
    if (!prompt.snooze.empty()) {
        page.controls.push_back({.act = Control::Act::snooze,
                                 .label = _("&Snooze"),
                                 .key = Qt::Key_2,
                                 .key_name = QStringLiteral("2")});
    }
    page.controls.push_back(
        {.act = Control::Act::skip, .label = _("S&kip"), .key = Qt::Key_3, .key_name = QStringLiteral("3")});
}

/// What comes next, and a button for each rule.
void show_what_comes(Page& page, const bus::StatusReport& report) {
    const Status& status = report.status;
    page.title = _("Limber");
    if (status.doing == Activity::working && status.next_at) {
        page.headline = _("Next break about %1").arg(bus::clock_text(report, *status.next_at));
        page.next = _("If you work on until then.");
    } else {
        page.headline = bus::status_sentence(report);
        page.next = bus::present_sentence(report);
    }
    if (const int breaks = done_today(status); breaks > 0) {
        page.next +=
            QLatin1Char{' '} + (breaks == 1 ? _("One break taken today.")
                                            : n_("%n breaks taken today.", "%n breaks taken today.", breaks));
    }
    page.spoken = page.headline;
    for (const RuleStatus& rule : status.rules | std::views::take(most_rules)) {
        page.controls.push_back(counted({.act = Control::Act::start, .rule = rule.name}, _("Start %1"),
                                        bus::text(limber::title_of(rule)), page.controls.size()));
    }
}

} // namespace

ExerciseBook exercise_book(const QList<QVariantMap>& list) {
    ExerciseBook book;
    for (const auto& map : list) {
        const auto id = bus::read_text(map, "id");
        if (!id || id->empty()) continue;
        book[*id] = {.title = bus::text(bus::read_text(map, "title").value_or("")),
                     .caution = bus::text(bus::read_text(map, "caution").value_or("")),
                     .pose = bus::read_text(map, "pose").value_or(""),
                     .image = bus::read_text(map, "image").value_or(""),
                     .done_today = map.value(QStringLiteral("done_today")).toInt(),
                     .per_day = map.value(QStringLiteral("per_day")).toInt()};
    }
    return book;
}

Page guide_page(const Session& session, const ExerciseBook& book, Instant now) {
    if (session.phases.empty()) return lost_page(false);
    const Cursor cursor = cursor_at(session, now);
    const SessionPhase& phase = session.phases[cursor.phase];
    const Duration total = length_of(session);
    Page page{
        .kind = Page::Kind::guide,
        .stage = stage_of(session, cursor, book),
        .title = title_of(book, phase.exercise),
        .headline = QString::fromStdString(notify::instruction(phase)),
        .spoken = {},
        .side = side_word(phase.side),
        .count = count_of(phase, words_of(book, phase.exercise)),
        .rep = phase.rep,
        .reps = phase.reps,
        .next = what_comes_next(session, cursor.phase, book),
        .caution = caution_of(book, phase.exercise),
        .whole = static_cast<int>(100 * (total - cursor.total_left) / std::max(total, Duration{1})),
        .controls = guide_controls(session.paused_at.has_value()),
    };
    page.spoken =
        page.headline + QLatin1Char{' '} + QString::fromStdString(notify::spoken_length(phase.length));
    return page;
}

Page farewell_page(int breaks) {
    Page page{.kind = Page::Kind::farewell, .whole = 100};
    page.stage.moment.phase = "rest";
    page.stage.moment.kind = PhaseKind::rest;
    page.stage.ring = 1;
    page.stage.badge = StageView::Badge::check;
    page.title = _("The break is over");
    page.headline = _("Well done.");
    page.next = day_count(breaks);
    page.spoken = page.headline + QLatin1Char{' '} + page.next;
    return page;
}

Page rest_page(const bus::StatusReport& report, const ExerciseBook& book) {
    const Status& status = report.status;
    Page page{.kind = Page::Kind::at_rest};
    page.stage.moment.kind = PhaseKind::rest;
    page.stage.ring = static_cast<double>(status.arc) / arc_steps;
    if (status.prompt) {
        show_prompt(page, report, book);
    } else {
        show_what_comes(page, report);
    }
    if (!status.never.empty()) {
        page.controls.push_back({.act = Control::Act::list_never,
                                 .label = _("Allow &again…"),
                                 .key = Qt::Key_A,
                                 .key_name = QStringLiteral("A")});
    }
    page.controls.push_back(close_control(page.controls.empty()));
    return page;
}

Page never_page(const bus::StatusReport& report, const ExerciseBook& book) {
    const auto& refused = report.status.never;
    Page page{.kind = Page::Kind::at_rest};
    page.stage.moment.kind = PhaseKind::rest;
    page.title = _("Not suggested");
    page.headline = _("You asked not to see these again.");
    page.next = _("Allow those that may be suggested after all.");
    for (const std::string& exercise : refused | std::views::take(most_never)) {
        page.controls.push_back(counted({.act = Control::Act::allow, .exercise = exercise}, _("Allow %1"),
                                        title_of(book, exercise), page.controls.size()));
    }
    if (refused.size() > most_never) {
        page.next += QLatin1Char{' '} +
                     n_("And %n more.", "And %n more.", static_cast<int>(refused.size() - most_never));
    }
    if (refused.size() > 1) {
        page.controls.push_back({.act = Control::Act::allow,
                                 .label = _("&All of them"),
                                 .key = Qt::Key_A,
                                 .key_name = QStringLiteral("A")});
    }
    page.controls.push_back({.act = Control::Act::back, .label = _("&Back"), .key_name = _("Esc")});
    page.spoken = page.headline;
    return page;
}

Page lost_page(bool in_session) {
    Page page{.kind = Page::Kind::lost};
    page.stage.moment.kind = PhaseKind::rest;
    page.title = _("Limber");
    page.headline = in_session ? _("Limber has stopped.") : _("Limber is not running.");
    page.next = in_session
                    ? _("This break is not timed any more. Finish it as you like, then close this.")
                    : _("Start it from its icon in the panel, or with “systemctl --user start limberd”.");
    page.spoken = page.headline + QLatin1Char{' '} + page.next;
    page.controls = {close_control(true)};
    return page;
}

std::vector<QString> instructions_of(const Session& session) {
    std::vector<QString> texts;
    for (const SessionPhase& phase : session.phases) {
        const QString text = QString::fromStdString(notify::instruction(phase));
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
    }
    return texts;
}

} // namespace limber::window
