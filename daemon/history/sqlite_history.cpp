// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/database.hpp"
#include "history/history.hpp"
#include "words/said.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstddef>
#include <deque>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace limber::history {

namespace fs = std::filesystem;

namespace {

using Kind = DatabaseFault::Kind;

constexpr std::size_t most_records = 10'000;
constexpr std::size_t most_notices = 10;

std::string cannot_write(const fs::path& file, const DatabaseFault& fault) {
    switch (fault.kind) {
    case Kind::newer:
        return said("The history {} was written by a newer Limber, and stays as it is. What happens is "
                    "kept in memory, until limberd ends. Start the newer Limber, or move the file away.",
                    file.string());
    case Kind::locked:
        return said("The history {} is locked by another program. What happens is "
                    "kept in memory until it is free.",
                    file.string());
    default:
        return said("The history {} cannot be written: {}. What happens is kept in memory until "
                    "it can. Make sure that the disk has room and that you may write there.",
                    file.string(), fault.reason);
    }
}

/// One writer for a history, of all that share its folder: a lock on a file beside it, with the writer's
/// name in it. SQLite's own locks last no longer than a transaction. The kernel frees it when the process
/// ends, however it does.
class WriterLock {
public:
    /// Of this history. Nothing is locked yet.
    explicit WriterLock(fs::path file) : file_(std::move(file)) { file_ += "-lock"; }

    ~WriterLock() { release(); }

    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    /// Takes the lock, or sees that it is still there. Else the answer is who has it, for a sentence: "desk,
    /// process 4711". A file system that knows no locks, or a folder that cannot be written, is no reason to
    /// refuse: nobody can have locked there.
    std::expected<void, std::string> take() {
        if (is_there()) return {};
        // deleted meanwhile, it is another file, which somebody else may have locked; so it may be once more
        // between opening and locking it
        for (int attempt = 0; attempt < 3 && !is_there(); ++attempt) {
            release();
            fd_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
            if (fd_ < 0) return {};
            if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) continue;
            const bool taken = errno == EWOULDBLOCK;
            const std::string holder = taken ? signature() : std::string{};
            release();
            if (!taken) return {};
            return std::unexpected(holder);
        }
        sign();
        return {};
    }

private:
    [[nodiscard]] bool is_there() const {
        struct stat held{};
        struct stat found{};
        return fd_ >= 0 && ::fstat(fd_, &held) == 0 && ::stat(file_.c_str(), &found) == 0 &&
               held.st_dev == found.st_dev && held.st_ino == found.st_ino;
    }

    void release() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

    /// HOST PROCESS
    void sign() const {
        std::array<char, 256> host{};
        if (::gethostname(host.data(), host.size() - 1) != 0) host.front() = '\0';
        const std::string text = fmt::format("{} {}\n", host.data(), ::getpid());
        // on a full disk nobody is named, and the lock holds all the same
        if (::ftruncate(fd_, 0) != 0 || ::pwrite(fd_, text.data(), text.size(), 0) < 0) return;
    }

    [[nodiscard]] std::string signature() const {
        std::array<char, 300> text{};
        const auto length = ::pread(fd_, text.data(), text.size(), 0);
        std::istringstream words{
            std::string(text.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)))};
        std::string host;
        long process = 0;
        if (!(words >> host >> process)) return "?";
        std::ranges::replace_if(host, [](unsigned char c) { return std::iscntrl(c) != 0; }, '?');
        return said("{}, process {}", host, process);
    }

    fs::path file_;
    int fd_ = -1;
};

class SqliteHistory final : public History {
public:
    explicit SqliteHistory(fs::path file) : file_(std::move(file)), lock_(file_) {
        if (!open())
            if (const auto reader = open_database_read_only(file_)) row_ = row_of(**reader);
        begun_ = true;
    }

    void write(const std::vector<Record>& records, const std::optional<SavedState>& state) override {
        run_.insert(run_.end(), records.begin(), records.end());
        for (; run_.size() > most_records; run_.pop_front()) {
            written_ -= std::min<std::size_t>(written_, 1);
            doubtful_ -= std::min<std::size_t>(doubtful_, 1);
        }
        if (state) unsaved_ = state;
        if (database_ && is_lost(*database_)) {
            close_lost(database_);
            doubt();
        }
        std::optional<std::string> damage;
        while (open(damage)) {
            try {
                return write_waiting();
            } catch (const SQLite::Exception& error) {
                doubtful_ = run_.size();
                const DatabaseFault fault = fault_in(error);
                trouble_ = cannot_write(file_, fault);
                if (fault.kind == Kind::locked) return;
                // opened anew with the next write: what the fault was may be gone by then, and this
                // connection would not notice
                database_.reset();
                if (fault.kind != Kind::damaged || damage) return;
                damage = fault.reason;
            }
        }
    }

    std::optional<SavedState> saved() override { return unsaved_ ? unsaved_ : row_; }

    void keep_saved(const std::string& reason, bool nothing_taken) override {
        keep_ = true;
        notice(nothing_taken ? said("Limber could not take up what its last run left: {}. "
                                    "That stays in the history {}, and Limber begins anew.",
                                    reason, file_.string())
                             : said("Limber could not take up all of what its last run left: {}. That "
                                    "stays in the history {}, and Limber goes on with the rest.",
                                    reason, file_.string()));
    }

    [[nodiscard]] std::vector<HistoryProblem> problems() const override {
        std::vector<HistoryProblem> problems;
        if (trouble_) problems.push_back({.sentence = *trouble_});
        for (const std::string& sentence : notices_)
            problems.push_back({.sentence = sentence, .mended = true});
        return problems;
    }

private:
    /// Sees to it that the database is open and this process its only writer; else trouble_ says why not.
    /// `damage`: what is wrong with the file, if that is known.
    bool open(const std::optional<std::string>& damage = std::nullopt) {
        if (auto folder = make_folder(file_); !folder) {
            trouble_ = cannot_write(file_, folder.error());
            return false;
        }
        if (auto locked = lock_.take(); !locked) {
            database_.reset();
            trouble_ = said("The history {} is written by another Limber ({}). Until that "
                            "one ends, what happens here is kept in memory only.",
                            file_.string(), locked.error());
            return false;
        }
        if (database_) return true;
        auto opened = damage ? std::unexpected(DatabaseFault{Kind::damaged, *damage}) : open_database(file_);
        const bool renewed = !opened && opened.error().kind == Kind::damaged;
        if (renewed) opened = renew(opened.error().reason);
        if (!opened) {
            trouble_ = cannot_write(file_, opened.error());
            return false;
        }
        database_ = std::move(*opened);
        trouble_.reset();
        look_at_row(renewed);
        return true;
    }

    /// Moves the damaged file aside and begins a fresh one.
    std::expected<Database, DatabaseFault> renew(const std::string& reason) {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const auto kept = set_aside(file_, now);
        if (!kept) {
            return std::unexpected(DatabaseFault{
                Kind::unusable, said("{}, and it could not be moved aside ({})", reason, kept.error())});
        }
        notice(said("The history {} could not be used: {}. It is kept as {}, and a new one has been begun.",
                    file_.string(), reason, kept->string()));
        return open_database(file_);
    }

    /// By the state in it one sees whether the file is still the one that this run knows. Another one gets
    /// all that this run knows.
    void look_at_row(bool renewed) {
        const auto row = row_of(*database_);
        if (!begun_) {
            row_ = row;
            return;
        }
        if (row == row_ && !renewed) return;
        if (!row && !renewed) {
            notice(said("The history {} was deleted while Limber was running. A new one has been "
                        "begun, with your progress and what happened since Limber started.",
                        file_.string()));
        }
        if (row && row != unsaved_) {
            if (!row_) keep_saved(said("it could not be read at the start"), true);
            keep_ = true;
        }
        doubt();
    }

    /// The file may be another one, with all of it, some, or nothing.
    void doubt() {
        written_ = 0;
        doubtful_ = run_.size();
        if (!unsaved_) unsaved_ = row_;
    }

    /// Damage in this place is found by the writing.
    static std::optional<SavedState> row_of(SQLite::Database& database) {
        try {
            return read_saved(database);
        } catch (const SQLite::Exception&) {
            return std::nullopt;
        }
    }

    void write_waiting() {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        for (std::size_t i = written_; i < run_.size(); ++i)
            if (i >= doubtful_ || !is_written(*database_, run_[i])) history::write(*database_, run_[i]);
        if (unsaved_) {
            if (keep_) history::keep_saved(*database_);
            history::write(*database_, *unsaved_);
        }
        transaction.commit();
        trouble_.reset();
        written_ = run_.size();
        doubtful_ = 0;
        if (!unsaved_) return;
        row_ = std::exchange(unsaved_, std::nullopt);
        keep_ = false;
    }

    void notice(std::string sentence) {
        if (std::ranges::find(notices_, sentence) != notices_.end()) return;
        notices_.push_back(std::move(sentence));
        if (notices_.size() > most_notices) notices_.erase(notices_.begin());
    }

    fs::path file_;
    WriterLock lock_;
    Database database_; ///< null while it cannot be opened
    bool begun_ = false;

    std::deque<Record> run_;            ///< what this run recorded
    std::size_t written_ = 0;           ///< so many of them are in the file
    std::size_t doubtful_ = 0;          ///< so many may be, as an attempt failed, or the file is another one
    std::optional<SavedState> row_;     ///< the state in the file, as far as this run knows
    std::optional<SavedState> unsaved_; ///< what is to take its place
    bool keep_ = false;                 ///< the state in the file must not be lost

    std::optional<std::string> trouble_;
    std::vector<std::string> notices_;
};

} // namespace

std::unique_ptr<History> open_history(const fs::path& file) {
    return std::make_unique<SqliteHistory>(file);
}

std::expected<void, std::string> try_history(const fs::path& file) {
    auto database = open_database_read_only(file);
    if (!database) return std::unexpected(database.error());
    return {};
}

} // namespace limber::history
