// SPDX-License-Identifier: GPL-3.0-or-later
// All pictures of all exercises: the shipped pose files and the person's own, read once.
#pragma once

#include "poses/pose.hpp"
#include "settings/problem.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {
struct ConfigPaths;
}

namespace limber::poses {

/// Shown for an exercise without a figure of its own.
inline constexpr std::string_view calm_figure = "standing/calm";
/// Shown for what is left of a long break.
inline constexpr std::string_view leave_desk_figure = "standing/leave-desk";

/// A file of the person's own replaces shipped figures of the same name. A broken figure is named in
/// `problems` and left out; the others load.
class FigureBook {
public:
    /// poses/*.toml below the shipped and the person's folder.
    [[nodiscard]] static FigureBook load(const settings::ConfigPaths& paths);

    /// These folders, the least important first; one that is missing is empty.
    [[nodiscard]] static FigureBook load_folders(const std::vector<std::filesystem::path>& folders);

    /// Null when there is none of this name.
    [[nodiscard]] const Figure* find(std::string_view pose) const;

    [[nodiscard]] const std::map<std::string, Figure, std::less<>>& figures() const { return figures_; }

    [[nodiscard]] const std::vector<settings::Problem>& problems() const { return problems_; }

private:
    std::map<std::string, Figure, std::less<>> figures_;
    std::vector<settings::Problem> problems_;
};

} // namespace limber::poses
