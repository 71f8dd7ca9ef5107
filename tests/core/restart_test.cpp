// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §8.
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
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
    REQUIRE(day.desk.restart(30s, Gap::rest, true, Ending::orderly).has_value());
    CHECK(day.active("micro") == 5min); // 30 of 40 s pay half an interval
    CHECK(day.active("long") == 20min);
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

TEST_CASE("a restart of the daemon alone is no return") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(30min + 10s);
    REQUIRE(day.desk.restart(1s, Gap::neither, false, Ending::orderly).has_value());
    day.desk.pass(31min + 10s);
    CAPTURE(day.all());
    CHECK(day.saw("09:30:41 prompt micro")); // the typing is waited for anew
}

TEST_CASE("a prompt that is lost counts: the last one for a break gives it up") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(38min + 30s);
    REQUIRE(day.saw("09:38:00 prompt micro"));
    REQUIRE(day.desk.restart(10s, Gap::neither, false, Ending::orderly).has_value());
    CAPTURE(day.all());
    CHECK(day.saw("09:38:40 withdraw micro lost"));
    CHECK(day.saw("09:38:40 record micro unanswered"));
    CHECK(day.active("micro") == 0s);
}

TEST_CASE("a lost prompt makes its rule, and what else is due, wait from the start on") {
    Plan plan = office_plan();
    plan.breaks[0].interval = 28min;
    plan.breaks[1].interval = 30min;
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(29min);
    REQUIRE(day.saw("09:28:30 prompt long")); // merged, and micro is due as well
    REQUIRE(day.desk.restart(1min, Gap::neither, false, Ending::orderly).has_value());
    const Status then = status(plan, day.desk.state());
    CHECK(then.rules[0].waits_until == day.desk.state().now.at + 5min);
    CHECK(then.rules[1].waits_until == day.desk.state().now.at + 5min);
}

TEST_CASE("a gap of rest that reaches `rest` has followed the prompt that was up; less of it may have "
          "withdrawn it") {
    Plan plan = office_plan();
    plan.breaks.erase(plan.breaks.begin());
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(60min + 40s);
    REQUIRE(day.prompt_id() != 0);
    SUBCASE("five minutes off") {
        REQUIRE(day.desk.restart(5min, Gap::rest, true, Ending::orderly).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("10:05:40 withdraw long rested"));
        CHECK(day.saw("10:05:40 record long followed"));
        CHECK(day.count("lost") == 0);
        CHECK(day.active("long") == 0s);
    }
    SUBCASE("three minutes off: paid back to less than an hour, but no rest as long as the break") {
        REQUIRE(day.desk.restart(3min, Gap::rest, true, Ending::orderly).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("10:03:40 withdraw long rested"));
        CHECK(day.count("record") == 0);
        CHECK(day.count("lost") == 0);
        CHECK(day.active("long") == (60min + 40s) * 4 / 5); // a fifth is paid
    }
    SUBCASE("two minutes off: nothing is paid, and the prompt is lost") {
        REQUIRE(day.desk.restart(2min, Gap::rest, true, Ending::orderly).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("10:02:40 withdraw long lost"));
        CHECK(day.count("rested") == 0);
        CHECK(day.active("long") == 60min + 40s);
    }
}

TEST_CASE("a session that a lock has cut is recorded after the restart, by how the rest went on") {
    OfficeDay day;
    day.desk.type(10min + 20s);
    day.desk.pass(10min);
    day.desk.tell(StartRequested{"long", {}, false});
    day.desk.pass(10min + 20s);
    day.desk.tell(Locked{});
    CHECK(day.saw("09:10:20 session cut"));
    CHECK(day.count("record long") == 0);
    SUBCASE("locked all the while: done as soon as the rest is long enough") {
        REQUIRE(day.desk.restart(1min, Gap::rest, true, Ending::orderly).has_value());
        day.desk.pass(14min + 59s);
        CHECK(day.count("record long") == 0);
        day.desk.pass(15min);
        CAPTURE(day.all());
        CHECK(day.saw("09:15:00 record long done"));
        CHECK(day.count("record long") == 1);
    }
    SUBCASE("long enough within the gap") {
        REQUIRE(day.desk.restart(10min, Gap::rest, true, Ending::orderly).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("09:20:20 record long done"));
        CHECK(day.count("record long") == 1);
    }
    SUBCASE("the gap was no rest: abandoned, as the spell ended there") {
        REQUIRE(day.desk.restart(10min, Gap::neither, false, Ending::orderly).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("09:20:20 record long abandoned"));
        CHECK(day.count("record long") == 1);
    }
}

TEST_CASE("a session that was running at a crash is cut at the last instant known") {
    OfficeDay day;
    day.desk.type(10min);
    day.desk.pass(10min);
    day.desk.tell(StartRequested{"long", {}, false});
    day.desk.pass(12min);
    SUBCASE("the machine lost its power and was off for three minutes: a rest of five in all") {
        REQUIRE(day.desk.restart(3min, Gap::rest, true, Ending::killed).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("09:15:00 session cut"));
        CHECK(day.saw("09:15:00 record long done"));
        CHECK(day.active("long") == 0s);
    }
    SUBCASE("the daemon alone was killed: time that it did not run is neither") {
        REQUIRE(day.desk.restart(3min, Gap::neither, false, Ending::killed).has_value());
        CAPTURE(day.all());
        CHECK(day.saw("09:15:00 record long abandoned"));
        CHECK(day.active("long") == 10min);
    }
}

TEST_CASE("that a break was given up survives a restart, and so do settle and return_grace") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(4h);
    day.desk.pass(45min);
    REQUIRE(day.count("unanswered") == 1);
    REQUIRE(day.desk.restart(1s, Gap::neither, false, Ending::orderly).has_value());
    day.desk.pass(80min);
    CAPTURE(day.all());
    CHECK(day.saw("10:10:31 prompt micro"));
    CHECK(day.saw("10:12:31 record micro unanswered")); // one prompt, no repeats
    day.desk.tell(QuietChanged{"microphone", Level::on});
    day.desk.pass(120min);
    day.desk.tell(QuietChanged{"microphone", Level::off});
    REQUIRE(day.desk.restart(1s, Gap::neither, false, Ending::orderly).has_value());
    CHECK(day.desk.state().settle_until == day.desk.state().now.at + 19s);
    day.desk.tell(Locked{});
    day.desk.tell(Unlocked{});
    REQUIRE(day.desk.restart(1s, Gap::neither, false, Ending::orderly).has_value());
    CHECK(day.desk.state().grace_until == day.desk.state().now.at + 59s);
}

TEST_CASE("after another boot the clock is set right within ten minutes: the machine was off for longer") {
    Plan plan = office_plan();
    plan.breaks.erase(plan.breaks.begin());
    BareDay day(plan);
    day.happen(50min, AlarmRang{});
    day.come_late(52min, Started{2min, Gap::rest, true});
    day.happen(52min, PresenceFound{});
    REQUIRE(day.micro() == 50min);

    SUBCASE("by three minutes: five in all, a rest as long as the break") {
        day.clock_set = 3min;
        day.happen(55min, AlarmRang{});
        CAPTURE(day.all());
        CHECK(day.micro() == 3min);
        CHECK(day.saw("09:55:00 record long natural"));
        REQUIRE(day.noted<note::GapLonger>().size() == 1);
        CHECK(day.noted<note::GapLonger>()[0].by == 3min);
    }
    SUBCASE("by two minutes: four in all, which pay 36") {
        day.clock_set = 2min;
        day.happen(55min, AlarmRang{});
        CHECK(day.micro() == 17min); // 50 − 36 + 3
        CHECK(day.count("record") == 0);
    }
    SUBCASE("by a minute, which clocks are wrong by: nothing") {
        day.clock_set = 1min;
        day.happen(55min, AlarmRang{});
        CHECK(day.micro() == 53min);
        CHECK(day.noted<note::GapLonger>().empty());
    }
    SUBCASE("ten minutes after the start it is still believed") {
        day.clock_set = 3min;
        day.happen(62min, AlarmRang{});
        CHECK(day.micro() == 10min);
    }
    SUBCASE("later than that it is a clock that somebody sets") {
        day.happen(62min, AlarmRang{});
        day.clock_set = 3min;
        day.happen(62min + 1ms, AlarmRang{});
        CHECK(day.micro() == 60min + 1ms);
    }
}

TEST_CASE("a longer gap takes no prompt away that is up") {
    Plan plan = office_plan();
    plan.breaks.erase(plan.breaks.begin());
    BareDay day(plan);
    day.happen(59min + 50s, AlarmRang{});
    day.come_late(60min + 50s, Started{1min, Gap::rest, true});
    day.happen(60min + 50s, PresenceFound{});
    day.happen(62min + 30s, AlarmRang{});
    CAPTURE(day.all());
    REQUIRE(day.saw("10:02:20 prompt long")); // grace until 10:01:50, then the typing
    day.clock_set = 5min;
    day.happen(63min, AlarmRang{});
    CHECK(day.micro() == 2min + 10s);
    CHECK(day.prompt_id() != 0);
    CHECK(day.count("record") == 0);
}

TEST_CASE("without another boot, or after a gap that was no rest, no gap becomes longer") {
    Plan plan = office_plan();
    plan.breaks.erase(plan.breaks.begin());
    for (const Started& start : {Started{2min, Gap::rest, false}, Started{2min, Gap::neither, true}}) {
        BareDay day(plan);
        day.happen(50min, AlarmRang{});
        day.come_late(52min, start);
        day.happen(52min, PresenceFound{});
        day.clock_set = 30min;
        day.happen(55min, AlarmRang{});
        CHECK(day.micro() == 53min);
    }
}
