// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_history.hpp"

#include "core/effect.hpp"
#include "core/time.hpp"
#include "history/database.hpp"
#include "history/history.hpp"
#include "history/memory_history.hpp"
#include "history/set_aside.hpp"
#include "history/tables.hpp"
#include "history/tally.hpp"
#include "translation/said.hpp"

#include <SQLiteCpp/Transaction.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber {

using translation::said;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_unwritten = 10'000;

struct Renewed {
    Database database;
    std::string notice;
};

std::string cannot_open(const fs::path& file, const std::string& reason) {
    return said(
        QT_TRANSLATE_NOOP(
            "said",
            "The history {} cannot be opened: {}. What happens is kept in memory, until limberd ends. Make "
            "sure that the disk has room and that you may write there, and restart limberd."),
        file.string(), reason);
}

std::string cannot_write(const fs::path& file, const std::string& reason, bool progress,
                         std::size_t outcomes) {
    const char* what =
        progress ? QT_TRANSLATE_NOOP("said", "Your progress and {} outcomes are kept in memory until it can.")
                 : QT_TRANSLATE_NOOP("said", "{} outcomes are kept in memory until it can.");
    if (outcomes == 0) {
        what = QT_TRANSLATE_NOOP("said", "Your progress is kept in memory until it can.");
    } else if (outcomes == 1) {
        what = progress
                   ? QT_TRANSLATE_NOOP("said", "Your progress and 1 outcome are kept in memory until it can.")
                   : QT_TRANSLATE_NOOP("said", "1 outcome is kept in memory until it can.");
    }
    const std::string kept = translation::filled_in(what, fmt::make_format_args(outcomes));
    return said(QT_TRANSLATE_NOOP("said", "The history {} cannot be written: {}. {} Make sure that the disk "
                                          "has room and that you may write there."),
                file.string(), reason, kept);
}

/// Moves the file aside and begins a fresh one, or gives the reason why not.
std::expected<Renewed, std::string> renew(const fs::path& file, const DatabaseFault& fault) {
    const bool newer = fault.kind == DatabaseFault::Kind::newer;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto kept = set_aside(file, newer ? "newer" : "damaged", now);
    if (!kept) {
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "{}, and it could not be moved aside ({})"),
                                    fault.reason, kept.error()));
    }
    auto fresh = open_database(file);
    if (!fresh) {
        return std::unexpected(fresh.error().reason);
    }
    return Renewed{
        std::move(*fresh),
        said(QT_TRANSLATE_NOOP(
                 "said",
                 "The history {} could not be used: {}. It is kept as {}, and a new one has been begun."),
             file.string(), fault.reason, kept->string())};
}

template <class Read>
auto reading(const fs::path& file, Read read) -> std::expected<decltype(read()), std::string> {
    try {
        return read();
    } catch (const SQLite::Exception& error) {
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "The history {} could not be read: {}."),
                                    file.string(), error.getErrorStr()));
    }
}

class SqliteHistory final : public History {
public:
    SqliteHistory(fs::path file, Database database)
        : file_(std::move(file)), database_(std::move(database)) {}

    std::expected<void, std::string> append(const Record& record) override {
        unwritten_.push_back(record);
        if (unwritten_.size() > most_unwritten) {
            unwritten_.pop_front();
        }
        return flush();
    }

    std::expected<void, std::string> save(const SavedState& saved) override {
        unsaved_ = saved;
        return flush();
    }

    std::expected<std::optional<SavedState>, std::string> saved() override {
        if (unsaved_ || !database_) {
            return unsaved_;
        }
        return reading(file_, [this] { return read_saved(*database_); });
    }

    std::expected<std::vector<DaySummary>, std::string> summary(Day from, Day to) override {
        return reading(file_, [&] {
            Tally tally;
            if (database_) {
                read_tally(*database_, from, to, tally);
            }
            for (const Record& record : unwritten_) {
                add(tally, record, from, to);
            }
            return days_of(std::move(tally));
        });
    }

private:
    std::expected<void, std::string> flush() {
        if (!database_) {
            auto opened = open_database(file_);
            if (!opened) {
                return still_waiting(opened.error().reason);
            }
            database_ = std::move(*opened);
        }
        try {
            write_waiting();
            return {};
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) {
                return still_waiting(error.getErrorStr());
            }
            return begin_anew({DatabaseFault::Kind::damaged, error.getErrorStr()});
        }
    }

    void write_waiting() {
        SQLite::Transaction transaction(*database_);
        for (const Record& record : unwritten_) {
            write(*database_, record);
        }
        if (unsaved_) {
            write(*database_, *unsaved_);
        }
        transaction.commit();
        unwritten_.clear();
        unsaved_.reset();
    }

    [[nodiscard]] std::unexpected<std::string> still_waiting(const std::string& reason) const {
        return std::unexpected(cannot_write(file_, reason, unsaved_.has_value(), unwritten_.size()));
    }

    /// The file was damaged while it was in use. What waits is written to the fresh one; the answer says so.
    std::unexpected<std::string> begin_anew(const DatabaseFault& fault) {
        database_.reset();
        auto renewed = renew(file_, fault);
        if (!renewed) {
            return still_waiting(renewed.error());
        }
        database_ = std::move(renewed->database);
        try {
            write_waiting();
        } catch (const SQLite::Exception& error) {
            return still_waiting(error.getErrorStr());
        }
        return std::unexpected(std::move(renewed->notice));
    }

    fs::path file_;
    Database database_; ///< null after damage while no fresh file can be begun
    std::deque<Record> unwritten_;
    std::optional<SavedState> unsaved_;
};

class ReadOnlyHistory final : public History {
public:
    ReadOnlyHistory(fs::path file, Database database)
        : file_(std::move(file)), database_(std::move(database)) {}

    std::expected<void, std::string> append(const Record& /*record*/) override { return refused(); }

    std::expected<void, std::string> save(const SavedState& /*saved*/) override { return refused(); }

    std::expected<std::optional<SavedState>, std::string> saved() override {
        return reading(file_, [this] { return read_saved(*database_); });
    }

    std::expected<std::vector<DaySummary>, std::string> summary(Day from, Day to) override {
        return reading(file_, [&] {
            Tally tally;
            read_tally(*database_, from, to, tally);
            return days_of(std::move(tally));
        });
    }

private:
    static std::unexpected<std::string> refused() {
        return std::unexpected(std::string("The history is open for reading only."));
    }

    fs::path file_;
    Database database_;
};

} // namespace

std::expected<OpenedHistory, std::string> open_history(const fs::path& file) {
    auto database = open_database(file);
    if (database) {
        return OpenedHistory{std::make_unique<SqliteHistory>(file, std::move(*database)), std::nullopt};
    }
    if (database.error().kind == DatabaseFault::Kind::unusable) {
        return std::unexpected(cannot_open(file, database.error().reason));
    }
    auto renewed = renew(file, database.error());
    if (!renewed) {
        return std::unexpected(cannot_open(file, renewed.error()));
    }
    return OpenedHistory{std::make_unique<SqliteHistory>(file, std::move(renewed->database)),
                         std::move(renewed->notice)};
}

std::unique_ptr<History> history_for_one_run(const fs::path& file) {
    const auto before = open_history_read_only(file);
    return memory_history(before ? (*before)->saved().value_or(std::nullopt) : std::nullopt);
}

std::expected<std::unique_ptr<History>, std::string> open_history_read_only(const fs::path& file) {
    auto database = open_database_read_only(file);
    if (!database) {
        return std::unexpected(database.error());
    }
    return std::make_unique<ReadOnlyHistory>(file, std::move(*database));
}

} // namespace limber
