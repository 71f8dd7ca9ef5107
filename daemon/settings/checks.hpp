// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that no single key can judge.
#pragma once

#include "catalogue.hpp"
#include "core/plan.hpp"
#include "field.hpp"
#include "problem.hpp"
#include "schema.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace limber::settings {

struct Merged {
    const Draft& draft;
    const WrittenKeys& written;                      ///< where each key that was read stands
    const std::vector<std::filesystem::path>& files; ///< least important first
    const Catalogue& catalogue;
};

/// Adds what is wrong with the merged whole to `problems`.
void run_checks(const Merged& merged, std::vector<Problem>& problems);

/// Adds a warning for each rule of `plan` that can never come due (LAW.md §4).
void warn_of_never_due(const WrittenKeys& written, const Plan& plan, std::vector<Problem>& problems);

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
