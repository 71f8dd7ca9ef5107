// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration as the core sees it: complete, checked and immutable.
#pragma once

#include "exercise.hpp"
#include "time.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

/// Which exercises a rule draws from, and how many make up one session.
struct Selection {
    int count = 1;                 ///< at least 1
    std::vector<std::string> from; ///< ids or areas; empty: every exercise that fits the person
};

/// One [[break]] table. Defaults and meanings: LAW.md §2.
struct BreakRule {
    std::string name;
    std::string title;
    Duration interval{};
    Duration rest{}; ///< 0 < rest < interval
    std::vector<Duration> snooze{std::chrono::minutes{5}, std::chrono::minutes{15}};
    int max_snoozes = 3; ///< 0: snoozing is not offered
    Duration prompt_timeout = std::chrono::minutes{2};
    Duration repeat_after = std::chrono::minutes{5};
    int max_prompts = 2; ///< at least 1
    std::optional<int> max_per_day;
    Selection exercises;
};

/// A stretch of a local day; `until` ≤ `from` means it ends on the next day.
struct HoursRange {
    Duration from{};
    Duration until{};
};

/// Working hours per weekday, Monday first. A day without a range is a day off.
struct Hours {
    std::array<std::vector<HoursRange>, 7> days;
};

/// Who is at the desk. Health tags stay here: never logged, never on the bus.
struct Person {
    std::string place = "office";
    std::vector<std::string> positions{"seated", "standing"};
    std::vector<std::string> health;
    std::vector<std::string> exclude; ///< ids or areas
};

enum class PassiveScreen { rest, count };

/// What the person configured. Rules that are switched off are not in it.
struct Plan {
    std::vector<BreakRule> breaks; ///< names unique; order breaks ties
    std::vector<Exercise> exercises;
    Duration idle_after = std::chrono::minutes{2};
    Duration merge_within = std::chrono::minutes{3};
    Duration typing_gap = std::chrono::seconds{3};
    Duration typing_patience = std::chrono::seconds{30};
    Duration settle = std::chrono::seconds{20};
    Duration return_grace = std::chrono::seconds{60};
    Duration day_starts = std::chrono::hours{4};
    PassiveScreen passive_screen = PassiveScreen::rest;
    std::optional<Hours> hours;
    std::vector<std::string> holds; ///< quiet levels that may hold back a prompt ("microphone", …)
    Person person;
};

/// Index of the rule with this name.
[[nodiscard]] std::optional<std::size_t> find_rule(const Plan& plan, std::string_view name);

/// The exercise with this id, or null.
[[nodiscard]] const Exercise* find_exercise(const Plan& plan, std::string_view id);

} // namespace limber
