// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §8.
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::testing;

TEST_CASE("a restart while working is neither work nor rest") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(20min);
    REQUIRE(day.desk.restart(30s, Gap::neither, false, Ending::orderly).has_value());
    CHECK(day.active("micro") == 20min);
    day.desk.pass(31min);
    CHECK(day.saw("09:31:00 prompt micro"));
}

TEST_CASE("a reboot is rest, and its clocks begin anew") {
    OfficeDay day;
    day.desk.type(20min);
    day.desk.pass(20min);
    REQUIRE(day.desk.restart(20s, Gap::rest, true, Ending::orderly).has_value());
    CHECK(day.active("micro") == 5min);
    CHECK(day.active("long") == 16min);
    REQUIRE(day.desk.restart(5min, Gap::rest, true, Ending::orderly).has_value());
    CHECK(day.active("long") == 0s);
}

TEST_CASE("kill -9 loses at most five minutes of active time") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(24min + 59s);
    REQUIRE(day.desk.restart(5s, Gap::neither, false, Ending::killed).has_value());
    CHECK(day.active("micro") >= 20min);
    CHECK(day.active("micro") <= 24min + 59s);
}

TEST_CASE("waits and the pause run on while the daemon is away") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(31min);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::snooze, 5min});
    day.desk.tell(PauseRequested{ForDuration{10min}});
    REQUIRE(day.desk.restart(4min, Gap::neither, true, Ending::orderly).has_value());
    CHECK(day.desk.state().pause.has_value());
    CHECK(status(plan, day.desk.state()).rules[0].waits_until.has_value());
    day.desk.pass(45min);
    CAPTURE(day.all());
    CHECK(day.count("prompt micro") == 2);
    CHECK(day.saw("09:41:50 prompt micro")); // pause over at 09:41, then settle and the typing wait
}

TEST_CASE("a prompt that was up is closed, and a session is recorded as cut") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(31min);
    REQUIRE(day.prompt_id() != 0);
    REQUIRE(day.desk.restart(10s, Gap::neither, false, Ending::orderly).has_value());
    CHECK(day.saw("09:31:10 withdraw micro lost"));
    day.desk.pass(32min);
    day.desk.tell(StartRequested{"micro", {}, false});
    day.desk.pass(32min + 5s);
    REQUIRE(day.desk.restart(10s, Gap::neither, false, Ending::orderly).has_value());
    CAPTURE(day.all());
    CHECK(day.saw("09:32:15 record micro abandoned"));
    CHECK_FALSE(day.desk.state().session.has_value());
}

TEST_CASE("after a reboot nobody is prompted for a minute") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(30min + 10s);
    REQUIRE(day.desk.restart(1s, Gap::rest, true, Ending::orderly).has_value());
    day.desk.pass(31min + 10s);
    CHECK(day.count("prompt") == 0);
}
