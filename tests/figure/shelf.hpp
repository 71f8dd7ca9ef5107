// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped poses and exercises, and a folder for poses of one's own.
#pragma once

#include "core/exercise.hpp"
#include "poses/figure_book.hpp"
#include "settings/catalogue.hpp"
#include "settings/settings.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace limber::test {

inline std::filesystem::path shipped_folder() {
    return std::filesystem::path{LIMBER_SOURCE_DIR} / "config";
}

inline const poses::FigureBook& shipped_figures() {
    static const poses::FigureBook book = poses::FigureBook::load_folders({shipped_folder() / "poses"});
    return book;
}

inline std::vector<Exercise> shipped_exercises() {
    return settings::load_catalogue({.user = "/nowhere", .system = {}, .shipped = shipped_folder()})
        .exercises;
}

/// Every phase as it is played, repetitions twice at most, sides written out.
inline std::vector<Phase> played(const Exercise& exercise) {
    std::vector<Phase> phases;
    for (const Block& block : exercise.blocks) {
        for (const bool other : {false, true}) {
            if (other && !block.mirror) continue;
            for (int rep = 0; rep < (block.reps > 1 ? 2 : 1); ++rep) {
                for (Phase phase : block.phases) {
                    if (other) phase.side = phase.side == Side::left ? Side::right : Side::left;
                    phases.push_back(phase);
                }
            }
        }
    }
    return phases;
}

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "limber-poses-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }

    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    void put(std::string_view name, std::string_view text) const {
        std::ofstream{path_ / name, std::ios::binary | std::ios::trunc} << text;
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

/// One line a problem, without the folder.
inline std::string lines_of(const poses::FigureBook& book, const std::filesystem::path& folder) {
    std::string lines;
    for (settings::Problem problem : book.problems()) {
        if (problem.file.starts_with(folder.string())) problem.file.erase(0, folder.string().size() + 1);
        lines += problem.key + ": " + settings::to_string(problem) + "\n";
    }
    return lines;
}

} // namespace limber::test
