// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/database.hpp"

#include "words/said.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace limber::history {

namespace fs = std::filesystem;

namespace {

using Kind = DatabaseFault::Kind;

constexpr int application_id = 0x4c6d6272; // "Lmbr"
constexpr int schema_version = 1;          // raised only where an older Limber could not go on with the file

// A check of the whole file costs 4 ms per MiB, and the daemon is to be ready within 40 ms of its start:
// large files, years of history, are checked whole only when they were not closed in an orderly way.
constexpr std::uintmax_t always_checked = 2'097'152;

// The daemon waits for nobody longer than this.
constexpr std::chrono::milliseconds patience{100};

std::unexpected<DatabaseFault> fault(Kind kind, std::string reason) {
    return std::unexpected(DatabaseFault{kind, std::move(reason)});
}

std::string system_message(int error) {
    return std::error_code(error, std::generic_category()).message();
}

/// Says what stands in the way before SQLite tries: its own messages do not tell a directory from a full
/// disk.
std::expected<void, DatabaseFault> prepare_file(const fs::path& file) {
    struct stat found{};
    if (::stat(file.c_str(), &found) == 0) {
        if (!S_ISREG(found.st_mode)) return fault(Kind::damaged, said("this is not a file"));
        if (::access(file.c_str(), R_OK) != 0)
            return fault(errno == EACCES ? Kind::damaged : Kind::unusable, system_message(errno));
        if (::access(file.c_str(), W_OK) != 0) return fault(Kind::unusable, system_message(errno));
        return {};
    }
    const int made = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) return fault(Kind::unusable, system_message(errno));
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

enum class Journal { wal, rollback };

/// Where there is no shared memory, only who has a file alone can read one that was written in WAL elsewhere.
void be_alone(SQLite::Database& database, bool alone) {
    database.exec(alone ? "PRAGMA locking_mode = EXCLUSIVE" : "PRAGMA locking_mode = NORMAL");
    // it is let go with the next reading
    if (!alone) database.execAndGet("SELECT count(*) FROM sqlite_schema");
}

/// NORMAL, in WAL: nothing is lost when the daemon is killed, and nothing can be damaged by a power cut,
/// which costs what the kernel had not yet written, about half a minute. FULL would wait for the disk at each
/// save, in the thread that shows prompts; a rollback journal is safe with nothing less.
void choose_journal(SQLite::Database& database, Journal journal) {
    const char* wanted =
        journal == Journal::wal ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
    const bool wal = database.execAndGet(wanted).getString() == "wal";
    database.exec(wal ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
    database.exec("PRAGMA wal_autocheckpoint = 64");
}

/// What SQLite says where a file system gives it no shared memory.
bool refuses_wal(const SQLite::Exception& error) {
    switch (error.getExtendedErrorCode()) {
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMLOCK:
    case SQLITE_IOERR_SHMMAP: return true;
    default: break;
    }
    switch (error.getErrorCode()) {
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_READONLY: return true; // permissions of the file itself were found good before
    default: return false;
    }
}

std::expected<void, DatabaseFault> check(SQLite::Database& database, bool whole) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const int owner = database.execAndGet("PRAGMA application_id").getInt();
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (empty && owner == 0 && version == 0) return {};
    if (owner != application_id) return fault(Kind::damaged, said("this is not a history of Limber"));
    if (version > schema_version) return fault(Kind::newer, {});
    const std::string verdict =
        database.execAndGet(whole ? "PRAGMA quick_check(1)" : "PRAGMA quick_check(state)").getString();
    if (verdict != "ok") return fault(Kind::damaged, verdict);
    if (sqlite3_db_readonly(database.getHandle(), "main") != 0) {
        return fault(Kind::damaged,
                     said("its format cannot be written")); // permissions were found good before
    }
    return {};
}

void make_schema(SQLite::Database& database) {
    // only now it shows whether the file can be written
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (database.execAndGet("PRAGMA user_version").getInt() == schema_version) return;
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
                                                       static_cast<int>(patience.count()));
    restrain(*database);
    try_tables(*database);
    return database;
}

std::expected<Database, DatabaseFault> open_for_writing(const fs::path& file, Journal journal) {
    const bool whole = is_small(file) || !closed_orderly(file);
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE,
                                                       static_cast<int>(patience.count()));
    if (journal == Journal::rollback) be_alone(*database, true); // before anything is read
    restrain(*database);
    if (auto checked = check(*database, whole); !checked) return std::unexpected(checked.error());
    choose_journal(*database, journal);
    if (journal == Journal::rollback) be_alone(*database, false);
    make_schema(*database);
    try_tables(*database);
    return database;
}

fs::path with_suffix(const fs::path& file, const char* suffix) {
    fs::path name = file;
    name += suffix;
    return name;
}

bool taken(const fs::path& name) {
    std::error_code error;
    return fs::symlink_status(name, error).type() != fs::file_type::not_found;
}

} // namespace

DatabaseFault fault_in(const SQLite::Exception& error) {
    const auto kind = [&] {
        switch (error.getErrorCode()) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR: return Kind::damaged; // a table or column is not there
        case SQLITE_BUSY: return Kind::locked;
        default: return Kind::unusable;
        }
    };
    return {kind(), error.getErrorStr()};
}

std::expected<void, DatabaseFault> make_folder(const fs::path& file) {
    const fs::path folder = file.parent_path();
    std::error_code error;
    if (folder.empty() || fs::exists(folder, error)) return {};
    if (fs::create_directories(folder, error); error) {
        return fault(Kind::unusable, said("its folder could not be made: {}", error.message()));
    }
    fs::permissions(folder, fs::perms::owner_all, error); // nobody else's business
    return {};
}

std::expected<Database, DatabaseFault> open_database(const fs::path& file) {
    if (auto prepared = prepare_file(file); !prepared) return std::unexpected(prepared.error());
    std::optional<DatabaseFault> first;
    for (const Journal journal : {Journal::wal, Journal::rollback}) {
        try {
            return open_for_writing(file, journal);
        } catch (const SQLite::Exception& error) {
            if (!first) first = fault_in(error);
            if (!refuses_wal(error)) break;
        }
    }
    return std::unexpected(*std::move(first));
}

bool is_lost(SQLite::Database& database) {
    int moved = 0;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) return true;
    try {
        const bool wal = database.execAndGet("PRAGMA journal_mode").getString() == "wal";
        return wal && !taken(with_suffix(database.getFilename(), "-wal"));
    } catch (const SQLite::Exception&) {
        return true;
    }
}

void close_lost(Database& database) {
    try {
        // a log left beside another database would be replayed into it; an empty one is none
        database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const SQLite::Exception&) { // NOLINT(bugprone-empty-catch): it has no log, or no disk any more
    }
    database.reset();
}

std::expected<fs::path, std::string> set_aside(const fs::path& file, std::chrono::sys_seconds now) {
    const std::string stem = fmt::format("{}-damaged-{:%Y-%m-%d-%H%M%S}", file.stem().string(),
                                         fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
    fs::path name = file.parent_path() / (stem + file.extension().string());
    for (int number = 2; taken(name); ++number)
        name = file.parent_path() / fmt::format("{}-{}{}", stem, number, file.extension().string());
    // The database goes last: a log left beside a fresh database would be replayed into it.
    for (const char* suffix : {"-wal", "-shm", ""}) {
        const fs::path from = with_suffix(file, suffix);
        if (!taken(from)) continue;
        std::error_code error;
        fs::rename(from, with_suffix(name, suffix), error);
        if (error) return std::unexpected(error.message());
    }
    return name;
}

std::expected<Database, std::string> open_database_read_only(const fs::path& file) {
    std::error_code missing;
    if (!fs::exists(file, missing))
        return std::unexpected(fmt::format("{}: there is no history yet", file.string()));
    // Without a word more SQLite writes beside the file. The next one reads its log without doing that, and
    // the last one the file alone.
    std::string reason;
    for (const std::string& name :
         {file.string(), uri_of(file, "readonly_shm=1"), uri_of(file, "immutable=1")}) {
        try {
            return open_for_reading(name);
        } catch (const SQLite::Exception& error) {
            reason = error.getErrorStr();
            if (fault_in(error).kind == Kind::damaged) break;
        }
    }
    return std::unexpected(fmt::format("{}: {}", file.string(), reason));
}

} // namespace limber::history
