// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for a test, values to fill a history with, and what other programs see of one.
#pragma once

#include "history/history.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber {

namespace fs = std::filesystem;

class Scratch {
public:
    Scratch() {
        // In memory where possible: a busy disk would make a fast test slow.
        const fs::path shared = "/dev/shm";
        const fs::path parent = ::access(shared.c_str(), W_OK) == 0 ? shared : fs::temp_directory_path();
        std::string name = (parent / "limber-history-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no scratch folder");
        }
        folder_ = name;
    }

    ~Scratch() {
        std::error_code error;
        fs::permissions(folder_, fs::perms::owner_all, error);
        fs::remove_all(folder_, error);
    }

    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const fs::path& folder() const { return folder_; }

    [[nodiscard]] fs::path file() const { return folder_ / "history.db"; }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }

private:
    fs::path folder_;
};

inline constexpr Day monday{std::chrono::days{20'780}};

/// Each one a second later than the one before.
inline Record done_so(Outcome outcome, const std::string& rule = "micro") {
    static std::chrono::seconds later{0};
    Record made;
    made.break_id = rule;
    made.outcome = outcome;
    made.exercises = {"shoulder-rolls", "blade-squeeze"};
    made.when.utc = Utc{std::chrono::seconds{1'795'326'282} + later++};
    made.when.offset = std::chrono::hours{1};
    made.day = monday;
    made.length = std::chrono::seconds{42};
    return made;
}

inline history::SavedState saved_state(const std::string& text) {
    history::SavedState saved;
    saved.text = text;
    saved.boot_id = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
    saved.stamp.at = Instant{std::chrono::nanoseconds{987'654'321'012'345'678}};
    saved.stamp.asleep = std::chrono::nanoseconds{1};
    saved.stamp.civil = {Utc{std::chrono::nanoseconds{1'795'326'282'123'456'789}},
                         std::chrono::seconds{-12'600}, Utc::max()};
    return saved;
}

inline void put(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The first column of every row, as a program beside the daemon sees it; empty, if it cannot.
inline std::vector<std::string> rows(const fs::path& file, const std::string& query) {
    std::vector<std::string> rows;
    if (!fs::exists(file)) return rows;
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
        SQLite::Statement statement(database, query);
        while (statement.executeStep())
            rows.push_back(statement.getColumn(0).getString());
    } catch (const SQLite::Exception&) {
        rows.clear();
    }
    return rows;
}

/// "micro done", in order.
inline std::vector<std::string> outcomes_in(const fs::path& file) {
    return rows(file, "SELECT break || ' ' || outcome FROM record ORDER BY id");
}

inline std::string state_in(const fs::path& file) {
    const auto texts = rows(file, "SELECT text FROM state");
    return texts.empty() ? "" : texts.front();
}

inline std::vector<std::string> kept_in(const fs::path& file) {
    return rows(file, "SELECT text FROM kept_state ORDER BY id");
}

inline void add(history::History& history, Outcome outcome) {
    history.write({done_so(outcome)}, std::nullopt);
}

inline void save(history::History& history, const std::string& text) {
    history.write({}, saved_state(text));
}

inline std::string text_saved(history::History& history) {
    return history.saved().value_or(saved_state("nothing saved")).text;
}

/// What lasts; empty, if all is well.
inline std::string trouble(const history::History& history) {
    for (const auto& problem : history.problems()) {
        if (!problem.mended) return problem.sentence;
    }
    return {};
}

/// What has happened and was dealt with.
inline std::vector<std::string> notices(const history::History& history) {
    std::vector<std::string> sentences;
    for (const auto& problem : history.problems()) {
        if (problem.mended) sentences.push_back(problem.sentence);
    }
    return sentences;
}

/// Runs `body` in a child and gives back its exit status, or 128 + the signal that ended it.
template <class Body>
int in_child(Body body) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(body());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Another process that has done `begin` once this is made, and does nothing more until it is ended.
class Neighbour {
public:
    template <class Begin>
    explicit Neighbour(Begin begin) {
        std::array<int, 2> ready{};
        if (::pipe(ready.data()) != 0) throw std::runtime_error("no pipe");
        process_ = ::fork();
        if (process_ == 0) {
            ::close(ready[0]);
            const auto held = begin();
            static_cast<void>(::write(ready[1], "r", 1) == 1);
            while (true)
                ::pause();
        }
        ::close(ready[1]);
        char byte = 0;
        static_cast<void>(::read(ready[0], &byte, 1) == 1);
        ::close(ready[0]);
    }

    ~Neighbour() { end(); }

    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;

    void end() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }

    [[nodiscard]] pid_t process() const { return process_; }

private:
    pid_t process_ = 0;
};

/// Runs `body` in a child with no more rights than anybody has: permissions do not bind the administrator.
template <class Body>
int as_somebody(const Scratch& scratch, Body body) {
    return in_child([&] {
        if (::geteuid() == 0) {
            for (const std::string& name : scratch.names()) {
                if (::chown((scratch.folder() / name).c_str(), 65'534, 65'534) != 0) return 99;
            }
            if (::chown(scratch.folder().c_str(), 65'534, 65'534) != 0 ||
                ::setresgid(65'534, 65'534, 65'534) != 0 || ::setresuid(65'534, 65'534, 65'534) != 0) {
                return 99;
            }
        }
        return body();
    });
}

} // namespace limber
