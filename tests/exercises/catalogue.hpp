// SPDX-License-Identifier: GPL-3.0-or-later
// Plans for the tests of choosing: the shipped one, and made-up ones. Who may be shown what is worked out
// here anew, without the code that is tested.
#pragma once

#include "core/plan.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::testing {

/// The one exercise with a quota.
inline constexpr std::string_view squeeze = "blade-squeeze";

/// config/ as it is installed, with the default configuration.
[[nodiscard]] Plan shipped_plan();

/// The one rule "micro", every 30 minutes, which prompts on the second.
[[nodiscard]] Plan micro_only(Plan plan);

/// One exercise of one phase that suits everybody.
[[nodiscard]] Exercise made_up(const std::string& id, const std::string& area, Duration length);

/// A plan with the rule "micro" and `areas[i]` exercises in area i: "a0", "a1", "b0" …
[[nodiscard]] Plan plan_with(const std::vector<int>& areas);

/// Health, place, position and exclusions let this person do it.
[[nodiscard]] bool suits(const Person& person, const Exercise& exercise);

/// No area has more than half of what `may_be` shown: then areas can take turns.
[[nodiscard]] bool areas_can_take_turns(const Plan& plan, const std::function<bool(const Exercise&)>& may_be);

[[nodiscard]] const Exercise& in(const Plan& plan, const std::string& id);

} // namespace limber::testing
