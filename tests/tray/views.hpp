// SPDX-License-Identifier: GPL-3.0-or-later
// What the tray's tests look at: reports at ten o'clock.
#pragma once

#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "menu/menu.hpp"

#include <chrono>

namespace limber::test {

inline constexpr Instant boot{std::chrono::hours{100}};

/// Ten o'clock, two hours east of Greenwich; a micro-break in 12 min, a long one in 30.
inline bus::StatusReport working_report() {
    using namespace std::chrono_literals;
    bus::StatusReport report;
    report.stamp.at = boot;
    report.stamp.civil = {.utc = Utc{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 8h},
                          .offset = 2h};
    Status& status = report.status;
    status.doing = Activity::working;
    status.presence_known = true;
    status.next_break = "micro";
    status.next_left = 12min;
    status.next_at = boot + 12min;
    status.arc = 7;
    status.rules = {
        {.name = "micro", .title = "Micro-break", .interval = 29min, .rest = 40s, .active = 17min},
        {.name = "long", .title = "Long break", .interval = 60min, .rest = 5min, .active = 30min},
    };
    return report;
}

/// Asking for the micro-break, one of three snoozes used.
inline bus::StatusReport prompted_report() {
    using namespace std::chrono_literals;
    bus::StatusReport report = working_report();
    Status& status = report.status;
    status.doing = Activity::prompted;
    status.next_left = 0s;
    status.next_at.reset();
    status.arc = arc_steps;
    status.rules[0].active = 29min;
    status.rules[0].due = true;
    status.rules[0].due_since = boot;
    status.rules[0].snoozes = 1;
    status.rules[0].snoozes_left = 2;
    status.prompt = ShowPrompt{.id = 5,
                               .break_id = "micro",
                               .exercise = "roll",
                               .at = boot,
                               .due_since = boot,
                               .held_by = "",
                               .snooze = {5min, 10min}};
    report.titles = {{"roll", "Shoulder roll"}};
    return report;
}

/// In a session of a minute that began now.
inline bus::StatusReport resting_report() {
    using namespace std::chrono_literals;
    bus::StatusReport report = working_report();
    report.status.doing = Activity::resting;
    Session session;
    session.id = 9;
    session.break_id = "micro";
    session.exercises = {"roll"};
    session.began = boot;
    session.phases = {{.exercise = "roll", .name = "up", .text = "Lift.", .length = 1min}};
    report.status.session = session;
    return report;
}

inline tray::View view_of(const bus::StatusReport& report) {
    return {.daemon = bus::Daemon::running,
            .report = report,
            .problems = {},
            .exercises = {},
            .trouble = {},
            .now = report.stamp.at};
}

} // namespace limber::test
