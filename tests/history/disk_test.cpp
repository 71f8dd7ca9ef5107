// SPDX-License-Identifier: GPL-3.0-or-later
// Full and read-only disks, file systems without shared memory, and a daemon killed in the middle.
#include "core/effect.hpp"
#include "history/history.hpp"
#include "history/scratch.hpp"

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <sched.h>
#include <sqlite3.h>
#include <string>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace limber {

namespace {

/// Files may not grow past this while it lives: what a full disk looks like from within one process.
class NoRoom {
public:
    NoRoom() {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit now = before_;
        now.rlim_cur = 1;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }

    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &before_); }

    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

private:
    rlimit before_{};
};

/// SQLite's own way to file systems that have no shared memory, as the usual one while it lives.
class NoSharedMemory {
public:
    NoSharedMemory() { ::sqlite3_vfs_register(::sqlite3_vfs_find("unix-dotfile"), 1); }

    ~NoSharedMemory() { ::sqlite3_vfs_register(::sqlite3_vfs_find("unix"), 1); }

    NoSharedMemory(const NoSharedMemory&) = delete;
    NoSharedMemory& operator=(const NoSharedMemory&) = delete;
};

std::string cannot_write(const Scratch& scratch, const std::string& reason) {
    return "The history " + scratch.file().string() + " cannot be written: " + reason +
           ". What happens is kept in memory until it can. Make sure that the disk has room and that you "
           "may write there.";
}

std::size_t recorded(const Scratch& scratch) {
    return outcomes_in(scratch.file()).size();
}

/// From here on nobody else sees what this process mounts.
bool own_mounts() {
    return (::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) &&
           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

std::string journal_mode(const fs::path& file) {
    return SQLite::Database(file.string(), SQLite::OPEN_READONLY).execAndGet("PRAGMA journal_mode");
}

} // namespace

TEST_CASE("what a full disk refuses is kept, and written once there is room") {
    const Scratch scratch;
    {
        const auto history = history::open_history(scratch.file());
        add(*history, Outcome::done);
        {
            const NoRoom no_room;
            save(*history, "while full");
            CHECK(trouble(*history) == cannot_write(scratch, "disk I/O error"));
            for (int i = 0; i < 3; ++i)
                add(*history, Outcome::done);
            CHECK_MESSAGE(history->problems().size() == 1, "it is said once");
            CHECK(text_saved(*history) == "while full");
        }
        add(*history, Outcome::done);
        CHECK(history->problems().empty());
        CHECK(recorded(scratch) == 5);
    }
    const auto again = history::open_history(scratch.file());
    CHECK(again->problems().empty());
    CHECK(recorded(scratch) == 5);
    CHECK(text_saved(*again) == "while full");
}

TEST_CASE("a disk that is full at the start costs nothing that was and nothing that comes") {
    const Scratch scratch;
    std::size_t before = 0;
    SUBCASE("no file yet") {}
    SUBCASE("with a file") {
        history::open_history(scratch.file())->write({done_so(Outcome::done)}, saved_state("before"));
        before = 1;
    }
    SUBCASE("killed before: what is still in SQLite's log counts") {
        CHECK(in_child([&] {
                  static const auto never_closed = history::open_history(scratch.file());
                  never_closed->write({done_so(Outcome::done)}, saved_state("before"));
                  return never_closed->problems().empty() ? 0 : 1;
              }) == 0);
        REQUIRE(fs::file_size(scratch.file().string() + "-wal") > 0);
        before = 1;
    }
    {
        const NoRoom no_room;
        const auto history = history::open_history(scratch.file());
        CHECK_MESSAGE(
            trouble(*history).starts_with("The history " + scratch.file().string() + " cannot be written: "),
            trouble(*history));
        CHECK(text_saved(*history) == (before == 0 ? "nothing saved" : "before"));
        history->write({done_so(Outcome::done)}, saved_state("after"));
        CHECK(text_saved(*history) == "after");
        for (const std::string& name : scratch.names())
            CHECK(name.starts_with("history.db"));
    }
    const auto history = history::open_history(scratch.file());
    CHECK(history->problems().empty());
    CHECK(recorded(scratch) == before);
}

TEST_CASE("a disk that gets room after the start is written to from then on") {
    const Scratch scratch;
    auto history = [&] {
        const NoRoom no_room;
        auto opened = history::open_history(scratch.file());
        opened->write({done_so(Outcome::done), done_so(Outcome::skipped)}, saved_state("in memory"));
        return opened;
    }();
    CHECK(!trouble(*history).empty());
    add(*history, Outcome::followed);
    CHECK(history->problems().empty());
    CHECK(outcomes_in(scratch.file()) ==
          std::vector<std::string>{"micro done", "micro skipped", "micro followed"});
    CHECK(state_in(scratch.file()) == "in memory");
}

TEST_CASE("a real file system of 200 KiB fills up without harm") {
    const Scratch scratch;
    const int status = in_child([&] {
        if (!own_mounts()) return 77;
        if (::mount("none", scratch.folder().c_str(), "tmpfs", 0, "size=200k") != 0) return 77;
        auto history = history::open_history(scratch.file());
        std::size_t told = 0;
        for (int refused = 0; told < 3'000 && refused < 20; ++told) {
            add(*history, Outcome::done);
            if (!trouble(*history).empty()) ++refused;
        }
        if (trouble(*history).empty()) return 3;
        ::mount("none", scratch.folder().c_str(), "tmpfs", MS_REMOUNT, "size=4m");
        add(*history, Outcome::done);
        if (!history->problems().empty()) return 4;
        history.reset();
        history = history::open_history(scratch.file());
        if (!history->problems().empty()) return 5;
        return recorded(scratch) == told + 1 ? 0 : 6;
    });
    if (status == 77) {
        MESSAGE("no tmpfs may be mounted here");
    } else {
        CHECK(status == 0);
    }
}

TEST_CASE("files and folders that may not be written or read") {
    const Scratch scratch;
    history::open_history(scratch.file())->write({done_so(Outcome::done)}, saved_state("before"));
    const auto forbid_writing = [&] {
        fs::permissions(scratch.folder(), fs::perms::owner_read | fs::perms::owner_exec);
    };
    SUBCASE("a read-only folder: what is there goes on, and may be written later") {
        CHECK(as_somebody(scratch, [&] {
                  fs::permissions(scratch.file(), fs::perms::owner_read);
                  forbid_writing();
                  const auto history = history::open_history(scratch.file());
                  if (trouble(*history) != cannot_write(scratch, "Permission denied")) return 2;
                  if (text_saved(*history) != "before") return 3;
                  add(*history, Outcome::skipped);
                  fs::permissions(scratch.folder(), fs::perms::owner_all);
                  add(*history, Outcome::skipped);
                  if (trouble(*history).empty() || !fs::exists(scratch.file())) return 4; // the file still is
                  fs::permissions(scratch.file(), fs::perms::owner_read | fs::perms::owner_write);
                  add(*history, Outcome::skipped);
                  return history->problems().empty() && recorded(scratch) == 4 ? 0 : 5;
              }) == 0);
    }
    SUBCASE("a read-only folder without a file") {
        CHECK(as_somebody(scratch, [&] {
                  fs::remove(scratch.file());
                  forbid_writing();
                  return trouble(*history::open_history(scratch.file())) ==
                                 cannot_write(scratch, "Permission denied")
                             ? 0
                             : 2;
              }) == 0);
    }
    SUBCASE("a damaged file in a read-only folder is one sentence") {
        put(scratch.file(), "breaks = 12\n");
        CHECK(as_somebody(scratch, [&] {
                  forbid_writing();
                  const auto history = history::open_history(scratch.file());
                  return history->problems().size() == 1 &&
                                 trouble(*history) ==
                                     cannot_write(scratch, "file is not a database, and it could not be "
                                                           "moved aside (Permission denied)")
                             ? 0
                             : 3;
              }) == 0);
    }
    SUBCASE("an unreadable file is moved aside") {
        CHECK(as_somebody(scratch, [&] {
                  fs::permissions(scratch.file(), fs::perms::none);
                  const auto history = history::open_history(scratch.file());
                  return trouble(*history).empty() && notices(*history).size() == 1 ? 0 : 2;
              }) == 0);
    }
    SUBCASE("a folder that opens only later: the old state was not read, and is not lost") {
        CHECK(as_somebody(scratch, [&] {
                  fs::permissions(scratch.folder(), fs::perms::none);
                  const auto history = history::open_history(scratch.file());
                  if (trouble(*history).empty() || history->saved()) return 2;
                  save(*history, "begun anew");
                  fs::permissions(scratch.folder(), fs::perms::owner_all);
                  save(*history, "later");
                  if (!trouble(*history).empty()) return 3;
                  if (notices(*history) !=
                      std::vector<std::string>{"Limber could not take up what its last run left: it "
                                               "could not be read at the start. That stays in the history " +
                                               scratch.file().string() + ", and Limber begins anew."})
                      return 4;
                  save(*history, "once more");
                  if (state_in(scratch.file()) != "once more") return 5;
                  return kept_in(scratch.file()) == std::vector<std::string>{"before"} ? 0 : 6;
              }) == 0);
    }
}

TEST_CASE("where a file system refuses WAL, a rollback journal serves") {
    const Scratch scratch;
    const auto write_and_read = [&](std::size_t before) {
        {
            const auto history = history::open_history(scratch.file());
            CHECK_MESSAGE(history->problems().empty(), trouble(*history));
            if (before > 0) CHECK(text_saved(*history) == "in WAL");
            history->write({done_so(Outcome::done)}, saved_state("without"));
            CHECK_MESSAGE(history->problems().empty(), trouble(*history));
            CHECK(journal_mode(scratch.file()) == "delete");
            CHECK_MESSAGE(recorded(scratch) == before + 1, "others can read it while it is open");
            CHECK(!fs::exists(scratch.file().string() + "-journal"));
        }
        CHECK(text_saved(*history::open_history(scratch.file())) == "without");
    };
    const auto written_in_wal = [&] {
        history::open_history(scratch.file())->write({done_so(Outcome::done)}, saved_state("in WAL"));
        REQUIRE(journal_mode(scratch.file()) == "wal");
    };
    SUBCASE("its shared memory cannot be made") {
        fs::create_directory(scratch.file().string() + "-shm");
        write_and_read(0);
    }
    SUBCASE("the same, and the file was written in WAL elsewhere") {
        written_in_wal();
        fs::remove(scratch.file().string() + "-shm");
        fs::create_directory(scratch.file().string() + "-shm");
        write_and_read(1);
    }
    SUBCASE("SQLite knows that there is none") {
        const NoSharedMemory nowhere;
        write_and_read(0);
    }
    SUBCASE("SQLite knows that there is none, and the file was written in WAL elsewhere") {
        written_in_wal();
        const NoSharedMemory nowhere;
        write_and_read(1);
    }
}

TEST_CASE("a real file system without shared memory: FUSE with direct I/O") {
    const Scratch scratch;
    const fs::path mounted = scratch.folder() / "mounted";
    fs::create_directory(mounted);
    fs::create_directory(scratch.folder() / "below");
    const int status = in_child([&] {
        const std::string mount = "bindfs -o direct_io " + (scratch.folder() / "below").string() + " " +
                                  mounted.string() + " >/dev/null 2>&1";
        // NOLINTNEXTLINE(cert-env33-c, concurrency-mt-unsafe): of a name made here
        if (!own_mounts() || std::system(mount.c_str()) != 0) return 77;
        const fs::path file = mounted / "history.db";
        const int code = [&] {
            auto history = history::open_history(file);
            history->write({done_so(Outcome::done)}, saved_state("here"));
            if (!history->problems().empty()) return 2;
            if (journal_mode(file) != "delete" || outcomes_in(file).size() != 1) return 3;
            history.reset();
            // written in WAL elsewhere, and closed in the middle
            if (in_child([&] {
                    static const auto never_closed =
                        history::open_history(scratch.folder() / "below" / "history.db");
                    save(*never_closed, "in WAL");
                    return never_closed->problems().empty() ? 0 : 1;
                }) != 0)
                return 4;
            history = history::open_history(file);
            if (!history->problems().empty() || text_saved(*history) != "in WAL") return 5;
            fs::remove(file);
            add(*history, Outcome::skipped);
            if (!trouble(*history).empty() || notices(*history).size() != 1) return 6;
            return outcomes_in(file).size() == 1 && state_in(file) == "in WAL" ? 0 : 7;
        }();
        ::umount2(mounted.c_str(), MNT_DETACH);
        return code;
    });
    if (status == 77) {
        MESSAGE("bindfs cannot mount here");
    } else {
        CHECK(status == 0);
    }
}

TEST_CASE("a killed daemon loses nothing it was told was written") {
    const Scratch scratch;
    std::size_t told_in_all = 0;
    for (int round = 1; round <= 10; ++round) {
        std::array<int, 2> told{};
        REQUIRE(::pipe(told.data()) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(told[0]);
            const auto history = history::open_history(scratch.file());
            while (history->problems().empty()) {
                history->write({done_so(Outcome::done)}, saved_state(std::to_string(round)));
                if (::write(told[1], "w", 1) != 1) ::_exit(2);
            }
            ::_exit(3);
        }
        ::close(told[1]);
        int written = 0;
        char byte = 0;
        while (written < 5 * round && ::read(told[0], &byte, 1) == 1)
            ++written;
        CHECK(written == 5 * round);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WTERMSIG(status) == SIGKILL);
        while (::read(told[0], &byte, 1) == 1)
            ++written;
        ::close(told[0]);
        const auto history = history::open_history(scratch.file());
        CHECK(history->problems().empty());
        told_in_all += static_cast<std::size_t>(written);
        CHECK(recorded(scratch) >= told_in_all);
        CHECK(text_saved(*history) == std::to_string(round));
    }
}

} // namespace limber
