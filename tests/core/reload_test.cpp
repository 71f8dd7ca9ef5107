// SPDX-License-Identifier: GPL-3.0-or-later
#include "day.hpp"
#include "record/record.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace limber;
using namespace limber::simulate;
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

TEST_CASE("what is known of a rule that the settings lack is kept, and taken up when it returns") {
    BareDay day;
    const Plan whole = day.plan;
    Plan without = whole;
    without.breaks.erase(without.breaks.begin());
    const auto load = [&](Duration at, const Plan& plan) {
        day.happen(at, AlarmRang{});
        day.plan = plan;
        day.come_late(at, PlanReplaced{});
    };

    SUBCASE("neither work nor rest changes it meanwhile") {
        load(20min, without);
        day.happen(25min, Locked{});
        day.happen(25min + 1s, BecameIdle{1s});
        day.happen(26min, Unlocked{});
        day.happen(26min, BecameActive{});
        load(40min, whole);
        CHECK(day.micro() == 20min);
        CHECK(day.long_break() == 39min);
        day.happen(51min, AlarmRang{});
        CHECK(day.saw("09:50:30 prompt micro"));
    }
    SUBCASE("a wait, and what was counted, as well") {
        day.happen(31min, AlarmRang{});
        day.happen(31min, PromptAnswered{day.prompt_id(), Answer::snooze, 15min});
        load(32min, without);
        load(33min, whole);
        const RuleStatus rule = day.now().rules[0];
        CHECK(rule.waits_until == Instant{46min});
        CHECK(rule.prompts == 1);
        CHECK(rule.snoozes_left == 2);
        CHECK(rule.prompted_today == 1);
        CHECK(rule.active == 33min - 1min);
    }
    SUBCASE("dropped within a rest, back within the same one: the rest does not pay what it did not know") {
        day.happen(20min, Locked{});
        day.happen(20min + 1s, BecameIdle{1s});
        load(20min + 10s, without);
        load(30min, whole);
        CHECK(day.micro() == 20min);
    }
    SUBCASE("it survives a restart, and one that brings the rule back") {
        load(20min, without);
        auto read = record::read_state(record::write_state(day.state));
        REQUIRE(read.has_value());
        day.state = *read;
        day.plan = whole;
        day.come_late(21min, Started{1min, Gap::neither, false});
        CHECK(day.micro() == 20min);
    }
}

TEST_CASE("such a rule is kept until the next day begins, and no longer") {
    Plan whole = office_plan();
    whole.day_starts = 9h + 30min;
    Plan without = whole;
    without.breaks.erase(without.breaks.begin());
    for (const Duration back : {29min, 31min}) {
        BareDay day(whole);
        day.happen(20min, AlarmRang{});
        day.plan = without;
        day.come_late(20min, PlanReplaced{});
        day.happen(back, AlarmRang{});
        day.plan = whole;
        day.come_late(back, PlanReplaced{});
        CHECK(day.micro() == (back < 30min ? Duration{20min} : Duration{0s}));
    }
}
