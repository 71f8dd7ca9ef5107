// SPDX-License-Identifier: GPL-3.0-or-later
// The SQLite file of the history: checks, settings, schema, giving a damaged one another name, and values in
// and out of its tables.
#pragma once

#include "history/history.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <chrono>

namespace limber::history {

/// Why a database cannot be used. A `damaged` file may be moved aside. Every other one is left alone: `newer`
/// is from a newer Limber, `locked` in use by another program, `unusable` the fault of the disk or of
/// permissions.
struct DatabaseFault {
    enum class Kind { damaged, newer, locked, unusable } kind = Kind::unusable;
    std::string reason; ///< without the file's name: "Permission denied"
};

using Database = std::unique_ptr<SQLite::Database>;

/// Makes the folder of this file, for its owner only, if it is missing.
[[nodiscard]] std::expected<void, DatabaseFault> make_folder(const std::filesystem::path& file);

/// Ready for reading and writing, made if it was missing. In WAL, or with a rollback journal where the file
/// system has no shared memory for WAL.
[[nodiscard]] std::expected<Database, DatabaseFault> open_database(const std::filesystem::path& file);

/// Ready for reading. Where SQLite can make no files beside it (read-only or full disk), all that was written
/// is seen as long as its own files are still there, else what was there at the last orderly end.
[[nodiscard]] std::expected<Database, std::string> open_database_read_only(const std::filesystem::path& file);

/// What was written to it would be found by nobody: another file, or none, has its name by now, or that of
/// its log.
[[nodiscard]] bool is_lost(SQLite::Database& database);

/// Leaves nothing of it for the file that has its name by now.
void close_lost(Database& database);

/// damaged: the file's content is at fault, not the disk.
[[nodiscard]] DatabaseFault fault_in(const SQLite::Exception& error);

/// Renames history.db, and what SQLite keeps beside it, to history-damaged-2026-11-22-074500.db in the same
/// folder (UTC; a number is added when that name is taken). The answer is the new name, or the reason why
/// not: "Permission denied".
[[nodiscard]] std::expected<std::filesystem::path, std::string> set_aside(const std::filesystem::path& file,
                                                                          std::chrono::sys_seconds now);

// All of the following throw SQLite::Exception.

/// Version 1 of the schema.
void make_tables(SQLite::Database& database);

/// Throws if a table or column is missing.
void try_tables(SQLite::Database& database);

void write(SQLite::Database& database, const Record& record);
void write(SQLite::Database& database, const SavedState& saved);

/// The same outcome of the same rule at the same instant is there already.
[[nodiscard]] bool is_written(SQLite::Database& database, const Record& record);

[[nodiscard]] std::optional<SavedState> read_saved(SQLite::Database& database);

/// Copies the saved state to the table kept_state, unless it is there already.
void keep_saved(SQLite::Database& database);

} // namespace limber::history
