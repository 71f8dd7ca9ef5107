// SPDX-License-Identifier: GPL-3.0-or-later
// The history in an SQLite file, and what to do when that file is damaged.
#pragma once

#include "history/history.hpp"

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace limber {

struct OpenedHistory {
    std::unique_ptr<History> history;
    std::optional<std::string> notice; ///< the old file was moved aside: a sentence with its new name
};

/// Opens the file for writing, making it and its folder where they are missing. A file that is damaged, not
/// Limber's, unreadable, from a newer Limber, or a directory is moved aside under a dated name, and a fresh
/// one is begun. Where nothing can be written (read-only or full disk) the answer is a sentence: go on with
/// history_for_one_run().
///
/// What cannot be written later is kept in memory, up to 10,000 records, and written with the next append()
/// or save() that succeeds; saved() and summary() see it meanwhile.
[[nodiscard]] std::expected<OpenedHistory, std::string> open_history(const std::filesystem::path& file);

/// Kept in memory, for a file that cannot be opened for writing. saved() is what can still be read of the run
/// before, so that a full or read-only disk costs no progress; nothing, if it cannot be read either.
[[nodiscard]] std::unique_ptr<History> history_for_one_run(const std::filesystem::path& file);

/// For programs beside the daemon: reads what is there, also while the daemon writes; append() and save()
/// are refused. Never makes or moves a file.
[[nodiscard]] std::expected<std::unique_ptr<History>, std::string>
open_history_read_only(const std::filesystem::path& file);

} // namespace limber
