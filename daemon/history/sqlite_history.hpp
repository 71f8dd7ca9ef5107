// SPDX-License-Identifier: GPL-3.0-or-later
// The history in an SQLite file that may be locked, deleted, damaged, from another version, on a full disk,
// or in use by another limberd.
#pragma once

#include "history/history.hpp"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace limber::history {

/// Makes the file and its folder where they are missing. While the file cannot be opened for writing, what
/// can still be read of it is saved(), and each write tries again. Up to 10,000 records of this run are kept,
/// written or not: a file that has been deleted or damaged meanwhile is begun anew with them and the state.
///
/// A file that is damaged, not Limber's, unreadable, or a directory is moved aside under a dated name. One of
/// a newer Limber, and one that another limberd writes (also on another host), is left alone. A state that
/// this run has not read, or not understood, is kept in the table kept_state before it is replaced.
[[nodiscard]] std::unique_ptr<History> open_history(const std::filesystem::path& file);

/// Whether programs beside the daemon can read it, also while the daemon writes; never makes or moves a file.
[[nodiscard]] std::expected<void, std::string> try_history(const std::filesystem::path& file);

} // namespace limber::history
