// SPDX-License-Identifier: GPL-3.0-or-later
// All exercises: the shipped ones, and the person's own, which add, replace or switch off.
#pragma once

#include "core/exercise.hpp"
#include "problem.hpp"
#include "settings.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {

struct Catalogue {
    std::vector<Exercise> exercises;
    std::vector<std::string> switched_off; ///< ids
    bool complete = true;                  ///< false: some file was broken and its exercises are missing
    std::vector<Problem> warnings;
};

/// Reads every exercise file; a broken one is named in the warnings and the others load.
[[nodiscard]] Catalogue load_catalogue(const ConfigPaths& paths);

/// Every health tag that means something.
[[nodiscard]] std::vector<std::string_view> known_health_tags(const Catalogue& catalogue);

/// Ids, also of what is switched off.
[[nodiscard]] std::vector<std::string_view> known_ids(const Catalogue& catalogue);

/// Areas with at least one exercise.
[[nodiscard]] std::vector<std::string_view> areas_in_use(const Catalogue& catalogue);

/// The person's exercise files.
[[nodiscard]] std::filesystem::path user_exercises(const ConfigPaths& paths);

} // namespace limber::settings
