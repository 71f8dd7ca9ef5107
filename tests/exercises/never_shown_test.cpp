// SPDX-License-Identifier: GPL-3.0-or-later
// What hurts is never shown, whichever way an exercise can come up: a prompt, a merged one, "another",
// "never", a snoozed one, a ride along, a long set, one asked for by its id, and a change of the
// configuration.
#include "catalogue.hpp"
#include "observed_day.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <rapidcheck.h>
#include <set>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using namespace std::chrono_literals;

namespace {

std::set<std::string> all_tags(const Plan& plan) {
    std::set<std::string> tags;
    for (const Exercise& exercise : plan.exercises)
        tags.insert(exercise.avoid_if.begin(), exercise.avoid_if.end());
    return tags;
}

/// The first exercise seen that this person should not do; empty when all is well.
std::string unsuitable(const Plan& plan, const std::vector<std::string>& shown) {
    for (const std::string& id : shown) {
        if (!suits(plan.person, in(plan, id))) return id;
    }
    return {};
}

/// Goes through all the ways, with answers as `dice` says.
void try_everything(ObservedDay& day, const Plan& plan, const std::vector<int>& dice) {
    for (const int number : dice) {
        day.work(std::chrono::minutes{10 + number % 50});
        const std::string rule = number % 2 == 0 ? "micro" : "long";
        switch (number % 5) {
        case 0: day.desk.tell(StartRequested{.rule = rule, .exercise = {}, .replace = true}); break;
        case 1: day.desk.tell(StartRequested{.rule = {}, .exercise = {}, .replace = true}); break;
        case 2: day.desk.tell(PromptAnswered{.id = 0, .answer = Answer::another, .snooze = {}}); break;
        case 3: day.desk.tell(PromptAnswered{.id = 0, .answer = Answer::never_again, .snooze = {}}); break;
        default: day.desk.tell(ExerciseAllowed{}); break;
        }
    }
    for (const Exercise& exercise : plan.exercises) {
        const auto has = [](const std::vector<std::string>& list, const std::string& one) {
            return std::ranges::find(list, one) != list.end();
        };
        const bool hurts = std::ranges::any_of(
            exercise.avoid_if, [&](const std::string& tag) { return has(plan.person.health, tag); });
        const bool barred =
            hurts || has(plan.person.exclude, exercise.id) || has(plan.person.exclude, exercise.area);
        const std::size_t before = day.sessions.size();
        const int refused = day.refusals;
        // place and position do not keep anybody from what they ask for by name; what they
        // bar does, for whatever reason
        const std::size_t seen = day.shown.size();
        day.desk.tell(StartRequested{.rule = {}, .exercise = exercise.id, .replace = true});
        CHECK((day.sessions.size() == before) == barred);
        CHECK((day.refusals == refused + 1) == barred);
        if (!barred) {
            day.desk.tell(SessionSteered{.how = Steering::stop});
            day.shown.resize(seen);
        }
    }
}

constexpr std::array answers{Answer::start,   Answer::another,     Answer::skip,
                             Answer::another, Answer::never_again, Answer::snooze};

ObservedDay::Answering mixed(std::vector<int> dice) {
    return [dice, turn = std::size_t{0}](ObservedDay& day, const ShowPrompt& prompt) mutable {
        const int number = dice.empty() ? 0 : dice[turn++ % dice.size()];
        if (number % 7 < 6) day.answer(prompt, answers.at(static_cast<std::size_t>(number % 7)));
    };
}

} // namespace

TEST_CASE("with any one health tag, nothing that is to be avoided with it is ever shown") {
    Plan plan = shipped_plan();
    plan.person = {
        .place = "private", .positions = {"seated", "standing", "floor"}, .health = {}, .exclude = {}};
    const std::set<std::string> tags = all_tags(plan);
    CHECK(tags.size() == 23);
    for (const std::string& tag : tags) {
        CAPTURE(tag);
        plan.person.health = {tag};
        ObservedDay day(plan, 7, mixed({0, 1, 2, 3, 4, 5, 6, 0, 0, 3}));
        try_everything(day, plan, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13});
        CHECK(day.prompts.size() > 5);
        CHECK(unsuitable(plan, day.shown) == "");
    }
}

TEST_CASE("any person, any answers: only what suits") {
    const auto law = [] {
        Plan plan = shipped_plan();
        const auto some = [](std::vector<std::string> words) {
            std::erase_if(words, [](const std::string&) { return *rc::gen::inRange(0, 4) != 0; });
            return words;
        };
        const std::set<std::string> tags = all_tags(plan);
        std::vector<std::string> ids{"neck", "eyes", "wrists"};
        for (const Exercise& exercise : plan.exercises)
            ids.push_back(exercise.id);
        plan.person.place = *rc::gen::element<std::string>("office", "private");
        plan.person.positions = *rc::gen::elementOf(std::vector<std::vector<std::string>>{
            {"seated"}, {"standing"}, {"seated", "standing"}, {"seated", "standing", "floor"}, {"floor"}});
        plan.person.health = some({tags.begin(), tags.end()});
        plan.person.exclude = some(ids);
        const auto dice = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 1000));
        ObservedDay day(plan, *rc::gen::arbitrary<std::uint64_t>(), mixed(dice));
        try_everything(day, plan, dice);
        RC_ASSERT(unsuitable(plan, day.shown) == std::string{});
    };
    CHECK(rc::check("only what suits", law));
}

TEST_CASE("what begins to hurt is gone from the prompt that is up and from the one that was put off") {
    Plan plan = shipped_plan();
    for (const Answer answer : {Answer::another, Answer::snooze}) {
        ObservedDay day(plan, 3, {});
        while (day.prompts.empty() || in(plan, day.prompts.back().exercise).avoid_if.empty())
            day.work(1min);
        const Exercise& shown = in(plan, day.prompts.back().exercise);
        if (answer == Answer::snooze) day.answer(day.prompts.back(), answer);
        Plan hurt = plan;
        hurt.person.health = {shown.avoid_if.front()};
        day.shown.clear();
        day.desk.replace_plan(hurt);
        day.work(40min);
        day.desk.tell(StartRequested{.rule = {}, .exercise = {}, .replace = true});
        CHECK_FALSE(day.shown.empty());
        CHECK(unsuitable(hurt, day.shown) == "");
    }
}

TEST_CASE("two breaks due at once, and a ride along, mind what hurts") {
    Plan plan = shipped_plan();
    plan.person.health = {"rib_injury"}; // the squeeze alone
    ObservedDay day(plan, 5, does_it);
    day.work(10h);
    CHECK(
        std::ranges::any_of(day.prompts, [](const ShowPrompt& prompt) { return prompt.break_id == "long"; }));
    CHECK(std::ranges::count(day.shown, "blade-squeeze") == 0);
    plan.person.health.clear();
    ObservedDay healthy(plan, 5, does_it);
    healthy.work(10h);
    CHECK(std::ranges::count(healthy.shown, "blade-squeeze") > 10);
}
