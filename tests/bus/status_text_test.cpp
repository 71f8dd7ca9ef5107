// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/status.hpp"
#include "core/time.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace limber;
using namespace std::chrono_literals;

namespace {

/// 14:00 local time, a micro-break in twenty minutes.
bus::StatusReport afternoon() {
    bus::StatusReport report;
    report.stamp.at = Instant{5h};
    report.stamp.civil.utc = Utc{1'700'006'400s + 14h}; // midnight and fourteen hours
    report.status.doing = Activity::working;
    report.status.next_break = "micro";
    report.status.next_left = 20min;
    report.status.next_at = Instant{5h + 20min};
    report.status.rules = {
        {.name = "micro", .title = "Micro-break", .interval = 30min, .rest = 40s, .active = 10min}};
    return report;
}

std::string sentence(const bus::StatusReport& report) {
    return bus::status_sentence(report).toStdString();
}

} // namespace

TEST_CASE("working names the next break and its time of day") {
    CHECK(sentence(afternoon()) == "Working: next Micro-break about 14:20");
}

TEST_CASE("held names the cause and the active time") {
    bus::StatusReport report = afternoon();
    report.status.doing = Activity::held;
    report.status.holds = {"microphone"};
    CHECK(sentence(report) == "Held: microphone in use, 10 min active");
}

TEST_CASE("paused says until when, and tomorrow when it is tomorrow") {
    bus::StatusReport report = afternoon();
    report.status.doing = Activity::paused;
    CHECK(sentence(report) == "Paused until you resume");
    report.status.paused_until = Instant{6h};
    CHECK(sentence(report) == "Paused until 15:00");
    report.status.paused_until = Instant{5h + 14h};
    CHECK(sentence(report) == "Paused until tomorrow, 04:00");
}

TEST_CASE("what is to come is told to the nearest minute, what has been as clocks showed it") {
    struct Told {
        Duration from_now;
        std::string clock;
    };

    for (const Told& told :
         {Told{30min - 1ms, "14:30"}, Told{30min - 29s, "14:30"}, Told{30min + 29s, "14:30"},
          Told{30min - 31s, "14:29"}, Told{1ms, "14:00"}, Told{10h - 1ms, "00:00"}, Told{Duration{}, "14:00"},
          Told{-1ms, "13:59"}, Told{-10min + 59s, "13:50"}}) {
        CAPTURE(told.clock);
        CHECK(bus::clock_text(afternoon(), Instant{5h + told.from_now}).toStdString() == told.clock);
    }
    bus::StatusReport paused = afternoon();
    paused.status.doing = Activity::paused;
    paused.status.paused_until = Instant{5h + 30min - 1ms};
    CHECK(sentence(paused) == "Paused until 14:30");
    paused.status.paused_until = Instant{5h + 10h - 1ms};
    CHECK(sentence(paused) == "Paused until tomorrow, 00:00");
    paused.status.paused_until = Instant{5h + 10h - 31s};
    CHECK(sentence(paused) == "Paused until 23:59");
}

TEST_CASE("away, locked, unknown") {
    bus::StatusReport report = afternoon();
    report.status.doing = Activity::away;
    report.status.away_since = Instant{4h + 50min};
    CHECK(sentence(report) == "Nobody at the desk since 13:50");
    report.status.locked = true;
    CHECK(sentence(report) == "Locked since 13:50");
    report.status.doing = Activity::unknown;
    CHECK(sentence(report) == "Cannot see whether somebody is at the desk, so nothing is counted");
    report.status.blind = true;
    CHECK(sentence(report) ==
          "A film or a call is on, and nothing here can see whether you are there, so nothing is counted");
}

TEST_CASE("a prompt is named with its exercise") {
    bus::StatusReport report = afternoon();
    report.status.doing = Activity::prompted;
    report.status.prompt = ShowPrompt{.id = 1, .break_id = "micro", .exercise = "shoulder-rolls"};
    CHECK(sentence(report) == "Asking for a break: Micro-break");
    report.titles["shoulder-rolls"] = "Shoulder Rolls";
    CHECK(sentence(report) == "Asking for a break: Micro-break, Shoulder Rolls");
}

TEST_CASE("waiting names what it waits for") {
    bus::StatusReport report = afternoon();
    report.status.doing = Activity::waiting;
    report.status.wait_cause = WaitCause::snoozed;
    report.status.waits_until = Instant{5h + 5min};
    CHECK(sentence(report) == "Waiting: snoozed until 14:05");
}

TEST_CASE("without breaks it says so") {
    bus::StatusReport report = afternoon();
    report.status.next_break.clear();
    report.status.rules.clear();
    CHECK(sentence(report) == "Working: no breaks are configured");
}
