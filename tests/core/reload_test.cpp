// SPDX-License-Identifier: GPL-3.0-or-later
#include "day.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace limber;
using namespace limber::testing;

TEST_CASE("an equal plan changes nothing") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(31min);
    day.desk.tell(AlarmRang{});
    const State before = day.desk.state();
    day.desk.replace_plan(office_plan());
    CHECK(day.desk.state() == before);
}

TEST_CASE("progress follows the rule's name, not its place") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(20min);
    Plan plan = office_plan();
    std::ranges::reverse(plan.breaks);
    BreakRule added = plan.breaks[0];
    added.name = "eyes";
    plan.breaks.insert(plan.breaks.begin(), added);
    day.desk.replace_plan(plan);
    CHECK(day.active("eyes") == 0s);
    CHECK(day.active("micro") == 20min);
    CHECK(day.active("long") == 20min);
    day.desk.pass(31min);
    CHECK(day.saw("09:30:30 prompt micro"));
}

TEST_CASE("a prompt whose rule is gone is withdrawn once") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(31min);
    Plan plan = office_plan();
    plan.breaks.erase(plan.breaks.begin());
    day.desk.replace_plan(plan);
    CHECK(day.saw("09:31:00 withdraw micro lost"));
    day.desk.pass(58min);
    CHECK(day.count("prompt") == 1);
}

TEST_CASE("somebody who notes a bad shoulder sees another exercise at once") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.exercises.resize(2);
    plan.exercises[0].avoid_if = plan.exercises[1].avoid_if = {"shoulder_injury"};
    plan.exercises.push_back(exercise("look", "eyes", 20s));
    plan.person.exclude = {"look"};
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(31min);
    REQUIRE(day.desk.state().prompt->exercise != "look");
    plan.person.exclude.clear();
    plan.person.health = {"shoulder_injury"};
    day.desk.replace_plan(plan);
    CHECK(day.desk.state().prompt->exercise == "look");
    CHECK(day.count("withdraw") == 0);
}

TEST_CASE("a shorter interval makes a rule due at once, a longer one takes that back") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(20min);
    plan.breaks[0].interval = 15min;
    day.desk.replace_plan(plan);
    day.desk.pass(20min + 30s);
    CHECK(day.saw("09:20:30 prompt micro"));
    day.desk.tell(PromptClosed{day.prompt_id()});
    plan.breaks[0].interval = 60min;
    day.desk.replace_plan(plan);
    day.desk.pass(59min);
    CHECK(day.count("prompt") == 1);
}
