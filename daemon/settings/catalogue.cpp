// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.hpp"

#include "core/exercise.hpp"
#include "document.hpp"
#include "exercise_format.hpp"
#include "hint.hpp"
#include "problem.hpp"
#include "settings.hpp"
#include "words/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace limber::settings {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 500;

/// Where an exercise that is in the catalogue was read.
using Origins = std::map<std::string, std::string, std::less<>>;

class Collector {
public:
    explicit Collector(const std::vector<std::string>& languages) : languages_(languages) {}

    /// All *.toml of the folder in the order of their names. Each id once a folder.
    void add_folder(const fs::path& folder, bool must_exist) {
        origins_.clear();
        auto [files, error] = toml_files(folder);
        const bool absent = error == std::errc::no_such_file_or_directory;
        if (error && (must_exist || !absent)) {
            warn({.file = folder.string(),
                  .message = said("the exercises cannot be read: {}", error.message())});
            catalogue_.complete = false;
        }
        if (files.size() > most_files) {
            warn({.file = folder.string(),
                  .message = said("only the first {} exercise files are read", most_files)});
            files.resize(most_files);
        }
        for (const fs::path& file : files)
            add_file(file);
    }

    Catalogue take() { return std::move(catalogue_); }

private:
    void add_file(const fs::path& path) {
        ExerciseFile file = read_exercise_file(path, languages_);
        const bool broken = std::ranges::any_of(file.problems, is_error);
        for (Problem& problem : file.problems)
            warn(std::move(problem));
        if (broken) {
            catalogue_.complete = false;
            return;
        }
        for (ExerciseEntry& entry : file.entries)
            add(path.string(), std::move(entry));
    }

    void add(const std::string& file, ExerciseEntry entry) {
        const std::string id = entry.exercise.id;
        const auto wrong = [&](std::string_view key, std::string message, std::string hint = {}) {
            warn({.file = file,
                  .line = entry.at.line,
                  .column = entry.at.column,
                  .key = fmt::format("exercise.{}.{}", id, key),
                  .message = std::move(message),
                  .hint = std::move(hint)});
        };
        if (const auto [known, fresh] = origins_.try_emplace(id, file); !fresh) {
            wrong("id", said("exercise `{}` is defined twice; this one is left out", id),
                  said("the other one is in {}", known->second));
            return;
        }
        const auto old = std::ranges::find(catalogue_.exercises, id, &Exercise::id);
        if (!entry.enabled) {
            if (old == catalogue_.exercises.end()) {
                wrong("enabled", said("there is no exercise `{}` to switch off", id),
                      did_you_mean(id, known_ids(catalogue_)));
                return;
            }
            catalogue_.exercises.erase(old);
            catalogue_.switched_off.push_back(id);
        } else if (old == catalogue_.exercises.end()) {
            catalogue_.exercises.push_back(std::move(entry.exercise));
        } else if (old->area != entry.exercise.area) {
            wrong("area",
                  said("exercise `{}` is for the area `{}`, not `{}`; this one is left out", id, old->area,
                       entry.exercise.area),
                  said("give an exercise of your own another id"));
        } else {
            *old = std::move(entry.exercise);
        }
    }

    void warn(Problem problem) {
        problem.severity = Problem::Severity::warning;
        catalogue_.warnings.push_back(std::move(problem));
    }

    const std::vector<std::string>& languages_;
    Catalogue catalogue_;
    Origins origins_;
};

} // namespace

fs::path user_exercises(const ConfigPaths& paths) {
    return paths.user / "exercises";
}

Catalogue load_catalogue(const ConfigPaths& paths) {
    Collector collector{paths.languages};
    collector.add_folder(paths.shipped / "exercises", true);
    collector.add_folder(user_exercises(paths), false);
    return collector.take();
}

std::vector<std::string_view> known_health_tags(const Catalogue& catalogue) {
    std::vector<std::string_view> tags{usual_health_tags.begin(), usual_health_tags.end()};
    for (const Exercise& exercise : catalogue.exercises) {
        tags.insert(tags.end(), exercise.avoid_if.begin(), exercise.avoid_if.end());
    }
    return tags;
}

std::vector<std::string_view> known_ids(const Catalogue& catalogue) {
    std::vector<std::string_view> ids{catalogue.switched_off.begin(), catalogue.switched_off.end()};
    for (const Exercise& exercise : catalogue.exercises)
        ids.emplace_back(exercise.id);
    return ids;
}

std::vector<std::string_view> areas_in_use(const Catalogue& catalogue) {
    std::vector<std::string_view> areas;
    for (const Exercise& exercise : catalogue.exercises) {
        if (std::ranges::find(areas, exercise.area) == areas.end()) areas.emplace_back(exercise.area);
    }
    return areas;
}

} // namespace limber::settings
