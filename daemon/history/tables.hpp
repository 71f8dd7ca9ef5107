// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the history, and values in and out of them. All of these throw SQLite::Exception.
#pragma once

#include "history/history.hpp"

#include <SQLiteCpp/Database.h>

#include <optional>

namespace limber::history {

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
