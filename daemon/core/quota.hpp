// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises that come several times a day: never above their number, never closer than their gap, and those
// that ride along spread evenly over the time at the desk. What a day leaves undone is forgotten.
#pragma once

#include "exercise.hpp"
#include "state.hpp"

#include <string>

namespace limber {

/// What is remembered of it, or null.
[[nodiscard]] const ExerciseMemory* memory_of(const Bag& bag, const std::string& id);

/// Has a quota and rides along: it has no turn in the bag, its quota says when it is due.
[[nodiscard]] bool paced(const Exercise& exercise);

/// Neither done often enough today nor too lately; true without a quota.
[[nodiscard]] bool quota_allows(const State& state, const Exercise& exercise);

/// Fewer were done today than the time at the desk asks for. It has a quota.
[[nodiscard]] bool quota_asks_for(const State& state, const Exercise& exercise);

/// Two that are not put together, since they work the same muscles; shoulders and upper back count as one.
[[nodiscard]] bool same_muscles(const Exercise& one, const Exercise& other);

/// Counts of a new civil day.
void begin_day(State& state);

} // namespace limber
