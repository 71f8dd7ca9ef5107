// SPDX-License-Identifier: GPL-3.0-or-later
// Which exercise: hard filters first (who, where, what hurts), then a shuffle bag with spaced areas, so that
// everything comes round, nothing comes twice running, and the same past gives the same choice. What has a
// quota and rides along (the squeeze) has no turn in the bag: its quota spreads it over the time at the desk.
#pragma once

#include "plan.hpp"
#include "state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace limber {

/// Why an exercise is not suggested to this person.
enum class Unfit { no, place, position, excluded, health, never_again };

/// There is such an exercise, and it suits the person.
[[nodiscard]] bool suits(const Plan& plan, const Bag& bag, std::string_view id);

/// What bars it for good comes before what a change of place would mend.
[[nodiscard]] Unfit unfit(const Plan& plan, const Bag& bag, const Exercise& exercise);

/// The id of the next exercise for the rule, none of `without`; empty when nothing fits. Puts a new round
/// into the bag when it is empty, takes nothing out of it.
[[nodiscard]] std::string choose(const Plan& plan, State& state, const BreakRule& rule,
                                 const std::vector<std::string>& without);

/// `first`, what its quota says should ride along, and what makes up the rest of a session of this rule:
/// other areas first, 60 s for leaving the desk where that is possible, never longer than rest + 100 s.
[[nodiscard]] std::vector<std::string> compose(const Plan& plan, State& state, const BreakRule& rule,
                                               const std::string& first);

/// How long a guided break of this rule can become: its rest, or what its exercises take if that is longer.
[[nodiscard]] Duration longest_session(const Plan& plan, const BreakRule& rule);

// What is remembered. Exercises with a quota come several times a day: never above their number,
// never closer than their gap, and those that ride along spread evenly over the time at the desk. What a day
// leaves undone is forgotten.

/// What is remembered of it, or null.
[[nodiscard]] const ExerciseMemory* memory_of(const Bag& bag, const std::string& id);

/// Counts of a new civil day.
void begin_day(State& state);

/// What became of an exercise that was shown.
void exercise_shown(const Plan& plan, State& state, const std::string& id);
void exercise_done(State& state, const std::string& id);
void exercise_skipped(State& state, const std::string& id);
void exercise_passed_over(State& state, const std::string& id);
void exercise_never(State& state, const std::string& id);

/// Suggest it again; empty: all. False when it was not turned down.
bool exercise_allowed(State& state, const std::string& id);

} // namespace limber
