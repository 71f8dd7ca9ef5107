// SPDX-License-Identifier: GPL-3.0-or-later
// One exercise file, read and judged.
#pragma once

#include "core/exercise.hpp"
#include "document.hpp"
#include "problem.hpp"

#include <filesystem>
#include <string>
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

} // namespace limber::settings
