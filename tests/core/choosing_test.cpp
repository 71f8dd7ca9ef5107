// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choosing.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

/// Eight exercises in four areas.
Plan eight() {
    Plan plan = office_plan();
    plan.exercises.clear();
    int n = 0;
    for (const char* area : {"neck", "shoulders", "trunk", "eyes"}) {
        plan.exercises.push_back(exercise("e" + std::to_string(n++), area, 30s));
        plan.exercises.push_back(exercise("e" + std::to_string(n++), area, 40s));
    }
    return plan;
}

/// What is shown over so many prompts that are all done.
std::vector<std::string> shown(const Plan& plan, int prompts, std::uint64_t seed) {
    State state = fresh_state(plan, seed);
    std::vector<std::string> ids;
    for (int i = 0; i < prompts; ++i) {
        ids.push_back(choose(plan, state, plan.breaks[0], {}));
        exercise_shown(plan, state, ids.back());
        exercise_done(state, ids.back());
    }
    return ids;
}

std::string area_of(const Plan& plan, const std::string& id) {
    return find_exercise(plan, id)->area;
}

} // namespace

TEST_CASE("never the same exercise nor the same area twice running") {
    const Plan plan = eight();
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const auto ids = shown(plan, 100, seed);
        for (std::size_t i = 1; i < ids.size(); ++i) {
            CHECK(ids[i] != ids[i - 1]);
            CHECK(area_of(plan, ids[i]) != area_of(plan, ids[i - 1]));
        }
    }
}

TEST_CASE("after whole bags every exercise was shown equally often") {
    const Plan plan = eight();
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        std::map<std::string, int> counts;
        for (const std::string& id : shown(plan, 8 * 5, seed)) {
            ++counts[id];
        }
        CHECK(counts.size() == 8);
        for (const auto& [id, count] : counts) {
            CHECK(count == 5);
        }
    }
}

TEST_CASE("the same past gives the same choice, another seed another one") {
    CHECK(shown(eight(), 50, 3) == shown(eight(), 50, 3));
    CHECK(shown(eight(), 50, 3) != shown(eight(), 50, 4));
}

TEST_CASE("who must not be shown an exercise is never shown it") {
    Plan plan = eight();
    plan.exercises[0].avoid_if = {"neck_injury", "dizziness"};
    plan.person.health = {"dizziness"};
    plan.exercises[1].places = {"private"};
    plan.exercises[2].positions = {"floor"};
    plan.person.exclude = {"e3", "trunk"};
    const State state = fresh_state(plan, 1);
    CHECK(unfit(plan, state.bag, plan.exercises[0]) == Unfit::health);
    CHECK(unfit(plan, state.bag, plan.exercises[1]) == Unfit::place);
    CHECK(unfit(plan, state.bag, plan.exercises[2]) == Unfit::position);
    CHECK(unfit(plan, state.bag, plan.exercises[3]) == Unfit::excluded);
    CHECK(unfit(plan, state.bag, plan.exercises[4]) == Unfit::excluded);
    for (const std::string& id : shown(plan, 200, 5)) {
        CHECK((id == "e6" || id == "e7"));
    }
}

TEST_CASE("nothing fits: stand-walk, then eyes-far, then a plain break") {
    Plan plan = eight();
    plan.person.place = "moon";
    State state = fresh_state(plan, 1);
    CHECK(choose(plan, state, plan.breaks[0], {}).empty());
    Exercise walk = exercise("stand-walk", "whole_body", 60s);
    walk.places = {"moon"};
    walk.avoid_if = {"cannot_stand"};
    Exercise far = exercise("eyes-far", "eyes", 20s);
    far.places = {"moon"};
    plan.exercises = {walk, far};
    plan.breaks[0].exercises.from = {"neck"};
    CHECK(choose(plan, state, plan.breaks[0], {}) == "stand-walk");
    plan.person.health = {"cannot_stand"};
    CHECK(choose(plan, state, plan.breaks[0], {}) == "eyes-far");
}

TEST_CASE("a rule draws from its own selection, and a short break carries no long exercise") {
    Plan plan = eight();
    plan.breaks[0].exercises.from = {"eyes", "e0"};
    for (const std::string& id : shown(plan, 30, 2)) {
        CHECK((id == "e0" || id == "e6" || id == "e7"));
    }
    plan = eight();
    plan.exercises[0] = exercise("e0", "neck", 101s);
    for (const std::string& id : shown(plan, 30, 2)) {
        CHECK(id != "e0");
    }
}

TEST_CASE("skipped goes to the back once; skipped twice rests until tomorrow") {
    const Plan plan = eight();
    State state = fresh_state(plan, 9);
    const std::string first = choose(plan, state, plan.breaks[0], {});
    exercise_shown(plan, state, first);
    exercise_skipped(state, first);
    CHECK(state.bag.ids.back() == first);
    exercise_skipped(state, first);
    for (int i = 0; i < 40; ++i) {
        const std::string id = choose(plan, state, plan.breaks[0], {});
        CHECK(id != first);
        exercise_shown(plan, state, id);
        exercise_done(state, id);
    }
    begin_day(state);
    bool again = false;
    for (int i = 0; i < 20; ++i) {
        const std::string id = choose(plan, state, plan.breaks[0], {});
        again = again || id == first;
        exercise_shown(plan, state, id);
        exercise_done(state, id);
    }
    CHECK(again);
}

TEST_CASE("a quota holds: so many a day, and never closer than its gap of active time") {
    Plan plan = eight();
    plan.exercises[0].quota = Quota{2, 20min};
    State state = fresh_state(plan, 1);
    int done = 0;
    for (int i = 0; i < 60; ++i) {
        const std::string id = choose(plan, state, plan.breaks[0], {});
        exercise_shown(plan, state, id);
        exercise_done(state, id);
        done += id == "e0" ? 1 : 0;
        state.desk_time += 5min;
    }
    CHECK(done == 2);
}

TEST_CASE("another, never again, and allowed again") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(31min);
    const std::string first = day.desk.state().prompt->exercise;
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::another, {}});
    const std::string second = day.desk.state().prompt->exercise;
    CHECK(second != first);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    CHECK(day.desk.state().prompt->exercise != second);
    CHECK(day.desk.state().bag.never == std::vector<std::string>{second});
    CHECK(day.count("withdraw") == 0);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    CHECK(day.desk.state().prompt->exercise.empty());
    day.desk.tell(ExerciseAllowed{});
    CHECK(day.desk.state().bag.never.empty());
}

TEST_CASE("a long session is made of several exercises of different areas and ends away from the desk") {
    Plan plan = eight();
    plan.breaks[1].exercises.count = 4;
    State state = fresh_state(plan, 2);
    const auto ids = compose(plan, state, plan.breaks[1], "e0");
    REQUIRE(ids.size() == 4);
    CHECK(ids[0] == "e0");
    CHECK(area_of(plan, ids[1]) != "neck");
    const auto phases = phases_of(plan, ids, plan.breaks[1].rest);
    CHECK(phases.back().name == "leave-desk");
}

TEST_CASE("snoozed: the same exercise next time") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(31min);
    const std::string first = day.desk.state().prompt->exercise;
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::snooze, 5min});
    day.desk.pass(36min + 30s);
    REQUIRE(day.prompt_id() != 0);
    CHECK(day.desk.state().prompt->exercise == first);
}
