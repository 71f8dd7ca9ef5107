// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/database.hpp"

#include "history/tables.hpp"
#include "translation/said.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <expected>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace limber {

using translation::said;

namespace fs = std::filesystem;

namespace {

using Kind = DatabaseFault::Kind;

constexpr int application_id = 0x4c6d6272; // "Lmbr"
constexpr int schema_version = 1;

// A check of the whole file costs 4 ms per MiB, and the daemon is to be ready within 40 ms of its start:
// large files, years of history, are checked whole only when they were not closed in an orderly way.
constexpr std::uintmax_t always_checked = 2'097'152;

// The daemon waits for nobody longer than this, and only readers doing recovery could make it wait at all.
constexpr int writer_patience_ms = 100;
constexpr int reader_patience_ms = 1'000;

std::unexpected<DatabaseFault> fault(Kind kind, std::string reason) {
    return std::unexpected(DatabaseFault{kind, std::move(reason)});
}

std::string system_message(int error) {
    return std::error_code(error, std::generic_category()).message();
}

/// Says what stands in the way before SQLite tries: its own messages do not tell a directory from a full
/// disk.
std::expected<void, DatabaseFault> prepare_file(const fs::path& file) {
    std::error_code error;
    if (!file.parent_path().empty() && !fs::exists(file.parent_path(), error)) {
        if (fs::create_directories(file.parent_path(), error); error) {
            return fault(Kind::unusable, said(QT_TRANSLATE_NOOP("said", "its folder could not be made: {}"),
                                              error.message()));
        }
        fs::permissions(file.parent_path(), fs::perms::owner_all, error); // nobody else's business
    }
    struct stat found{};
    if (::stat(file.c_str(), &found) == 0) {
        if (!S_ISREG(found.st_mode)) {
            return fault(Kind::damaged, said(QT_TRANSLATE_NOOP("said", "this is not a file")));
        }
        if (::access(file.c_str(), R_OK) != 0) {
            return fault(errno == EACCES ? Kind::damaged : Kind::unusable, system_message(errno));
        }
        if (::access(file.c_str(), W_OK) != 0) {
            return fault(Kind::unusable, system_message(errno));
        }
        return {};
    }
    const int made = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        return fault(Kind::unusable, system_message(errno));
    }
    ::close(made);
    return {};
}

bool closed_orderly(const fs::path& file) {
    std::error_code error;
    const auto log_size = fs::file_size(file.string() + "-wal", error);
    return error || log_size == 0;
}

bool is_small(const fs::path& file) {
    std::error_code error;
    return fs::file_size(file, error) <= always_checked && !error;
}

void restrain(SQLite::Database& database) {
    database.exec("PRAGMA cache_size = -128"); // KiB: a record and the state fill a few pages
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
}

/// NORMAL, in WAL: nothing is lost when the daemon is killed, and nothing can be damaged by a power cut,
/// which costs what the kernel had not yet written, about half a minute. FULL would wait for the disk at each
/// save, in the thread that shows prompts.
void choose_journal(SQLite::Database& database) {
    const bool wal = database.execAndGet("PRAGMA journal_mode = WAL").getString() == "wal";
    database.exec(wal ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
    database.exec("PRAGMA wal_autocheckpoint = 64");
}

std::expected<void, DatabaseFault> check(SQLite::Database& database, bool whole) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const int owner = database.execAndGet("PRAGMA application_id").getInt();
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (empty && owner == 0 && version == 0) {
        return {};
    }
    if (owner != application_id) {
        return fault(Kind::damaged, said(QT_TRANSLATE_NOOP("said", "this is not a history of Limber")));
    }
    if (version > schema_version) {
        return fault(Kind::newer, said(QT_TRANSLATE_NOOP("said", "this was written by a newer Limber")));
    }
    const std::string verdict =
        database.execAndGet(whole ? "PRAGMA quick_check(1)" : "PRAGMA quick_check(state)").getString();
    if (verdict != "ok") {
        return fault(Kind::damaged, verdict);
    }
    if (sqlite3_db_readonly(database.getHandle(), "main") != 0) {
        return fault(Kind::damaged,
                     said(QT_TRANSLATE_NOOP(
                         "said", "its format cannot be written"))); // permissions were found good before
    }
    return {};
}

void make_schema(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA user_version").getInt() == schema_version) {
        return;
    }
    SQLite::Transaction transaction(database);
    make_tables(database);
    database.exec(fmt::format("PRAGMA application_id = {}", application_id));
    database.exec(fmt::format("PRAGMA user_version = {}", schema_version));
    transaction.commit();
}

/// Percent-encoded as SQLite's URI names want it.
std::string uri_of(const fs::path& file, const char* option) {
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#') {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            uri += c;
        }
    }
    return uri + '?' + option;
}

Database open_for_reading(const std::string& name) {
    auto database = std::make_unique<SQLite::Database>(name, SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                                                       reader_patience_ms);
    restrain(*database);
    try_tables(*database);
    return database;
}

} // namespace

bool is_damage(const SQLite::Exception& error) {
    switch (error.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: return true; // a table or column is not there
    default: return false;
    }
}

std::expected<Database, DatabaseFault> open_database(const fs::path& file) {
    if (auto prepared = prepare_file(file); !prepared) {
        return std::unexpected(prepared.error());
    }
    try {
        const bool whole = is_small(file) || !closed_orderly(file);
        auto database =
            std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, writer_patience_ms);
        restrain(*database);
        if (auto checked = check(*database, whole); !checked) {
            return std::unexpected(checked.error());
        }
        choose_journal(*database);
        make_schema(*database);
        try_tables(*database);
        return database;
    } catch (const SQLite::Exception& error) {
        return fault(is_damage(error) ? Kind::damaged : Kind::unusable, error.getErrorStr());
    }
}

std::expected<Database, std::string> open_database_read_only(const fs::path& file) {
    std::error_code missing;
    if (!fs::exists(file, missing)) {
        return std::unexpected(fmt::format("{}: there is no history yet", file.string()));
    }
    // Without a word more SQLite writes beside the file. The next one reads its log without doing that, and
    // the last one the file alone.
    std::string reason;
    for (const std::string& name :
         {file.string(), uri_of(file, "readonly_shm=1"), uri_of(file, "immutable=1")}) {
        try {
            return open_for_reading(name);
        } catch (const SQLite::Exception& error) {
            reason = error.getErrorStr();
            if (is_damage(error)) {
                break;
            }
        }
    }
    return std::unexpected(fmt::format("{}: {}", file.string(), reason));
}

} // namespace limber
