// SPDX-License-Identifier: GPL-3.0-or-later
// A long break: a set for different parts of the body, then away from the desk.
#include "catalogue.hpp"
#include "core/session.hpp"
#include "observed_day.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <rapidcheck.h>
#include <set>
#include <string>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using namespace std::chrono_literals;

TEST_CASE("a long break has four areas and leaves at least a minute to leave the desk") {
    const auto law = [] {
        Plan plan = shipped_plan();
        const bool home = *rc::gen::arbitrary<bool>();
        if (home) {
            plan.person = {.place = "private",
                           .positions = {"seated", "standing", "floor"},
                           .health = {},
                           .exclude = {}};
        }
        ObservedDay day(plan, *rc::gen::arbitrary<std::uint64_t>(), does_it);
        const int breaks = *rc::gen::inRange(1, 12);
        for (int i = 0; i < breaks; ++i) {
            day.work(std::chrono::minutes{*rc::gen::inRange(1, 90)});
            day.desk.tell(StartRequested{.rule = "long", .exercise = {}, .replace = true});
            const Session session = day.sessions.back().session;
            RC_ASSERT(session.break_id == "long");
            std::set<std::string> areas;
            Duration exercising{};
            for (const std::string& id : session.exercises) {
                areas.insert(in(plan, id).area);
                exercising += length_of(in(plan, id));
            }
            const bool squeezed = std::ranges::count(session.exercises, "blade-squeeze") == 1;
            RC_ASSERT(areas.size() == session.exercises.size());
            RC_ASSERT(session.exercises.size() == 4U || (squeezed && session.exercises.size() == 5U));
            const SessionPhase& last = session.phases.back();
            RC_ASSERT(last.name == "leave-desk");
            RC_ASSERT(last.length == 5min - exercising);
            RC_ASSERT(last.length >= 60s);
            RC_ASSERT(length_of(session) == 5min);
        }
    };
    CHECK(rc::check("a long break is balanced", law));
}

TEST_CASE("who asks for more exercises than fit gets what fits") {
    Plan plan = shipped_plan();
    for (BreakRule& rule : plan.breaks)
        rule.exercises.count = 10;
    ObservedDay day(plan, 1, {});
    day.work(5min);
    for (const BreakRule& rule : plan.breaks) {
        day.desk.tell(StartRequested{.rule = rule.name, .exercise = {}, .replace = true});
        const Session& session = day.sessions.back().session;
        CHECK(session.exercises.size() >= 2);
        CHECK(length_of(session) <= rule.rest + 100s);
        CHECK(std::set<std::string>(session.exercises.begin(), session.exercises.end()).size() ==
              session.exercises.size());
    }
}

TEST_CASE("a set is drawn from what the rule names, and from nothing else") {
    Plan plan = shipped_plan();
    for (BreakRule& rule : plan.breaks)
        rule.exercises = {.count = 5, .from = {"neck"}};
    ObservedDay day(plan, 1, {});
    day.work(5min);
    day.desk.tell(StartRequested{.rule = "long", .exercise = {}, .replace = true});
    CHECK(day.sessions.back().session.exercises.size() == 3);
    for (const std::string& id : day.sessions.back().session.exercises)
        CHECK(in(plan, id).area == "neck");
}
