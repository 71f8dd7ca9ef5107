// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a break that is due and its prompt, and the facts of a state that it is read from.
#pragma once

#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace limber {

/// Between a break that is due and its prompt: a hold, or a wait with a cause.
struct TheWait {
    std::string rule; ///< the one that would be prompted for
    std::string title;
    std::string hold; ///< "pause", "outside-hours" or a quiet level; empty: `cause` says it
    std::optional<Instant> since;
    WaitCause cause = WaitCause::none;
    std::optional<Instant> until;

    bool operator==(const TheWait&) const = default;
};

/// What stands between a due break and its prompt at this instant; nothing if none is due, or one is prompted
/// for or taken, or nobody is there.
[[nodiscard]] std::optional<TheWait> the_wait_now(const Plan& plan, const State& state);

/// The holds of a state, as Status lists them.
struct Hold {
    std::string what;
    Instant since{};
    std::optional<Instant> until;
};

[[nodiscard]] std::vector<Hold> holds_of(const Plan& plan, const State& state);

/// Not at the desk, whatever Limber makes of it.
[[nodiscard]] bool absent(const State& state);

/// Whether the rule's active time has come to its interval.
[[nodiscard]] bool has_reached(const Plan& plan, const State& state, std::size_t rule);

/// What people call it: its name if it has no title, or is no rule of this plan.
[[nodiscard]] std::string title_of(const BreakRule& rule);
[[nodiscard]] std::string title_of(const Plan& plan, const std::string& rule);

} // namespace limber
