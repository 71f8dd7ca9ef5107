// SPDX-License-Identifier: GPL-3.0-or-later
// Exercise files, read and judged, and all exercises: the shipped ones, and the person's own, which add,
// replace or switch off.
#pragma once

#include "core/exercise.hpp"
#include "document.hpp"
#include "problem.hpp"
#include "settings.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {

struct ExerciseEntry {
    Exercise exercise; ///< only the id, if not enabled
    bool enabled = true;
    Place at;
};

struct ExerciseFile {
    std::vector<ExerciseEntry> entries;
    std::vector<Problem> problems; ///< unknown keys are warnings; after an error `entries` is not to be used
};

/// Each text in the first of these languages that has it, else as it is written without one.
[[nodiscard]] ExerciseFile read_exercise_file(const std::filesystem::path& file,
                                              const std::vector<std::string>& languages = {});

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
