// SPDX-License-Identifier: GPL-3.0-or-later
// Nonsense is refused with a reason and changes nothing.
#include "core/choosing.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

Refusal refusal_of(const Plan& plan, const State& state, Happening what) {
    const Step result = step(plan, state, Event{state.now, std::move(what)});
    REQUIRE(result.effects.size() == 1);
    REQUIRE(std::holds_alternative<Ignored>(result.effects[0].what));
    CHECK(result.state == state);
    return std::get<Ignored>(result.effects[0].what).reason;
}

} // namespace

TEST_CASE("with no prompt up there is nothing to answer") {
    OfficeDay day;
    day.desk.type(1h);
    day.desk.pass(5min);
    const Plan& plan = day.desk.plan();
    const State& state = day.desk.state();
    CHECK(refusal_of(plan, state, PromptAnswered{0, Answer::snooze, {}}) == Refusal::nothing_prompted);
    CHECK(refusal_of(plan, state, PromptAnswered{0, Answer::skip, {}}) == Refusal::nothing_prompted);
    CHECK(refusal_of(plan, state, PromptAnswered{77, Answer::start, {}}) == Refusal::stale_prompt);
    CHECK(refusal_of(plan, state, PromptClosed{77}) == Refusal::stale_prompt);
    CHECK(refusal_of(plan, state, PromptFailed{77}) == Refusal::stale_prompt);
    CHECK(refusal_of(plan, state, SessionSteered{Steering::next}) == Refusal::no_session);
    CHECK(refusal_of(plan, state, ResumeRequested{}) == Refusal::not_paused);
    CHECK(refusal_of(plan, state, StartRequested{"nonsense", {}, false}) == Refusal::no_such_rule);
    CHECK(refusal_of(plan, state, StartRequested{{}, "nonsense", false}) == Refusal::no_such_exercise);
    CHECK(refusal_of(plan, state, PauseRequested{ForDuration{-1s}}) == Refusal::pause_out_of_range);
    CHECK(refusal_of(plan, state, PauseRequested{ForDuration{Duration::max()}}) ==
          Refusal::pause_out_of_range);
    CHECK(refusal_of(plan, state, PauseRequested{UntilClock{25h}}) == Refusal::pause_out_of_range);
    CHECK(refusal_of(plan, state, ExerciseAllowed{}) == Refusal::not_excluded);
    CHECK(refusal_of(plan, state, ExerciseAllowed{plan.exercises.at(0).id}) == Refusal::not_excluded);
    CHECK(refusal_of(plan, state, ExerciseAllowed{"nonsense"}) == Refusal::no_such_exercise);
}

TEST_CASE("a prompt refuses snoozes that are used up or out of range") {
    Plan plan = office_plan();
    plan.breaks[0].max_snoozes = 1;
    OfficeDay day(plan);
    day.desk.type(1h);
    day.desk.pass(31min);
    REQUIRE(day.prompt_id() != 0);
    CHECK(refusal_of(plan, day.desk.state(), PromptAnswered{0, Answer::snooze, -5s}) ==
          Refusal::snooze_out_of_range);
    CHECK(refusal_of(plan, day.desk.state(), PromptAnswered{0, Answer::snooze, Duration::max()}) ==
          Refusal::snooze_out_of_range);
    CHECK(refusal_of(plan, day.desk.state(), PromptAnswered{99, Answer::skip, {}}) == Refusal::stale_prompt);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::snooze, {}});
    day.desk.pass(37min);
    REQUIRE(day.prompt_id() != 0);
    CHECK(status(plan, day.desk.state()).prompt->snooze.empty());
    CHECK(refusal_of(plan, day.desk.state(), PromptAnswered{0, Answer::snooze, {}}) ==
          Refusal::no_snooze_left);
}

TEST_CASE("an exercise that hurts is refused even when asked for by its id") {
    Plan plan = office_plan();
    plan.exercises[0].avoid_if = {"shoulder_injury"};
    plan.person.health = {"shoulder_injury"};
    OfficeDay day(plan);
    day.desk.type(1h);
    day.desk.pass(5min);
    CHECK(refusal_of(plan, day.desk.state(), StartRequested{{}, "rolls", false}) == Refusal::not_suitable);
}

TEST_CASE("one that is barred and one that is excluded are refused alike, also where the place or position "
          "is wrong") {
    for (const bool elsewhere : {false, true}) {
        Plan plan = office_plan();
        plan.exercises[0].avoid_if = {"shoulder_injury"};
        plan.person.health = {"shoulder_injury"};
        plan.person.exclude = {plan.exercises[1].id};
        for (Exercise& exercise : plan.exercises) {
            if (elsewhere) exercise.places = {"private"};
            if (elsewhere) exercise.positions = {"floor"};
        }
        OfficeDay day(plan);
        CHECK(unfit(plan, {}, plan.exercises[0]) == Unfit::health);
        CHECK(unfit(plan, {}, plan.exercises[1]) == Unfit::excluded);
        for (const std::size_t which : {0, 1}) {
            CHECK(refusal_of(plan, day.desk.state(), StartRequested{{}, plan.exercises[which].id, false}) ==
                  Refusal::not_suitable);
        }
    }
}

TEST_CASE("nothing happens before the start") {
    const Plan plan = office_plan();
    const State state = fresh_state(plan, 1);
    CHECK(refusal_of(plan, state, AlarmRang{}) == Refusal::not_started);
    CHECK(next_wakeup(plan, state) == never);
    CHECK(idle_watches(plan, state).empty());
    CHECK(status(plan, state).doing == Activity::unknown);
}

TEST_CASE("a plan replaced before the start is the plan of the start") {
    const Plan before = office_plan();
    Plan after = before;
    after.breaks.erase(after.breaks.begin());
    const Step replaced = step(after, fresh_state(before, 1), Event{Stamp{}, PlanReplaced{}});
    CHECK(replaced.effects.empty());
    CHECK_FALSE(replaced.state.started);
    const Status then = status(after, replaced.state);
    REQUIRE(then.rules.size() == after.breaks.size());
    CHECK(then.rules[0].name == after.breaks[0].name);
    const Step started = step(after, replaced.state, Event{Stamp{}, Started{}});
    CHECK(started.state == step(after, fresh_state(after, 1), Event{Stamp{}, Started{}}).state);
}

TEST_CASE("a stamp that goes back is taken for now") {
    OfficeDay day;
    day.desk.type(1h);
    day.desk.pass(31min);
    State state = day.desk.state();
    Stamp back = state.now;
    back.at -= 10min;
    back.asleep -= 1min;
    const Step result = step(day.desk.plan(), state, Event{back, AlarmRang{}});
    CHECK(result.state.now.at == state.now.at);
    CHECK(result.effects.empty());
}
