// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of exercises that were loaded, and an exercise of the person's own.
#pragma once

#include "core/exercise.hpp"
#include "desk.hpp"
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace limber::test {

inline settings::Loaded loaded_from(const Desk& desk) {
    auto loaded = settings::load_settings(desk.paths);
    REQUIRE_MESSAGE(loaded.has_value(), desk.problems());
    return *loaded;
}

inline const Exercise& exercise(const std::vector<Exercise>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &Exercise::id);
    REQUIRE(found != all.end());
    return *found;
}

/// The exercise `wrist-shake`, nine lines and a block with these phases.
inline std::string wrist_shake(std::string_view phases) {
    return R"([[exercise]]
id = "wrist-shake"
title = "Wrist Shake"
summary = "Let your hands hang and shake them loose."
area = "wrists"
positions = ["seated", "standing"]
places = ["office"]
caution = "Gently."

  [[exercise.block]]
  reps = 2
  mirror = "switch"
  phases = )" +
           std::string{phases} + "\n";
}

} // namespace limber::test
