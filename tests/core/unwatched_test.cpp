// SPDX-License-Identifier: GPL-3.0-or-later
// Time that nobody watched, and clocks that are set forward (LAW.md §1).
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

TEST_CASE("a step may be late by a minute; later than that, nobody watched") {
    // the first save is asked for after five minutes of work
    BareDay in_time(micro_alone());
    in_time.come_late(6min, AlarmRang{});
    CHECK(in_time.micro() == 6min);
    CHECK(in_time.noted<note::NobodyWatched>().empty());

    BareDay late(micro_alone());
    late.come_late(6min + 1ms, AlarmRang{});
    CHECK(late.micro() == 5min);
    REQUIRE(late.noted<note::NobodyWatched>().size() == 1);
    CHECK(late.noted<note::NobodyWatched>()[0] == note::NobodyWatched{Instant{5min}, 1min + 1ms});
    late.happen(7min, AlarmRang{});
    CHECK(late.micro() == 6min - 1ms); // 5 min, and 59.999 s since
}

TEST_CASE("a step of the tray's arc is no instant that was asked for") {
    BareDay day(micro_alone());
    REQUIRE(next_wakeup(day.plan, day.state) == Instant{2min + 30s});
    CHECK(next_change(day.plan, day.state) == Instant{5min});
    day.come_late(4min, AlarmRang{});
    CHECK(day.micro() == 4min);
}

TEST_CASE("a night in which nobody watched: at most five minutes of it are work, and one prompt follows") {
    BareDay day(micro_alone());
    day.happen(29min, AlarmRang{});
    day.come_late(9h, AlarmRang{});
    CHECK(day.micro() == 30min); // due there, and the save was asked for as well
    CHECK(day.count("prompt") == 0);
    CHECK(day.state.grace_until == Instant{9h + 1min});
    day.happen(9h + 5min, AlarmRang{});
    CAPTURE(day.all());
    CHECK(day.count("prompt") == 1);
    CHECK(day.saw("18:01:30 prompt micro"));
}

TEST_CASE("a prompt that was wanted in such time is shown after it") {
    BareDay day(micro_alone());
    day.happen(30min + 10s, AlarmRang{});
    day.come_late(2h, AlarmRang{});
    CHECK(day.count("prompt") == 0);
    CHECK(day.micro() == 30min + 30s); // the instant of the prompt was asked for
    day.happen(2h + 90s, AlarmRang{});
    CHECK(day.saw("11:01:30 prompt micro"));
}

TEST_CASE("a prompt's clock stands still: nothing goes unanswered while nobody watches") {
    Plan plan = micro_alone();
    plan.breaks[0].prompt_timeout = 10min;
    BareDay day(plan);
    day.happen(31min, AlarmRang{});
    REQUIRE(day.prompt_id() != 0);
    // the prompt's own save was at 30:30, the next one is asked for at 35:30
    day.come_late(3h, AlarmRang{});
    CHECK(day.prompt_id() != 0);
    CHECK(day.state.ledger.now.clock == 5min);
    day.happen(3h + 4min + 59s, AlarmRang{});
    CHECK(day.count("withdraw") == 0);
    day.happen(3h + 5min, AlarmRang{});
    CHECK(day.saw("12:05:00 withdraw micro timeout"));
}

TEST_CASE("what the asked-for instant itself brings still happens") {
    BareDay day(micro_alone());
    day.happen(31min, AlarmRang{});
    day.come_late(3h, AlarmRang{});
    CAPTURE(day.all());
    CHECK(day.saw("12:00:00 withdraw micro timeout")); // at 9:32:30, told at the stamp
    CHECK(day.count("prompt") == 1);
    CHECK(day.micro() == 32min + 30s);
    day.happen(3h + 5min, AlarmRang{});
    CHECK(day.count("prompt") == 2);
    CHECK(day.saw("12:01:30 prompt micro"));
}

TEST_CASE("waits run on") {
    BareDay day(micro_alone());
    day.happen(31min, AlarmRang{});
    day.happen(31min, PromptAnswered{day.prompt_id(), Answer::snooze, 15min});
    day.come_late(2h, AlarmRang{});
    CHECK_FALSE(day.now().rules[0].waits_until);
    day.happen(2h + 2min, AlarmRang{});
    CHECK(day.saw("11:01:30 prompt micro"));
}

TEST_CASE("a running session runs on to its end as rest") {
    BareDay day;
    day.happen(1min, PauseRequested{UntilResumed{}});
    day.happen(50min, StartRequested{"long", {}, false});
    REQUIRE(day.state.session);
    day.come_late(3h, AlarmRang{});
    CAPTURE(day.all());
    CHECK(day.saw("12:00:00 record long done"));
    CHECK(day.micro() == 0s);
    CHECK(day.long_break() == 0s);
    CHECK_FALSE(day.state.ledger.now.spell); // after its end the time is neither
}

TEST_CASE("a sleep found in a late step lies at its end, and a sleep alone makes no step late") {
    BareDay late(micro_alone());
    late.come_late(1h, AlarmRang{}, 10min);
    CHECK(late.micro() == 0s);
    REQUIRE(late.noted<note::NobodyWatched>().size() == 1);
    CHECK(late.noted<note::NobodyWatched>()[0] == note::NobodyWatched{Instant{5min}, 45min});
    REQUIRE(late.state.sleeps.size() == 1);
    CHECK(late.state.sleeps[0] == Period{Instant{50min}, Instant{60min}});

    BareDay slept(micro_alone());
    slept.come_late(35min, AlarmRang{}, 30min);
    CHECK(slept.noted<note::NobodyWatched>().empty());
    REQUIRE(slept.state.sleeps.size() == 1);
    CHECK(slept.state.sleeps[0] == Period{Instant{5min}, Instant{35min}});
}

TEST_CASE("who had left, as known then or later, rests through it") {
    SUBCASE("a lock that was told before") {
        BareDay day;
        day.happen(4min, Locked{});
        day.happen(4min + 1s, BecameIdle{1s});
        day.come_late(2h, AlarmRang{});
        CHECK(day.micro() == 0s);
        CHECK(day.long_break() == 0s);
    }
    SUBCASE("a silence told at its end") {
        BareDay day;
        day.come_late(1h, BecameIdle{57min});
        CHECK(day.micro() == 0s);
        CHECK(day.state.ledger.now.spell->began == Instant{3min});
    }
    SUBCASE("a silence told two minutes later") {
        BareDay day;
        day.come_late(1h, AlarmRang{});
        CHECK(day.micro() == 5min);
        day.happen(62min, BecameIdle{59min});
        CHECK(day.micro() == 0s);
        CHECK(day.state.ledger.now.spell->began == Instant{3min});
    }
    SUBCASE("a silence that began in it: rest from there on") {
        BareDay day;
        day.come_late(1h, BecameIdle{10min});
        CHECK(day.micro() == 0s);
        CHECK(day.state.ledger.now.spell->began == Instant{50min});
    }
    SUBCASE(
        "a silence too short to be idle yet, in time that is neither: neither it stays until it is known") {
        BareDay day;
        day.come_late(1h, BecameIdle{1min});
        CHECK(day.micro() == 5min);
        day.happen(61min, BecameIdle{2min});
        CHECK(day.micro() == 0s);
        CHECK(day.state.ledger.now.spell->began == Instant{59min});
    }
}

TEST_CASE("where nothing was asked for, no step is late") {
    BareDay day;
    day.happen(4min, PresenceLost{});
    REQUIRE(next_change(day.plan, day.state) == never);
    day.come_late(9h, AlarmRang{});
    CHECK(day.noted<note::NobodyWatched>().empty());
    CHECK(day.micro() == 4min);
}

TEST_CASE("UTC set forward by an hour or more is a return") {
    const auto prompted_at = [](Duration clock_set, std::chrono::seconds offset) {
        BareDay day(micro_alone());
        day.happen(30min + 10s, AlarmRang{});
        day.clock_set = clock_set;
        day.zone.offset = offset;
        day.happen(30min + 20s, AlarmRang{});
        day.happen(35min, AlarmRang{});
        REQUIRE_FALSE(day.noted<note::TypingGap>().empty());
        const bool noted = !day.noted<note::ClockForward>().empty();
        CHECK(noted == (clock_set >= 1h));
        return day.saw("09:31:50 prompt micro")   ? "a minute later"
               : day.saw("09:30:30 prompt micro") ? "as ever"
                                                  : "?";
    };
    CHECK(prompted_at(1h, 0s) == std::string{"a minute later"}); // grace until 09:31:20, then the typing
    CHECK(prompted_at(1h - 1ms, 0s) == std::string{"as ever"});
    CHECK(prompted_at(-2h, 0s) == std::string{"as ever"});
    CHECK(prompted_at(0s, 1h) == std::string{"as ever"}); // daylight saving, or another time zone
}
