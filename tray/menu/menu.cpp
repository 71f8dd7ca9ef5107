// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu/menu.hpp"

#include "bus/status_text.hpp"
#include "bus/wire_values.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "notify/words.hpp"
#include "words/text.hpp"

#include <QChar>
#include <QLatin1Char>
#include <QVariantMap>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <ranges>
#include <utility>

namespace limber::tray {

Item item(const QString& key, const QString& label, Action action) {
    return {.key = key, .label = label, .action = std::move(action)};
}

Item line(const QString& key, const QString& label) {
    return {.key = key, .label = label, .enabled = false};
}

QString one_line(const QString& text, qsizetype most) {
    QString line;
    for (const QChar c : text.left(most * 4)) {
        line += c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                        c.category() == QChar::Separator_Paragraph
                    ? QChar{u' '}
                    : c;
    }
    line = line.simplified();
    return line.size() > most ? line.left(most - 1) + u'…' : line;
}

QString inside_sentence(const QString& title) {
    //: How a break's title begins inside a sentence: "small" or "large".
    if (_("small") != QStringLiteral("small")) return title;
    if (title.size() < 2 || !title[0].isUpper() || !title[1].isLower()) return title;
    return title[0].toLower() + title.mid(1);
}

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// More than anybody looks through; a daemon that says so has gone wrong.
constexpr qsizetype most_exercises = 500;
constexpr std::size_t most_rules = 12;
constexpr std::size_t most_snoozes = 6;
/// More than these are put into one menu for each part of the body.
constexpr std::size_t exercises_at_once = 12;

QString short_title(const RuleStatus& rule) {
    return one_line(bus::text(title_of(rule)), 60);
}

Duration left_of(const RuleStatus& rule) {
    return std::max(rule.interval - rule.active, Duration{});
}

QString next_line(const bus::StatusReport& report, const RuleStatus& rule) {
    const QString title = short_title(rule);
    const Duration left = left_of(rule);
    if (rule.due || left == Duration{}) {
        if (rule.waits_until && *rule.waits_until > report.stamp.at) {
            return _("%1: waits until %2").arg(title, bus::clock_text(report, *rule.waits_until));
        }
        return rule.due_since ? _("%1: due since %2").arg(title, bus::clock_text(report, *rule.due_since))
                              : _("%1: due").arg(title);
    }
    return (report.status.next_at ? _("%1 in %2") : _("%1 after %2 at the desk"))
        .arg(title, bus::left_text(left));
}

QString length_text(Duration length) {
    const auto count = std::chrono::round<seconds>(length).count();
    if (count < 60 || count % 60 != 0) return _("%1 s").arg(count);
    if (count % 3600 == 0) return _("%1 h").arg(count / 3600);
    return _("%1 min").arg(count / 60);
}

QString with_snoozes_left(const QString& label, const RuleStatus* rule) {
    if (rule == nullptr) return label;
    return _("%1 (%2 of %3 left)").arg(label).arg(rule->snoozes_left).arg(rule->snoozes + rule->snoozes_left);
}

Menu snoozes(const ShowPrompt& prompt, const RuleStatus* rule) {
    Menu menu;
    if (prompt.snooze.empty() || (rule != nullptr && rule->snoozes_left <= 0)) {
        menu.push_back(line("snooze", with_snoozes_left(_("Snooze"), rule)));
        return menu;
    }
    for (std::size_t i = 0; i < std::min(prompt.snooze.size(), most_snoozes); ++i) {
        const auto count = std::chrono::round<seconds>(prompt.snooze[i]).count();
        menu.push_back(item(QStringLiteral("snooze/%1").arg(count),
                            with_snoozes_left(_("Snooze for %1").arg(length_text(prompt.snooze[i])), rule),
                            Call{QStringLiteral("Snooze"), {static_cast<qlonglong>(count)}}));
    }
    return menu;
}

Item exercise_item(const ExerciseChoice& exercise) {
    Item entry = item(QStringLiteral("exercise/") + exercise.id, exercise.title, StartBreak{{}, exercise.id});
    entry.enabled = exercise.allowed;
    return entry;
}

/// In the order of the list; by the part of the body where there are many.
Menu exercise_items(const std::vector<ExerciseChoice>& exercises) {
    Menu menu;
    for (const ExerciseChoice& exercise : exercises) {
        if (exercises.size() <= exercises_at_once || exercise.area.isEmpty()) {
            menu.push_back(exercise_item(exercise));
            continue;
        }
        const QString key = QStringLiteral("area/") + exercise.area;
        auto area = std::ranges::find(menu, key, &Item::key);
        if (area == menu.end()) {
            area = menu.insert(menu.end(), item(key, notify::area_name(exercise.area), {}));
        }
        area->children.push_back(exercise_item(exercise));
    }
    return menu;
}

/// What is going on, and the next breaks.
Menu state_part(const bus::StatusReport& report) {
    const Status& status = report.status;
    Menu menu;
    // While somebody simply works, the next breaks say it all.
    if (status.doing != Activity::working)
        menu.push_back(line("state", one_line(bus::status_sentence(report))));
    if (status.contradiction)
        menu.push_back(line("contradiction", one_line(bus::contradiction_text(*status.contradiction))));
    std::vector<const RuleStatus*> rules;
    if (!status.session) { // one at a time
        for (const RuleStatus& rule : status.rules | std::views::take(most_rules)) {
            // the line above says what is asked for
            if (!status.prompt || status.prompt->break_id != rule.name) rules.push_back(&rule);
        }
    }
    // those with the same time left in the order of the configuration
    std::ranges::sort(rules, {}, [](const RuleStatus* rule) { return std::pair{left_of(*rule), rule}; });
    for (const RuleStatus* rule : rules) {
        menu.push_back(line(QStringLiteral("next/") + bus::text(rule->name), next_line(report, *rule)));
    }
    if (menu.empty()) menu.push_back(line("state", one_line(bus::status_sentence(report))));
    return menu;
}

/// The guided break that runs.
Menu session_part(const bus::StatusReport& report) {
    const bool paused = report.status.session && report.status.session->paused_at;
    const auto steer = [](const QString& how) { return Call{QStringLiteral("Steer"), {how}}; };
    return {
        item("session/show", _("Show the guided break"), Errand::show_window),
        paused ? item("session/resume", _("Go on with the break"), steer("resume"))
               : item("session/pause", _("Pause the break"), steer("pause")),
        item("session/next", _("Next step of the break"), steer("next")),
        item("session/enough", _("Enough: count it as done"), steer("enough")),
        item("session/stop", _("Stop the break"), steer("stop")),
    };
}

/// Answers to the prompt on the screen.
Menu prompt_part(const bus::StatusReport& report) {
    const ShowPrompt& prompt = *report.status.prompt;
    const RuleStatus* const rule = rule_named(report.status, prompt.break_id);
    const QString title =
        rule != nullptr ? inside_sentence(short_title(*rule)) : one_line(bus::text(prompt.break_id), 60);
    const auto exercise = report.titles.find(prompt.exercise);
    const QString label = exercise == report.titles.end()
                              ? _("Start the %1 now").arg(title)
                              : _("Start the %1: %2").arg(title, one_line(bus::text(exercise->second), 60));
    Menu menu{item("prompt/start", label, StartBreak{})};
    for (Item& snooze : snoozes(prompt, rule))
        menu.push_back(std::move(snooze));
    menu.push_back(item("prompt/skip", _("Skip"), Call{QStringLiteral("Skip"), {}}));
    menu.push_back(item("prompt/another", _("Another exercise"), Call{QStringLiteral("Another"), {}}));
    menu.push_back(item("prompt/never", _("Not this one again"), Call{QStringLiteral("Never"), {}}));
    return menu;
}

/// Breaks and exercises that can be started while no break runs.
Menu start_part(const bus::StatusReport& report, const std::vector<ExerciseChoice>& exercises) {
    const Status& status = report.status;
    Menu menu;
    for (const RuleStatus& rule : status.rules) {
        if (menu.size() == most_rules) break;
        // What is prompted for has its own entry further up.
        if (status.prompt && status.prompt->break_id == rule.name) continue;
        const QString name = bus::text(rule.name);
        menu.push_back(item(QStringLiteral("start/") + name,
                            _("Start the %1").arg(inside_sentence(short_title(rule))), StartBreak{name, {}}));
    }
    Item one = item("exercises", _("One exercise"), {});
    one.children = exercise_items(exercises);
    one.enabled = !one.children.empty();
    menu.push_back(std::move(one));
    return menu;
}

Menu pause_part(const bus::StatusReport& report) {
    const auto pause = [](const QString& key, const QString& label, seconds length) {
        return item(key, label, Call{QStringLiteral("Pause"), {static_cast<qlonglong>(length.count())}});
    };
    Menu menu;
    if (std::ranges::find(report.status.holds, "pause") != report.status.holds.end()) {
        menu.push_back(item("resume", _("Resume"), Call{QStringLiteral("Resume"), {}}));
    }
    Item pauses = item("pause", _("Pause"), {});
    pauses.children = {
        pause("pause/30min", _("For 30 min"), minutes{30}),
        pause("pause/1h", _("For 1 h"), hours{1}),
        pause("pause/2h", _("For 2 h"), hours{2}),
        item("pause/tomorrow", _("Until tomorrow"),
             Call{QStringLiteral("PauseUntil"), {QStringLiteral("tomorrow")}}),
        pause("pause/resumed", _("Until resumed"), seconds{0}),
    };
    menu.push_back(std::move(pauses));
    menu.push_back(item("rested", _("I have rested"), Call{QStringLiteral("Rested"), {}}));
    return menu;
}

Item separator(const QString& key) {
    return {.key = key, .separator = true};
}

void append(Menu& menu, Menu part) {
    std::ranges::move(part, std::back_inserter(menu));
}

Menu without_daemon(Daemon daemon) {
    if (daemon == Daemon::absent) {
        return {line("state", _("Limber is not running")),
                item("start-daemon", _("Start Limber"), Errand::start_daemon)};
    }
    return {line("state", _("Limber does not answer"))};
}

Menu ending() {
    return {
        separator("separator/end"),
        item("configuration", _("Open the configuration"), Errand::open_configuration),
        item("quit", _("Quit the tray"), Errand::quit),
    };
}

} // namespace

Menu menu_of(const View& view) {
    Menu menu;
    if (!view.trouble.isEmpty()) menu.push_back(line("trouble", view.trouble));
    if (const QString problem = problem_text(view.problems); !problem.isEmpty()) {
        menu.push_back(item("problem", _("Problem: %1").arg(problem), Errand::open_configuration));
    }
    if (view.daemon != Daemon::running || !view.report) {
        append(menu, without_daemon(view.daemon));
        append(menu, ending());
        return menu;
    }
    const bus::StatusReport report = bus::as_of(*view.report, view.now);
    append(menu, state_part(report));
    menu.push_back(separator("separator/state"));
    if (report.status.session) {
        append(menu, session_part(report));
        menu.push_back(separator("separator/session"));
    } else if (report.status.prompt) {
        append(menu, prompt_part(report));
        menu.push_back(separator("separator/prompt"));
    }
    if (!report.status.session) {
        append(menu, start_part(report, view.exercises));
        menu.push_back(separator("separator/start"));
    }
    append(menu, pause_part(report));
    append(menu, ending());
    return menu;
}

const Item* find_item(const Menu& menu, const QString& key) {
    for (const Item& item : menu) {
        if (item.key == key) return &item;
        if (const Item* const below = find_item(item.children, key)) return below;
    }
    return nullptr;
}

std::vector<ExerciseChoice> exercises_from_wire(const QVariantList& values) {
    std::vector<ExerciseChoice> list;
    if (values.isEmpty()) return list;
    for (const QVariantMap& map : bus::maps_of(values.front()) | std::views::take(most_exercises)) {
        const auto id = bus::read_text(map, "id");
        if (!id || id->empty()) continue;
        list.push_back({
            .id = bus::text(*id),
            .title = one_line(bus::text(bus::read_text(map, "title").value_or(*id))),
            .area = one_line(bus::text(bus::read_text(map, "area").value_or(""))),
            .allowed = bus::read_flag(map, "allowed").value_or(true),
        });
    }
    return list;
}

QString problem_text(const std::vector<settings::Problem>& problems) {
    if (problems.empty()) return {};
    const auto error =
        std::ranges::find(problems, settings::Problem::Severity::error, &settings::Problem::severity);
    const settings::Problem& first = error == problems.end() ? problems.front() : *error;
    // longer ones would make the whole menu wide; `limber config check` tells all of it
    QString message = one_line(bus::text(first.message), 64);
    const QString file = bus::text(first.file).section(QLatin1Char{'/'}, -1);
    if (file.isEmpty()) return message;
    if (first.line <= 0) return _("%1 (%2)").arg(message, one_line(file));
    return _("%1 (%2, line %3)").arg(message, one_line(file)).arg(first.line);
}

} // namespace limber::tray
