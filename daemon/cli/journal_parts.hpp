// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a journal.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace limber::cli {

/// The older file first, if it is there: limberd keeps `journal` and `journal.old`. A folder stands for the
/// journal in it, "-" for standard input. Empty if there is none.
[[nodiscard]] std::vector<std::filesystem::path> journal_parts(const std::filesystem::path& journal);

/// Calls `read`; if the file cannot be opened, says so and returns false.
[[nodiscard]] bool with_journal(const std::filesystem::path& part,
                                const std::function<void(std::istream&)>& read);

} // namespace limber::cli
