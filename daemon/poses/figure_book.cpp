// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/figure_book.hpp"

#include "poses/pose_file.hpp"
#include "settings/document.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "settings/spot.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <cstddef>
#include <system_error>
#include <utility>

namespace limber::poses {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_pose_files = 500;

std::vector<fs::path> pose_files(const fs::path& folder, std::vector<settings::Problem>& problems) {
    auto [files, error] = settings::toml_files(folder);
    if (error && error != std::errc::no_such_file_or_directory) {
        problems.push_back(
            {.file = folder.string(), .message = said("the poses cannot be read: {}", error.message())});
    }
    if (files.size() > most_pose_files) {
        problems.push_back({.file = folder.string(),
                            .message = said("only the first {} pose files are read", most_pose_files)});
        files.resize(most_pose_files);
    }
    return files;
}

} // namespace

FigureBook FigureBook::load(const settings::ConfigPaths& paths) {
    return load_folders(std::vector<fs::path>{paths.shipped / "poses", paths.user / "poses"});
}

FigureBook FigureBook::load_folders(const std::vector<fs::path>& folders) {
    FigureBook book;
    Postures postures;

    struct Found {
        std::string file;
        PoseFile content;
        std::size_t folder;
    };

    std::vector<Found> found;
    for (std::size_t folder = 0; folder < folders.size(); ++folder) {
        for (const fs::path& file : pose_files(folders[folder], book.problems_)) {
            found.push_back({file.string(), read_pose_file(file), folder});
            PoseFile& content = found.back().content;
            std::ranges::move(content.problems, std::back_inserter(book.problems_));
            for (const KeyDraft& posture : content.postures)
                postures.insert_or_assign(posture.name, posture);
        }
    }
    std::map<std::string, std::size_t, std::less<>> folder_of;
    for (const Found& one : found) {
        for (const FigureDraft& draft : one.content.figures) {
            const settings::Spot spot{&book.problems_, one.file, "figure." + draft.name,
                                      settings::Problem::Severity::warning};
            const auto known = folder_of.find(draft.name);
            if (known != folder_of.end() && known->second == one.folder) {
                spot.wrong(draft.at, said("figure `{}` is there twice; this one is left out", draft.name));
                continue;
            }
            auto figure = finished(draft, postures, spot);
            if (!figure) continue;
            folder_of.insert_or_assign(draft.name, one.folder);
            book.figures_.insert_or_assign(draft.name, *std::move(figure));
        }
    }
    return book;
}

const Figure* FigureBook::find(std::string_view pose) const {
    const auto found = figures_.find(pose);
    return found == figures_.end() ? nullptr : &found->second;
}

} // namespace limber::poses
