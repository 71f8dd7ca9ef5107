// SPDX-License-Identifier: GPL-3.0-or-later
// Moving a state to another time line (a boot) or another plan (a reload).
#pragma once

#include "plan.hpp"
#include "state.hpp"

namespace limber {

/// Adds `by` to every instant in the state.
void shift(State& state, Duration by);

/// Matches everything kept by rule to the rules of `plan`, by name. A prompt whose rule is gone must have
/// been withdrawn before.
void carry_over(const Plan& plan, State& state);

} // namespace limber
