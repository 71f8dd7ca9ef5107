// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words.hpp"
#include "history/database.hpp"

#include <SQLiteCpp/Statement.h>

#include <cstdint>

namespace limber::history {
namespace {

// Outcomes are the words of core/words.hpp, which never change. "readable" is for people with a database
// browser; the programs do not use it.
constexpr const char* schema = R"sql(
CREATE TABLE record(
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,       -- civil day, in days since 1970-01-01
    utc_ns INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,  -- local time − UTC
    break TEXT NOT NULL,        -- rule; empty for a session of one exercise
    outcome TEXT NOT NULL CHECK (outcome IN
        ('done', 'abandoned', 'snoozed', 'skipped', 'unanswered', 'followed', 'natural')),
    length_ns INTEGER NOT NULL
) STRICT;
CREATE INDEX record_day ON record(day);
CREATE TABLE record_exercise(
    record INTEGER NOT NULL REFERENCES record(id),
    place INTEGER NOT NULL,
    exercise TEXT NOT NULL,
    PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE state(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    text TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    at_ns INTEGER NOT NULL,
    asleep_ns INTEGER NOT NULL,
    utc_ns INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    next_change_ns INTEGER NOT NULL
) STRICT;
CREATE VIEW readable AS
    SELECT date(day * 86400, 'unixepoch') AS day,
           datetime(utc_ns / 1000000000 + offset_s, 'unixepoch') AS local_time,
           break, outcome, length_ns / 1000000000 AS seconds,
           (SELECT group_concat(exercise, ', ') FROM record_exercise WHERE record = record.id) AS exercises
    FROM record;
)sql";

constexpr const char* insert_record =
    "INSERT INTO record(day, utc_ns, offset_s, break, outcome, length_ns) VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* insert_exercise =
    "INSERT INTO record_exercise(record, place, exercise) VALUES (?, ?, ?)";
constexpr const char* replace_state =
    "INSERT OR REPLACE INTO state(one, text, boot_id, at_ns, asleep_ns, utc_ns, offset_s, next_change_ns)"
    " VALUES (1, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* select_state =
    "SELECT text, boot_id, at_ns, asleep_ns, utc_ns, offset_s, next_change_ns FROM state";
constexpr const char* select_record =
    "SELECT 1 FROM record WHERE day = ? AND utc_ns = ? AND break = ? AND outcome = ?";

// Made when it is needed: a history without it is one of this version, too. No program reads it by itself.
constexpr const char* make_kept_state = "CREATE TABLE IF NOT EXISTS kept_state("
                                        "id INTEGER PRIMARY KEY, utc_ns INTEGER NOT NULL, text TEXT NOT NULL)"
                                        " STRICT";
constexpr const char* keep_state = "INSERT INTO kept_state(utc_ns, text) SELECT utc_ns, text FROM state"
                                   " WHERE text NOT IN (SELECT text FROM kept_state)";

std::int64_t nanoseconds(Duration duration) {
    return duration.count();
}

std::int64_t day_number(Day day) {
    return day.time_since_epoch().count();
}

} // namespace

void make_tables(SQLite::Database& database) {
    database.exec(schema);
}

void try_tables(SQLite::Database& database) {
    for (const char* text : {insert_record, insert_exercise, replace_state, select_state, select_record})
        const SQLite::Statement statement(database, text);
}

void write(SQLite::Database& database, const Record& record) {
    SQLite::Statement insert(database, insert_record);
    insert.bind(1, day_number(record.day));
    insert.bind(2, nanoseconds(record.when.utc.time_since_epoch()));
    insert.bind(3, std::int64_t{record.when.offset.count()});
    insert.bind(4, record.break_id);
    insert.bind(5, std::string{word_of(record.outcome)});
    insert.bind(6, nanoseconds(record.length));
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    std::int64_t place = 0;
    for (const std::string& exercise : record.exercises) {
        SQLite::Statement line(database, insert_exercise);
        line.bind(1, id);
        line.bind(2, place++);
        line.bind(3, exercise);
        line.exec();
    }
}

void write(SQLite::Database& database, const SavedState& saved) {
    SQLite::Statement replace(database, replace_state);
    replace.bind(1, saved.text);
    replace.bind(2, saved.boot_id);
    replace.bind(3, nanoseconds(saved.stamp.at.time_since_epoch()));
    replace.bind(4, nanoseconds(saved.stamp.asleep));
    replace.bind(5, nanoseconds(saved.stamp.civil.utc.time_since_epoch()));
    replace.bind(6, std::int64_t{saved.stamp.civil.offset.count()});
    replace.bind(7, nanoseconds(saved.stamp.civil.next_change.time_since_epoch()));
    replace.exec();
}

bool is_written(SQLite::Database& database, const Record& record) {
    SQLite::Statement query(database, select_record);
    query.bind(1, day_number(record.day));
    query.bind(2, nanoseconds(record.when.utc.time_since_epoch()));
    query.bind(3, record.break_id);
    query.bind(4, std::string{word_of(record.outcome)});
    return query.executeStep();
}

std::optional<SavedState> read_saved(SQLite::Database& database) {
    SQLite::Statement query(database, select_state);
    if (!query.executeStep()) return std::nullopt;
    SavedState saved;
    saved.text = query.getColumn(0).getString();
    saved.boot_id = query.getColumn(1).getString();
    saved.stamp.at = Instant{Duration{query.getColumn(2).getInt64()}};
    saved.stamp.asleep = Duration{query.getColumn(3).getInt64()};
    saved.stamp.civil.utc = Utc{Duration{query.getColumn(4).getInt64()}};
    saved.stamp.civil.offset = std::chrono::seconds{query.getColumn(5).getInt64()};
    saved.stamp.civil.next_change = Utc{Duration{query.getColumn(6).getInt64()}};
    return saved;
}

void keep_saved(SQLite::Database& database) {
    database.exec(make_kept_state);
    database.exec(keep_state);
}

} // namespace limber::history
