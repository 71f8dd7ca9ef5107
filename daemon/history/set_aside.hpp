// SPDX-License-Identifier: GPL-3.0-or-later
// Giving a damaged file another name, so that nothing a person did is thrown away.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace limber {

/// Renames history.db, and what SQLite keeps beside it, to history-LABEL-2026-11-22-074500.db in the same
/// folder (UTC; a number is added when that name is taken). The answer is the new name, or the reason why
/// not: "Permission denied".
[[nodiscard]] std::expected<std::filesystem::path, std::string>
set_aside(const std::filesystem::path& file, std::string_view label, std::chrono::sys_seconds now);

} // namespace limber
