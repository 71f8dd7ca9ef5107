// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that an exercise file names: looked at from outside, not decoded.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace limber::settings {

/// By which a file's format is known: in small letters, with its dot.
[[nodiscard]] std::string picture_ending(const std::filesystem::path& file);

/// Where the picture is: `name` as written, relative to the folder of its exercise file. The error is a
/// sentence: missing, too big, not named like a picture, or not one inside.
[[nodiscard]] std::expected<std::filesystem::path, std::string>
find_picture(const std::filesystem::path& folder, const std::string& name);

} // namespace limber::settings
