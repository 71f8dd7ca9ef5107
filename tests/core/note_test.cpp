// SPDX-License-Identifier: GPL-3.0-or-later
// Why something happened, said where it is decided (note.hpp).
#include "day.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

template <class What>
std::size_t count(const BareDay& day) {
    return day.noted<What>().size();
}

} // namespace

TEST_CASE("a day begins with a note; that something tells of input is none, unless nothing did before") {
    BareDay day;
    REQUIRE(day.notes.size() == 1);
    CHECK(std::get<note::Began>(day.notes[0].what) == note::Began{Gap::first, 0s});
    day.happen(1min, PresenceLost{});
    day.happen(2min, PresenceFound{});
    CHECK(day.noted<note::Presence>() == std::vector{note::Presence{false}, note::Presence{true}});
}

TEST_CASE(
    "a break that comes due is noted at its instant, then what it waits for, then whether a gap was found") {
    BareDay day(micro_alone());
    SUBCASE("typing on") {
        day.happen(31min, AlarmRang{});
        CHECK(day.noted<note::TypingGap>() == std::vector{note::TypingGap{false}});
    }
    SUBCASE("a pause of three seconds") {
        day.happen(30min + 13s, BecameIdle{3s});
        CHECK(day.noted<note::TypingGap>() == std::vector{note::TypingGap{true}});
    }
    CHECK(day.noted<note::Due>() == std::vector{note::Due{"micro", Instant{30min}}});
    const auto waits = day.noted<note::Waits>();
    REQUIRE(waits.size() == 1);
    CHECK(waits[0].what.break_id == "micro");
    CHECK(waits[0].what.cause == WaitCause::typing);
    CHECK(waits[0].what.until == Instant{30min + 30s});
}

TEST_CASE("notes carry their own instants, and say how many effects came before them") {
    BareDay day(micro_alone());
    day.happen(30min, AlarmRang{});
    day.notes.clear();
    std::vector<Effect> effects;
    const Event late{.stamp = {.at = Instant{30min + 45s}, .asleep = {}, .civil = {.utc = Utc{30min + 45s}}},
                     .what = AlarmRang{}};
    step(day.plan, day.state, late, effects, &day.notes);
    // the gap is decided on just before the prompt
    const auto gap = std::ranges::find_if(
        day.notes, [](const Note& one) { return std::holds_alternative<note::TypingGap>(one.what); });
    REQUIRE(gap != day.notes.end());
    REQUIRE(effects.size() > gap->effects);
    CHECK(std::holds_alternative<ShowPrompt>(effects[gap->effects].what));
    CHECK(gap->at == Instant{30min + 45s});
}

TEST_CASE("a hold is noted when it comes and when it is over, and what is due waits for it") {
    BareDay day(micro_alone());
    day.happen(20min, QuietChanged{"microphone", Level::on});
    day.happen(40min, QuietChanged{"microphone", Level::off});
    day.happen(41min, AlarmRang{});
    CHECK(day.noted<note::Held>() == std::vector{note::Held{"microphone", Instant{20min}, {}}});
    CHECK(day.noted<note::HoldOver>() == std::vector{note::HoldOver{"microphone", Instant{20min}}});
    const auto waits = day.noted<note::Waits>();
    REQUIRE(waits.size() == 3);
    CHECK(waits[0].what.hold == "microphone");
    CHECK(waits[0].what.since == Instant{20min});
    CHECK(waits[1].what.cause == WaitCause::settle);
    CHECK(waits[1].what.until == Instant{40min + 20s});
    CHECK(waits[2].what.cause == WaitCause::typing);
}

TEST_CASE("a quiet level that the plan does not let hold is no hold") {
    Plan plan = micro_alone();
    plan.holds.clear();
    BareDay day(plan);
    day.happen(20min, QuietChanged{"microphone", Level::on});
    CHECK(day.noted<note::Held>().empty());
}

TEST_CASE("a pause is a hold with an end") {
    BareDay day;
    day.happen(5min, PauseRequested{ForDuration{10min}});
    CHECK(day.noted<note::Held>() == std::vector{note::Held{"pause", Instant{5min}, Instant{15min}}});
    day.happen(16min, AlarmRang{});
    CHECK(day.noted<note::HoldOver>() == std::vector{note::HoldOver{"pause", Instant{5min}}});
    day.happen(20min, PauseRequested{UntilResumed{}});
    CHECK(day.noted<note::Held>().back() == note::Held{"pause", Instant{20min}, {}});
    day.happen(21min, ResumeRequested{});
    CHECK(count<note::HoldOver>(day) == 2);
}

TEST_CASE("who leaves is noted once it is known, and who returns with what the rest paid") {
    BareDay day;
    day.happen(22min, BecameIdle{2min});
    CHECK(day.noted<note::Left>() == std::vector{note::Left{Instant{20min}}});
    day.happen(24min, BecameActive{});
    const auto back = day.noted<note::Returned>();
    REQUIRE(back.size() == 1);
    CHECK(back[0].length == 4min);
    REQUIRE(back[0].paid.size() == 2);
    CHECK(back[0].paid[0] == Paid{"micro", 20min, 0s});
    CHECK(back[0].paid[1] == Paid{"long", 20min, 0s}); // four of five minutes pay 36
}

TEST_CASE("a rest that paid nothing says so by an empty list") {
    BareDay day;
    day.happen(10min, Locked{});
    CHECK(day.noted<note::Away>() == std::vector{note::Away{Absence::lock}});
    day.happen(10min + 5s, Unlocked{});
    REQUIRE(count<note::Returned>(day) == 1);
    CHECK(day.noted<note::Returned>()[0].length == 5s);
    CHECK(day.noted<note::Returned>()[0].paid.empty());
}

TEST_CASE("another session and a request to lock are absences of their own") {
    BareDay day;
    day.happen(10min, SessionLeft{});
    day.happen(11min, SessionReturned{});
    day.happen(12min, Locked{.requested = true});
    CHECK(day.noted<note::Away>() ==
          std::vector{note::Away{Absence::other_session}, note::Away{Absence::lock_request}});
}

TEST_CASE("a sleep is noted with its length and what it paid") {
    BareDay day;
    day.happen(25min, AlarmRang{});
    day.happen(25min + 30s, AlarmRang{}, 30s);
    const auto slept = day.noted<note::Slept>();
    REQUIRE(slept.size() == 1);
    CHECK(slept[0].length == 30s);
    CHECK(slept[0].paid == std::vector{Paid{"micro", 25min, 10min}});
}

TEST_CASE("answers that put off are noted as waits, also of the others") {
    Plan plan = office_plan();
    plan.breaks[0].interval = 28min;
    plan.breaks[1].interval = 30min;
    BareDay day(plan);
    day.happen(29min, AlarmRang{});
    day.happen(29min, PromptAnswered{day.prompt_id(), Answer::snooze, 5min}); // of long, merged
    const auto waits = day.noted<note::Wait>();
    REQUIRE(waits.size() == 2);
    CHECK(std::ranges::count(waits, note::Wait{"micro", WaitCause::other_answered, Instant{34min}}) == 1);
    CHECK(std::ranges::count(waits, note::Wait{"long", WaitCause::snoozed, Instant{34min}}) == 1);
    day.happen(34min, AlarmRang{});
    CHECK(std::ranges::count(day.noted<note::Wait>(), note::Wait{"long", WaitCause::snoozed, {}}) == 1);
}

TEST_CASE("too many today, and a new day") {
    Plan plan = micro_alone();
    plan.breaks[0].max_per_day = 1;
    plan.breaks[0].max_prompts = 1;
    plan.day_starts = 11h;
    BareDay day(plan);
    day.happen(65min, AlarmRang{});
    CHECK(day.noted<note::TooManyToday>() == std::vector{note::TooManyToday{"micro", 1, false}});
    day.happen(121min, AlarmRang{});
    CHECK(day.noted<note::TooManyToday>().back() == note::TooManyToday{"micro", 1, true});
    CHECK(day.saw("11:00:30 prompt micro"));
}

TEST_CASE("cut, rested by one's own word, allowed again, settings changed, presence lost: a note each") {
    BareDay day;
    day.happen(5min, StartRequested{"micro", {}, false});
    day.happen(5min + 5s, Locked{});
    CHECK(day.noted<note::Cut>() == std::vector{note::Cut{"micro"}});
    day.happen(5min + 6s, Unlocked{});
    day.happen(6min, Rested{});
    CHECK(count<note::SaidRested>(day) == 1);
    day.happen(37min, AlarmRang{});
    day.happen(37min, PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    REQUIRE(day.state.bag.never.size() == 1);
    const std::string never_again = day.state.bag.never[0];
    day.happen(37min, ExerciseAllowed{never_again});
    CHECK(day.noted<note::Allowed>() == std::vector{note::Allowed{never_again}});
    day.happen(38min, PlanReplaced{});
    CHECK(count<note::SettingsChanged>(day) == 1);
    day.happen(38min, PresenceLost{});
    CHECK(day.noted<note::Presence>().back() == note::Presence{false});
}

TEST_CASE("with nobody to tell, the same effects and the same state") {
    Plan plan = office_plan();
    State silent = fresh_state(plan, 1);
    State telling = silent;
    std::vector<Effect> one;
    std::vector<Effect> other;
    std::vector<Note> notes;
    const auto happen = [&](Duration at, const Happening& what) {
        const Event event{.stamp = {.at = Instant{at}, .asleep = {}, .civil = {.utc = Utc{at}}},
                          .what = what};
        step(plan, silent, event, one);
        step(plan, telling, event, other, &notes);
    };
    happen(0s, Started{});
    happen(0s, PresenceFound{.finest = 1s});
    for (Duration at = 1min; at < 4h; at += 30s) {
        happen(at, at == 50min   ? Happening{Locked{}}
                   : at == 70min ? Happening{Unlocked{}}
                                 : Happening{AlarmRang{}});
    }
    CHECK(one == other);
    CHECK(silent == telling);
    CHECK(notes.size() > 20);
}
