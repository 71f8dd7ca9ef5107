// SPDX-License-Identifier: GPL-3.0-or-later
// Full and read-only disks, and a daemon killed in the middle.
#include "core/effect.hpp"
#include "history/history.hpp"
#include "history/scratch.hpp"
#include "history/sqlite_history.hpp"

#include <doctest/doctest.h>

#include <array>
#include <expected>
#include <filesystem>
#include <sched.h>
#include <signal.h>
#include <string>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace limber {

namespace {

/// Files may not grow past this while it lives: what a full disk looks like from within one process.
class NoRoom {
public:
    explicit NoRoom(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit now = before_;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }

    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &before_); }

    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

private:
    rlimit before_{};
};

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

int times(const std::string& part, const std::string& text) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

int done_on_monday(History& history) {
    const auto days = history.summary(monday, monday);
    if (!days || days->empty()) {
        return 0;
    }
    return days->front().counts.at("micro").at(Outcome::done);
}

} // namespace

TEST_CASE("what a full disk refuses is kept, seen, and written once there is room") {
    const Scratch scratch;
    auto opened = open_history(scratch.file());
    REQUIRE(opened.has_value());
    History& history = *opened->history;
    REQUIRE(history.append(record(Outcome::done)).has_value());
    {
        const NoRoom no_room(1);
        const std::string cannot =
            "The history " + scratch.file().string() + " cannot be written: disk I/O error. ";
        const std::string remedy = " Make sure that the disk has room and that you may write there.";
        const auto refused = [&](const std::expected<void, std::string>& result, const std::string& kept) {
            REQUIRE(!result.has_value());
            CHECK(result.error() == cannot + kept + " kept in memory until it can." + remedy);
        };
        refused(history.save(saved_state("while full")), "Your progress is");
        refused(history.append(record(Outcome::done)), "Your progress and 1 outcome are");
        refused(history.append(record(Outcome::done)), "Your progress and 2 outcomes are");
        refused(history.append(record(Outcome::done)), "Your progress and 3 outcomes are");
        CHECK(done_on_monday(history) == 4);
        CHECK((*history.saved())->text == "while full");
    }
    CHECK(history.append(record(Outcome::done)).has_value());
    CHECK(done_on_monday(history) == 5);
    opened->history.reset();
    auto again = open_history(scratch.file());
    REQUIRE(again.has_value());
    CHECK(!again->notice);
    CHECK(done_on_monday(*again->history) == 5);
    CHECK((*again->history->saved())->text == "while full");
}

TEST_CASE("a disk that is full at the start is a sentence, and the old file stays where it is") {
    const Scratch scratch;
    SUBCASE("no file yet") {}
    SUBCASE("with a file") {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        REQUIRE(opened->history->append(record(Outcome::done)).has_value());
    }
    const bool had_file = fs::exists(scratch.file());
    {
        const NoRoom no_room(1);
        const auto refused = open_history(scratch.file());
        REQUIRE(!refused.has_value());
        CHECK_MESSAGE(
            refused.error().starts_with("The history " + scratch.file().string() + " cannot be opened: "),
            refused.error());
        CHECK_MESSAGE(refused.error().ends_with(
                          ". What happens is kept in memory, until limberd ends. Make sure that the disk has "
                          "room and that you may write there, and restart limberd."),
                      refused.error());
        CHECK(times(scratch.file().string(), refused.error()) == 1);
        auto reader = open_history_read_only(scratch.file());
        if (had_file) {
            REQUIRE(reader.has_value());
            CHECK(done_on_monday(**reader) == 1);
        }
    }
    for (const std::string& name : scratch.names()) {
        CHECK(name.starts_with("history.db"));
    }
    auto opened = open_history(scratch.file());
    REQUIRE(opened.has_value());
    CHECK(!opened->notice);
}

TEST_CASE("where the file cannot be opened for writing, this run goes on from what can be read") {
    const Scratch scratch;
    {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        REQUIRE(opened->history->save(saved_state("before")).has_value());
    }
    std::string before = "before";
    SUBCASE("a directory in the place of SQLite's log") {
        fs::create_directory(scratch.file().string() + "-wal");
        REQUIRE(!open_history(scratch.file()).has_value());
        auto history = history_for_one_run(scratch.file());
        CHECK((*history->saved())->text == before);
        CHECK(history->save(saved_state("after")).has_value());
        CHECK((*history->saved())->text == "after");
    }
    SUBCASE("a full disk") {
        const NoRoom no_room(1);
        REQUIRE(!open_history(scratch.file()).has_value());
        CHECK((*history_for_one_run(scratch.file())->saved())->text == before);
    }
    SUBCASE("killed before, on a full disk: what is still in SQLite's log counts") {
        const int status = in_child([&] {
            static auto opened = open_history(scratch.file()); // never closed
            return opened && opened->history->save(saved_state("killed")) ? 0 : 1;
        });
        REQUIRE(status == 0);
        REQUIRE(fs::file_size(scratch.file().string() + "-wal") > 0);
        const NoRoom no_room(1);
        REQUIRE(!open_history(scratch.file()).has_value());
        CHECK((*history_for_one_run(scratch.file())->saved())->text == "killed");
    }
    SUBCASE("nothing that could be read") {
        fs::remove(scratch.file());
        const auto saved = history_for_one_run(scratch.file())->saved();
        REQUIRE(saved.has_value());
        CHECK(!saved->has_value());
        CHECK(scratch.names().empty());
    }
}

TEST_CASE("a real file system of 200 KiB fills up without harm") {
    const Scratch scratch;
    const int status = in_child([&] {
        if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
            return 77;
        }
        if (::mount("none", scratch.folder().c_str(), "tmpfs", 0, "size=200k") != 0) {
            return 77;
        }
        auto opened = open_history(scratch.file());
        if (!opened) {
            return 2;
        }
        int refused = 0;
        for (int i = 0; i < 3'000 && refused < 20; ++i) {
            if (!opened->history->append(record(Outcome::done))) {
                ++refused;
            }
        }
        if (refused < 20) {
            return 3;
        }
        const int known = done_on_monday(*opened->history);
        ::mount("none", scratch.folder().c_str(), "tmpfs", MS_REMOUNT, "size=4m");
        if (!opened->history->append(record(Outcome::done))) {
            return 4;
        }
        opened->history.reset();
        auto again = open_history(scratch.file());
        if (!again || again->notice) {
            return 5;
        }
        return done_on_monday(*again->history) == known + 1 ? 0 : 6;
    });
    if (status == 77) {
        MESSAGE("no tmpfs may be mounted here");
    } else {
        CHECK(status == 0);
    }
}

TEST_CASE("files and folders that may not be written or read") {
    const Scratch scratch;
    {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        REQUIRE(opened->history->append(record(Outcome::done)).has_value());
    }
    const auto as_somebody = [&](auto body) {
        return in_child([&] {
            // Permissions do not bind the administrator.
            if (::geteuid() == 0) {
                if (::chown(scratch.folder().c_str(), 65'534, 65'534) != 0 ||
                    ::chown(scratch.file().c_str(), 65'534, 65'534) != 0 ||
                    ::setresgid(65'534, 65'534, 65'534) != 0 || ::setresuid(65'534, 65'534, 65'534) != 0) {
                    return 1;
                }
            }
            return body();
        });
    };
    SUBCASE("a read-only folder: refused, and still readable") {
        CHECK(as_somebody([&] {
                  fs::permissions(scratch.file(), fs::perms::owner_read);
                  fs::permissions(scratch.folder(), fs::perms::owner_read | fs::perms::owner_exec);
                  if (open_history(scratch.file())) {
                      return 2;
                  }
                  auto reader = open_history_read_only(scratch.file());
                  return reader && done_on_monday(**reader) == 1 ? 0 : 3;
              }) == 0);
    }
    SUBCASE("a read-only folder without a file") {
        CHECK(as_somebody([&] {
                  fs::remove(scratch.file());
                  fs::permissions(scratch.folder(), fs::perms::owner_read | fs::perms::owner_exec);
                  return open_history(scratch.file()) ? 2 : 0;
              }) == 0);
    }
    SUBCASE("a read-only file is the person's wish: refused, not moved") {
        CHECK(as_somebody([&] {
                  fs::permissions(scratch.file(), fs::perms::owner_read);
                  return open_history(scratch.file()) ? 2 : 0;
              }) == 0);
        CHECK(fs::exists(scratch.file()));
    }
    SUBCASE("a damaged file in a read-only folder is one sentence") {
        put(scratch.file(), "breaks = 12\n");
        CHECK(
            as_somebody([&] {
                fs::permissions(scratch.folder(), fs::perms::owner_read | fs::perms::owner_exec);
                const auto opened = open_history(scratch.file());
                if (opened) {
                    return 2;
                }
                return opened.error() ==
                               "The history " + scratch.file().string() +
                                   " cannot be opened: file is not a database, and it could not be moved "
                                   "aside (Permission denied). What happens is kept in memory, until limberd "
                                   "ends. Make sure that the disk has room and that you may write there, and "
                                   "restart limberd."
                           ? 0
                           : 3;
            }) == 0);
    }
    SUBCASE("an unreadable file is moved aside") {
        CHECK(as_somebody([&] {
                  fs::permissions(scratch.file(), fs::perms::none);
                  auto opened = open_history(scratch.file());
                  return opened && opened->notice && opened->history->append(record(Outcome::done)) ? 0 : 2;
              }) == 0);
    }
}

TEST_CASE("a killed daemon loses nothing it was told was written") {
    const Scratch scratch;
    int told_in_all = 0;
    for (int round = 1; round <= 10; ++round) {
        std::array<int, 2> told{};
        REQUIRE(::pipe(told.data()) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(told[0]);
            auto opened = open_history(scratch.file());
            if (!opened || opened->notice) {
                ::_exit(1);
            }
            while (opened->history->append(record(Outcome::done)) &&
                   opened->history->save(saved_state(std::to_string(round)))) {
                if (::write(told[1], "w", 1) != 1) {
                    ::_exit(2);
                }
            }
            ::_exit(3);
        }
        ::close(told[1]);
        int written = 0;
        char byte = 0;
        while (written < 5 * round && ::read(told[0], &byte, 1) == 1) {
            ++written;
        }
        CHECK(written == 5 * round);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WTERMSIG(status) == SIGKILL);
        while (::read(told[0], &byte, 1) == 1) {
            ++written;
        }
        ::close(told[0]);
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        CHECK(!opened->notice);
        told_in_all += written;
        CHECK(done_on_monday(*opened->history) >= told_in_all);
        CHECK((*opened->history->saved())->text == std::to_string(round));
    }
}

} // namespace limber
