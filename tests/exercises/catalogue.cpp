// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.hpp"

#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace limber::testing {

using namespace std::chrono_literals;

namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

bool meet(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::ranges::any_of(some, [&](const std::string& word) { return has(others, word); });
}

} // namespace

Plan shipped_plan() {
    const auto loaded =
        settings::load_settings({.user = {}, .system = {}, .shipped = LIMBER_SOURCE_DIR "/config"});
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->warnings.empty());
    return loaded->settings.plan;
}

Plan micro_only(Plan plan) {
    std::erase_if(plan.breaks, [](const BreakRule& rule) { return rule.name != "micro"; });
    plan.typing_gap = 0s;
    return plan;
}

Exercise made_up(const std::string& id, const std::string& area, Duration length) {
    Exercise exercise;
    exercise.id = exercise.title = id;
    exercise.area = area;
    exercise.positions = {"any"};
    exercise.places = {"office", "private"};
    exercise.blocks = {
        {.reps = 1, .mirror = false, .phases = {{.name = "move", .text = "Move.", .length = length}}}};
    return exercise;
}

Plan plan_with(const std::vector<int>& areas) {
    Plan plan;
    BreakRule micro;
    micro.name = "micro";
    micro.interval = 30min;
    micro.rest = 40s;
    plan.breaks = {micro};
    char area = 'a';
    for (const int count : areas) {
        for (int i = 0; i < count; ++i) {
            plan.exercises.push_back(made_up(area + std::to_string(i), std::string{area}, 30s));
        }
        ++area;
    }
    return plan;
}

bool suits(const Person& person, const Exercise& exercise) {
    return !meet(exercise.avoid_if, person.health) && has(exercise.places, person.place) &&
           (has(exercise.positions, "any") || meet(exercise.positions, person.positions)) &&
           !has(person.exclude, exercise.id) && !has(person.exclude, exercise.area);
}

bool areas_can_take_turns(const Plan& plan, const std::function<bool(const Exercise&)>& may_be) {
    std::map<std::string, int> areas;
    int all = 0;
    for (const Exercise& exercise : plan.exercises) {
        if (!may_be(exercise)) continue;
        ++areas[exercise.area];
        ++all;
    }
    return areas.size() >= 2 &&
           std::ranges::all_of(areas, [&](const auto& area) { return area.second * 2 <= all; });
}

const Exercise& in(const Plan& plan, const std::string& id) {
    const Exercise* const found = find_exercise(plan, id);
    REQUIRE_MESSAGE(found != nullptr, "no exercise \"" << id << "\"");
    return *found;
}

} // namespace limber::testing
