// SPDX-License-Identifier: GPL-3.0-or-later
// Pose files, read and judged: drafts of one file, and figures once all postures are known.
#pragma once

#include "poses/pose.hpp"
#include "poses/pose_format.hpp"
#include "settings/problem.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::poses {

struct PoseFile {
    std::vector<KeyDraft> postures;
    std::vector<FigureDraft> figures;
    std::vector<settings::Problem> problems; ///< what has a mistake is left out; unknown keys are warnings
};

/// `text` is valid UTF-8; `path` is what problems call it.
[[nodiscard]] PoseFile read_poses(std::string_view text, const std::string& path);

[[nodiscard]] PoseFile read_pose_file(const std::filesystem::path& file);

/// Postures by name. Those of later files replace earlier ones.
using Postures = std::map<std::string, KeyDraft, std::less<>>;

/// The figure with its keys resolved, or nothing and its problems.
[[nodiscard]] std::optional<Figure> finished(const FigureDraft& draft, const Postures& postures,
                                             const settings::Spot& spot);

} // namespace limber::poses
