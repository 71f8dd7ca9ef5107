// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated person keeps the rules of activity files, goes home, and is the same for the same seed.
#include "simulate/desk_worker.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

constexpr FileClock monday{std::chrono::sys_days{std::chrono::January / 6 / 2025}, 0s};

struct Lived {
    std::vector<Action> actions;
    Utc begins;
};

Lived live(Habit habit, std::uint64_t seed, int days) {
    DeskWorker person(habit, seed, days, monday);
    Lived lived{{}, person.clock()->utc};
    for (;;) {
        const auto action = person.next();
        REQUIRE(action.has_value());
        if (!*action) return lived;
        lived.actions.push_back(**action);
    }
}

bool is(const Action& action, Occurrence what) {
    const auto* occurrence = std::get_if<Occurrence>(&action.what);
    return occurrence != nullptr && *occurrence == what;
}

Duration time_of_day(Utc at) {
    return at - std::chrono::floor<std::chrono::days>(at);
}

} // namespace

TEST_CASE("what a simulated person does could be written in a file") {
    for (const Habit habit : {Habit::writer, Habit::in_meetings, Habit::restless}) {
        CAPTURE(static_cast<int>(habit));
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto lived = live(habit, seed, 14);
            Duration latest{};
            Duration typed{};
            bool locked = false;
            bool held = false;
            bool asleep = false;
            CHECK(lived.actions.front().at == 0s);
            for (const Action& action : lived.actions) {
                CHECK(action.at >= latest);
                latest = action.at;
                if (const auto* typing = std::get_if<Typing>(&action.what)) {
                    CHECK(action.at >= typed);
                    CHECK(typing->until >= action.at);
                    CHECK_FALSE(locked);
                    CHECK_FALSE(asleep);
                    typed = typing->until;
                } else if (const auto* hold = std::get_if<HoldChange>(&action.what)) {
                    CHECK(hold->on != held);
                    held = hold->on;
                } else if (is(action, Occurrence::lock) || is(action, Occurrence::unlock)) {
                    CHECK(is(action, Occurrence::lock) != locked);
                    locked = !locked;
                } else if (is(action, Occurrence::sleep) || is(action, Occurrence::wake)) {
                    CHECK(is(action, Occurrence::sleep) != asleep);
                    asleep = !asleep;
                }
            }
            CHECK(is(lived.actions.back(), Occurrence::end));
        }
    }
}

TEST_CASE("office hours, evenings and weekends") {
    const auto lived = live(Habit::writer, 3, 21);
    CHECK(time_of_day(lived.begins) >= 8h + 42min);
    CHECK(time_of_day(lived.begins) <= 9h + 18min);
    int arrivals = 0;
    for (const Action& action : lived.actions) {
        const Utc at = lived.begins + action.at;
        CHECK(std::chrono::weekday{std::chrono::floor<std::chrono::days>(at)}.iso_encoding() <= 5);
        CHECK(time_of_day(at) >= 8h + 42min);
        CHECK(time_of_day(at) <= 18h + 30min);
        if (is(action, Occurrence::wake)) ++arrivals;
    }
    CHECK(arrivals == 14); // every working day but the first
}

TEST_CASE("the one day of a writer has a call, a lunch and an end") {
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
        const auto lived = live(Habit::writer, seed, 1);
        CHECK(std::ranges::count_if(lived.actions, [](const Action& one) {
                  return std::holds_alternative<HoldChange>(one.what);
              }) == 2);
        Duration longest{};
        for (std::size_t i = 1; i < lived.actions.size(); ++i) {
            const auto* typing = std::get_if<Typing>(&lived.actions[i - 1].what);
            longest =
                std::max(longest, lived.actions[i].at - (typing ? typing->until : lived.actions[i - 1].at));
        }
        CHECK(longest >= 30min);
        CHECK(lived.actions.back().at >= 7h + 30min);
    }
}

TEST_CASE("the seed chooses the day") {
    CHECK(live(Habit::restless, 7, 5).actions == live(Habit::restless, 7, 5).actions);
    CHECK(live(Habit::restless, 7, 5).actions != live(Habit::restless, 8, 5).actions);
    CHECK(live(Habit::restless, 7, 5).begins == live(Habit::restless, 7, 1).begins);
}

TEST_CASE("dice stay within their bounds and reach both ends") {
    Dice dice(1);
    Duration least = 1h;
    Duration most{};
    for (int i = 0; i < 1000; ++i) {
        const Duration one = dice.between(5ms, 9ms);
        least = std::min(least, one);
        most = std::max(most, one);
    }
    CHECK(least == 5ms);
    CHECK(most == 9ms);
    CHECK(dice.mostly_short(3s, 3s) == 3s);
    CHECK_FALSE(dice.chance(0));
    CHECK(dice.chance(100));
}
