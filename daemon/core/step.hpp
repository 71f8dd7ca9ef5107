// SPDX-License-Identifier: GPL-3.0-or-later
// The scheduler: state and event in, state and effects out. The caller's duties:
//  1. hand over events in the order they happened, stamps never going back (`at` and `asleep`);
//  2. perform the effects in their order, after the step has ended;
//  3. then keep one alarm for next_wakeup() and watch the thresholds of idle_watches().
// An alarm that rings early, late or not at all does no harm: what time brings is computed for the
// instant at which it became true.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "note.hpp"
#include "plan.hpp"
#include "state.hpp"
#include "status.hpp"

#include <string>
#include <vector>

namespace limber {

struct Step {
    State state;
    std::vector<Effect> effects;
    std::vector<Note> notes;
};

/// Total: nonsense becomes Ignored. `plan` must be the one of the steps before unless `event` is
/// Started or PlanReplaced.
[[nodiscard]] Step step(const Plan& plan, State state, const Event& event);

/// The same, in place, appending to `effects` and, if there are any, to `notes`; for those who replay years.
void step(const Plan& plan, State& state, const Event& event, std::vector<Effect>& effects,
          std::vector<Note>* notes = nullptr);

/// When the next AlarmRang is wanted: later than the last stamp, or `never`.
[[nodiscard]] Instant next_wakeup(const Plan& plan, const State& state);

/// The earliest instant at which time alone brings something: a step much later finds time that nobody
/// watched (LAW.md §1). next_wakeup() is not later.
[[nodiscard]] Instant next_change(const Plan& plan, const State& state);

/// When a source that can be asked how long there has been no input was last wanted to be asked; nothing:
/// never. Whoever finds another instant than before asks once; nothing waits for the answer, a BecameIdle.
[[nodiscard]] std::optional<Instant> idle_question(const State& state);

/// Thresholds of silence that matter now, ascending, without repeats. May be empty: then only the
/// BecameActive that ends a reported silence is wanted.
[[nodiscard]] std::vector<Duration> idle_watches(const Plan& plan, const State& state);

/// What may be shown, as of the state's last stamp.
[[nodiscard]] Status status(const Plan& plan, const State& state);

/// A state that has seen nothing yet; its first event is Started.
[[nodiscard]] State fresh_state(const Plan& plan, std::uint64_t seed);

} // namespace limber
