// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choosing.hpp"
#include "settings/checks.hpp"
#include "simulate/desk.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace limber;
using namespace std::chrono_literals;
using settings::never_due;
using settings::NeverDue;

namespace {

struct Timing {
    Duration interval;
    Duration rest;
};

/// Rules "1", "2" … without exercises, so that a break lasts as long as its rest.
Plan rules(const std::vector<Timing>& spans) {
    Plan plan;
    for (const Timing& span : spans) {
        plan.breaks.push_back(
            {.name = std::to_string(plan.breaks.size() + 1), .interval = span.interval, .rest = span.rest});
    }
    return plan;
}

std::vector<NeverDue> found(const std::vector<Timing>& spans) {
    return never_due(rules(spans));
}

/// One of a single phase.
Exercise exercise(const std::string& id, const std::string& area, Duration length) {
    return {.id = id,
            .area = area,
            .positions = {"seated"},
            .places = {"office"},
            .blocks = {Block{.phases = {Phase{.length = length}}}}};
}

const std::vector<NeverDue> none;

std::vector<NeverDue> only(std::size_t rule, std::size_t kept_away_by) {
    return {{rule, kept_away_by}};
}

} // namespace

TEST_CASE("rules that people bring along come due, and so do the shipped ones") {
    CHECK(found({{15min, 15s}, {75min, 60s}}) == none);
    CHECK(found({{25min, 5min}, {100min, 15min}}) == none);
    CHECK(found({{3min, 30s}, {45min, 10min}}) == none);
    CHECK(found({{30min, 40s}, {60min, 5min}}) == none);
    CHECK(found({{20min, 20s}}) == none);
    CHECK(found({}) == none);
}

TEST_CASE("a long rest hardly longer than the short one never comes due") {
    CHECK(found({{20min, 5min}, {60min, 6min}}) == only(1, 0));
    CHECK(found({{60min, 6min}, {20min, 5min}}) == only(0, 1));
    // from twice the short rest on, nothing of it is paid back
    CHECK(found({{20min, 5min}, {60min, 10min}}) == none);
    // a little of it is, but less than what is worked in between
    CHECK(found({{20min, 5min}, {60min, 9min}}) == none);
    CHECK(found({{10min, 2min}, {4h, 2min + 20s}}) == only(1, 0));
}

TEST_CASE("the rule that takes the most away is named") {
    // the five seconds pay nothing, the five minutes three quarters of it
    CHECK(found({{4min, 5s}, {20min, 5min}, {60min, 6min}}) == only(2, 1));
    CHECK(found({{20min, 5min}, {60min, 6min}, {90min, 6min}}) == std::vector<NeverDue>{{1, 0}, {2, 0}});
}

TEST_CASE("breaks that leave no time for work are named as such") {
    CHECK(found({{24h, 1h}, {5s, 1s}}) == none);
    const Plan plan = [] {
        Plan busy = rules({{24h, 1h}, {5s, 1s}});
        busy.exercises = {exercise("rolls", "shoulders", 75s)};
        return busy;
    }();
    CHECK(never_due(plan) == std::vector<NeverDue>{{0, 1, true}});
}

TEST_CASE("a shorter break that a longer one always comes instead of is never asked for either") {
    CHECK(found({{58min, 40s}, {60min, 5min}}) == only(0, 1)); // within merge_within
    CHECK(found({{56min, 40s}, {60min, 5min}}) == none);
    CHECK(found({{60min, 40s}, {60min, 5min}}) == only(0, 1));
}

TEST_CASE("hours, a cap for the day and holds are left out") {
    Plan plan = rules({{30min, 40s}, {5h, 5min}});
    plan.breaks[0].max_per_day = 1;
    plan.breaks[1].max_per_day = 0;
    plan.hours.emplace(); // every day off
    CHECK(never_due(plan) == none);
}

TEST_CASE("three intervals are waited for where sixteen hours are not enough") {
    CHECK(found({{30min, 40s}, {24h, 5min}}) == none);
    // per half hour a tenth of 20 h is paid back
    CHECK(found({{30min, 40s}, {20h, 80s - 4s}}) == only(1, 0));
}

TEST_CASE("a break lasts as long as its longest session") {
    Plan plan = rules({{15min, 15s}, {75min, 60s}});
    plan.exercises = {exercise("near", "eyes", 15s)};
    CHECK(longest_session(plan, plan.breaks[0]) == 15s);
    CHECK(never_due(plan) == none);
    plan.exercises.push_back(exercise("far", "eyes", 50s));
    CHECK(longest_session(plan, plan.breaks[0]) == 50s);
    CHECK(never_due(plan) == only(1, 0));
    plan.person.exclude = {"far"};
    CHECK(never_due(plan) == none);
}

TEST_CASE("the longest session has the longest exercises that may follow each other, and what rides along") {
    Plan plan = rules({{30min, 40s}, {60min, 5min}});
    plan.breaks[1].exercises.count = 2;
    plan.exercises = {exercise("a", "eyes", 30s), exercise("b", "legs", 90s), exercise("c", "neck", 70s)};
    CHECK(longest_session(plan, plan.breaks[0]) == 90s);
    CHECK(longest_session(plan, plan.breaks[1]) == 5min); // the rest of it to leave the desk
    plan.breaks[1].rest = 2min;
    CHECK(longest_session(plan, plan.breaks[1]) == 160s);
    plan.exercises.push_back(exercise("squeeze", "upper_back", 20s));
    plan.exercises.back().quota = Quota{.per_day = 8, .min_gap = 30min};
    plan.exercises.back().ride_along = true;
    CHECK(longest_session(plan, plan.breaks[0]) == 110s);
    CHECK(longest_session(plan, plan.breaks[1]) == 180s);
}

TEST_CASE("a day at the desk agrees") {
    // the desk tells the core of presence in its own way
    std::mt19937_64 dice{7};
    const auto between = [&](int least, int most) {
        return std::uniform_int_distribution{least, most}(dice);
    };
    int warned_of = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<Timing> spans;
        for (int rule = between(2, 3); rule > 0; --rule) {
            const Duration interval = between(2, 100) * 1min;
            spans.push_back({interval, std::min<Duration>(between(1, 40) * 15s, interval - 1s)});
        }
        Plan plan = rules(spans);
        plan.idle_after = between(1, 5) * 1min;
        plan.merge_within = between(0, 5) * 1min;
        plan.typing_gap = between(0, 1) * 3s;
        std::set<std::string> asked;
        simulate::Desk* at = nullptr;
        simulate::Desk desk{plan, 1, {}, [&](const Event& /*event*/, const std::vector<Effect>& effects) {
                                for (const Effect& effect : effects) {
                                    const auto* const prompt = std::get_if<ShowPrompt>(&effect.what);
                                    if (prompt == nullptr) continue;
                                    asked.insert(prompt->break_id);
                                    at->ignore_input_until(
                                        at->now() + plan.breaks[*find_rule(plan, prompt->break_id)].rest);
                                }
                            }};
        at = &desk;
        desk.start();
        desk.type(16h);
        desk.pass(16h);
        std::set<std::string> expected;
        for (const BreakRule& rule : plan.breaks)
            expected.insert(rule.name);
        for (const NeverDue& one : never_due(plan)) {
            ++warned_of;
            CHECK(one.rule != one.kept_away_by);
            expected.erase(plan.breaks[one.rule].name);
        }
        CAPTURE(round);
        CHECK(asked == expected);
    }
    CHECK(warned_of > 10);
}
