// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that no single key can judge: a list of named checks over the merged whole.
#pragma once

#include "catalogue.hpp"
#include "core/plan.hpp"
#include "field.hpp"
#include "problem.hpp"
#include "schema.hpp"

#include <string>
#include <vector>

namespace limber::settings {

struct Merged {
    const Draft& draft;
    bool own_rules;                        ///< some file defines a rule
    const WrittenKeys& written;            ///< where each key that was read stands
    const std::vector<std::string>& files; ///< least important first
    const Catalogue& catalogue;
};

/// Adds what the checks find to `problems`.
void run_checks(const Merged& merged, std::vector<Problem>& problems);

/// Adds a warning for each rule of `plan` that can never come due (LAW.md §4).
void warn_of_never_due(const Merged& merged, const Plan& plan, std::vector<Problem>& problems);

} // namespace limber::settings
