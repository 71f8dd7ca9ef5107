// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/status_text.hpp"
#include "cli/status.hpp"
#include "snapshots.hpp"
#include "terminal.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using limber::bus::Snapshot;
using limber::cli::status_text;
using limber::testing::contains;
using limber::testing::morning;
using limber::testing::now_at;

namespace {

std::string text(const limber::bus::Snapshot& snapshot) {
    return status_text(snapshot).toStdString();
}

std::string line_with(const std::string& all, const std::string& part) {
    const std::size_t found = all.find(part);
    REQUIRE_MESSAGE(found != std::string::npos, part << " in\n" << all);
    const std::size_t from = found == 0 ? 0 : all.rfind('\n', found - 1) + 1;
    return all.substr(from, all.find('\n', found) - from);
}

} // namespace

TEST_CASE("the first line is the sentence, then comes a line for each break") {
    const std::string all = text(morning());
    CHECK(all.substr(0, all.find('\n')) == limber::bus::status_sentence(morning().report).toStdString());
    CHECK(contains(all, "\nMicro-break  18min of 30min  about 10:30\n"));
    CHECK(contains(all, "\nLong break   18min of 1h     about 11:00\n"));
    CHECK(line_with(all, "Presence") == "Presence  at the desk, seen by ext-idle-notify-v1");
    CHECK(line_with(all, "Today") == "Today     nothing yet");
    CHECK_FALSE(contains(all, "Problems"));
    CHECK_FALSE(contains(all, "\033"));
}

TEST_CASE("away from the desk there is no time of day for the next break") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.status.doing = limber::Activity::away;
    snapshot.report.status.next_at.reset();
    snapshot.report.status.away_since = now_at - 8min;
    const std::string all = text(snapshot);
    CHECK(contains(line_with(all, "Micro-break"), "after 11min more"));
    CHECK(contains(line_with(all, "Presence"), "away since 10:10, seen by"));
    snapshot.report.status.locked = true;
    CHECK(contains(line_with(text(snapshot), "Presence"), "screen locked since 10:10"));
}

TEST_CASE("presence unknown is explained") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.status.doing = limber::Activity::unknown;
    snapshot.report.status.presence_known = false;
    snapshot.report.idle_source.clear();
    const std::string presence = line_with(text(snapshot), "Presence");
    CHECK(contains(presence, "unknown"));
    CHECK(contains(presence, "active time stands still"));
    CHECK(contains(presence, "limber start"));
}

TEST_CASE("a break that waits says until when, why, and how many snoozes are left") {
    limber::bus::Snapshot snapshot = morning();
    auto& status = snapshot.report.status;
    status.doing = limber::Activity::waiting;
    status.wait_cause = limber::WaitCause::snoozed;
    status.waits_until = now_at + 5min;
    status.next_left = {};
    status.rules[0].active = 31min;
    status.rules[0].waits_until = now_at + 5min;
    status.rules[0].snoozes = 1;
    status.rules[0].snoozes_left = 2;
    const std::string row = line_with(text(snapshot), "31min of 30min");
    CHECK(contains(row, "about 10:23"));
    CHECK(contains(row, "snoozed, waits until 10:23"));
    CHECK(contains(row, "2 snoozes left"));
    status.rules[0].snoozes_left = 1;
    CHECK(contains(line_with(text(snapshot), "31min of 30min"), "1 snooze left"));
}

TEST_CASE("a prompt on screen names the exercise and the answers there are") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.titles = {{"shoulder-rolls", "Shoulder Rolls"}};
    limber::ShowPrompt prompt;
    prompt.id = 3;
    prompt.break_id = "micro";
    prompt.exercise = "shoulder-rolls";
    prompt.at = now_at - 1min;
    prompt.due_since = now_at - 12min;
    prompt.held_by = "microphone";
    prompt.snooze = {5min, 15min};
    snapshot.report.status.prompt = prompt;
    const std::string line = line_with(text(snapshot), "On screen");
    CHECK(contains(
        line, "Shoulder Rolls, since 10:17; answer with limber start | snooze | skip | another | never"));
    CHECK(contains(line, "due since 10:06, held: microphone in use"));
    snapshot.report.status.prompt->snooze.clear();
    CHECK_FALSE(contains(line_with(text(snapshot), "On screen"), "snooze"));
    snapshot.report.status.prompt->on_screen = false;
    CHECK(contains(line_with(text(snapshot), "Suggested"), "Shoulder Rolls, since 10:17"));
}

TEST_CASE("presence says what it is that cannot be, and what nothing here sees through") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.status.contradiction = limber::Absence::lock;
    CHECK(contains(line_with(text(snapshot), "Presence"),
                   "at the desk (The screen is said to be locked, and yet somebody types here)"));
    snapshot.report.status.contradiction.reset();
    snapshot.report.status.blind = true;
    CHECK(contains(line_with(text(snapshot), "Presence"), "unknown while a film or a call is on"));
}

TEST_CASE("a running break says which step it is at and how long it takes") {
    limber::bus::Snapshot snapshot = morning();
    limber::Session session;
    session.id = 1;
    session.exercises = {"arm-reach"};
    session.began = now_at - 12s;
    session.phases = {{.exercise = "arm-reach",
                       .name = "Reach",
                       .text = "Reach {side}.",
                       .kind = {},
                       .side = limber::Side::left,
                       .length = 10s},
                      {.exercise = "arm-reach",
                       .name = "Reach",
                       .text = "Reach {side}.",
                       .kind = {},
                       .side = limber::Side::right,
                       .length = 10s},
                      {.exercise = "", .name = "leave-desk", .length = 60s}};
    snapshot.report.status.session = session;
    CHECK(line_with(text(snapshot), "Reach") ==
          "Break     step 2 of 3: Reach right. (8s left, 1min 8s in all)");
}

TEST_CASE("the day's tally is summed over all breaks") {
    limber::bus::Snapshot snapshot = morning();
    using limber::Outcome;
    snapshot.report.status.today = {{"micro", {{Outcome::done, 2}, {Outcome::skipped, 1}}},
                                    {"long", {{Outcome::done, 1}, {Outcome::natural, 1}}}};
    CHECK(line_with(text(snapshot), "Today") == "Today     3 done, 1 rested unasked, 1 skipped");
}

TEST_CASE("holds, exercises never to be suggested, problems and a daemon of another version are named") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.status.holds = {"microphone", "do-not-disturb"};
    snapshot.report.status.held_since = now_at - 58min;
    snapshot.report.status.never = {"butterfly"};
    snapshot.report.titles = {{"butterfly", "Butterfly"}};
    snapshot.report.version = "0.0.1";
    snapshot.problems = {{.file = "/home/me/.config/limber/limber.toml",
                          .line = 3,
                          .column = 7,
                          .key = "settle",
                          .message = "must be a length such as \"20s\"",
                          .hint = {}}};
    const std::string all = text(snapshot);
    CHECK(line_with(all, "Held") == "Held      microphone in use, do not disturb, since 09:20");
    CHECK(contains(line_with(all, "Never"), "Butterfly"));
    CHECK(contains(line_with(all, "Version"), "limberd is 0.0.1"));
    CHECK(contains(all, "/home/me/.config/limber/limber.toml:3:7: must be a length"));
}

TEST_CASE("titles from files cannot steer the terminal") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.status.rules[0].title = "Micro\033]0;gotcha\a\nbreak";
    snapshot.report.titles = {{"butterfly", "\033[2JButterfly"}};
    snapshot.report.status.never = {"butterfly"};
    const std::string all = text(snapshot);
    CHECK_FALSE(contains(all, "\033"));
    CHECK_FALSE(contains(all, "\a"));
}
