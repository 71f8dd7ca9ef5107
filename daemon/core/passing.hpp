// SPDX-License-Identifier: GPL-3.0-or-later
// How time passes: at the desk, asleep, in a gap or with nobody watching, and what is forgotten of it. Inside
// the core only.
#pragma once

#include "plan.hpp"
#include "state.hpp"
#include "time.hpp"
#include "turn.hpp"

namespace limber {

/// Begins a new civil day where the clock says so.
void turn_day(const Plan& plan, State& state);

/// Where the person was that long ago, in time awake: `silence` is what input timers count. Exactly at a wake
/// means the moment the machine fell asleep: who types until the lid closes is the ordinary case.
[[nodiscard]] Instant awake_before(const State& state, Duration silence);

/// Forgets facts behind the books that hindsight cannot reach any more, once there are many.
void forget_facts(const Plan& plan, State& state);

/// Time passes until just before `until`: all that is due on the way happens at its own instant.
void live_until(Turn& turn, Instant until);

/// Asleep from now until `wake`, or with the machine off.
void sleep_until(Turn& turn, Instant wake);

/// All the time from the state to the stamp, and what the clocks tell of it.
void pass_time(Turn& turn, const Stamp& stamp);

} // namespace limber
