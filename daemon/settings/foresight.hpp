// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan comes to before it is used (LAW.md §4).
#pragma once

#include "core/plan.hpp"

#include <cstddef>
#include <vector>

namespace limber::settings {

/// Two rules of a plan, by their places in it.
struct NeverDue {
    std::size_t rule = 0;
    std::size_t kept_away_by = 0; ///< whose breaks take most of its active time away, or of the time for work
    bool no_time_left = false;    ///< nothing is taken away: there is too little work between breaks

    bool operator==(const NeverDue&) const = default;
};

/// The rules that are never prompted for in sixteen hours of unbroken work, or three of their intervals if
/// that is longer, when every break is taken for its rest or its longest session, whichever is longer.
[[nodiscard]] std::vector<NeverDue> never_due(const Plan& plan);

} // namespace limber::settings
