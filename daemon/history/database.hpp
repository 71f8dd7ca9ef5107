// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the SQLite file of the history: checks, settings and schema.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace limber {

/// Why a database cannot be used. `damaged` and `newer` files may be moved aside; `unusable` is the fault of
/// the disk or of permissions, and the file is left alone.
struct DatabaseFault {
    enum class Kind { damaged, newer, unusable } kind = Kind::unusable;
    std::string reason; ///< without the file's name: "Permission denied"
};

using Database = std::unique_ptr<SQLite::Database>;

/// Ready for reading and writing, made if it was missing.
[[nodiscard]] std::expected<Database, DatabaseFault> open_database(const std::filesystem::path& file);

/// Ready for reading. Where SQLite can make no files beside it (read-only or full disk), all that was written
/// is seen as long as its own files are still there, else what was there at the last orderly end.
[[nodiscard]] std::expected<Database, std::string> open_database_read_only(const std::filesystem::path& file);

/// The file's content is at fault, not the disk.
[[nodiscard]] bool is_damage(const SQLite::Exception& error);

} // namespace limber
