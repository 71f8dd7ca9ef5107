// SPDX-License-Identifier: GPL-3.0-or-later
// What others do to a history while it is in use: lock it, delete it, replace it, write it as well. And what
// other versions left in it.
#include "core/effect.hpp"
#include "history/history.hpp"
#include "history/scratch.hpp"

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace limber {

namespace {

using Lines = std::vector<std::string>;

/// A program that has all of the file for itself.
auto lock(const fs::path& file) {
    return [file] {
        auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, 1'000);
        database->exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE state SET text = text");
        return database;
    };
}

std::string locked(const Scratch& scratch) {
    return "The history " + scratch.file().string() +
           " is locked by another program. What happens is kept in memory until it is free.";
}

auto limberd(const fs::path& file, const std::string& text) {
    return [file, text] {
        auto history = history::open_history(file);
        history->write({done_so(Outcome::done, "theirs")}, saved_state(text));
        return history;
    };
}

std::string in_use(const Scratch& scratch, const Neighbour& by) {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return "The history " + scratch.file().string() + " is written by another Limber (" + host.data() +
           ", process " + std::to_string(by.process()) +
           "). Until that one ends, what happens here is kept in memory only.";
}

std::string deleted(const Scratch& scratch) {
    return "The history " + scratch.file().string() +
           " was deleted while Limber was running. A new one has been begun, with your progress and what "
           "happened since Limber started.";
}

std::string not_taken_up(const Scratch& scratch, const std::string& reason) {
    return "Limber could not take up all of what its last run left: " + reason +
           ". That stays in the history " + scratch.file().string() + ", and Limber goes on with the rest.";
}

} // namespace

// --- locked

TEST_CASE("locked at the start: the last run is read all the same, and this one written when it is free") {
    const Scratch scratch;
    history::open_history(scratch.file())->write({done_so(Outcome::done)}, saved_state("before"));
    Neighbour other(lock(scratch.file()));
    const auto history = history::open_history(scratch.file());
    CHECK(trouble(*history) == locked(scratch));
    CHECK(text_saved(*history) == "before");
    history->write({done_so(Outcome::skipped), done_so(Outcome::followed)}, saved_state("meanwhile"));
    CHECK(trouble(*history) == locked(scratch));
    CHECK(text_saved(*history) == "meanwhile");
    other.end();
    add(*history, Outcome::natural);
    CHECK(history->problems().empty());
    CHECK(outcomes_in(scratch.file()) ==
          Lines{"micro done", "micro skipped", "micro followed", "micro natural"});
    CHECK(state_in(scratch.file()) == "meanwhile");
    CHECK_MESSAGE(kept_in(scratch.file()).empty(), "what was read need not be kept");
}

TEST_CASE("locked later: written with the next write, once") {
    const Scratch scratch;
    const auto history = history::open_history(scratch.file());
    save(*history, "before");
    {
        const auto other = [&] {
            auto database =
                std::make_unique<SQLite::Database>(scratch.file().string(), SQLite::OPEN_READWRITE);
            database->exec("BEGIN IMMEDIATE");
            return database;
        }();
        history->write({done_so(Outcome::done)}, saved_state("meanwhile"));
        CHECK(trouble(*history) == locked(scratch));
    }
    save(*history, "after");
    CHECK(history->problems().empty());
    CHECK(outcomes_in(scratch.file()) == Lines{"micro done"});
}

// --- deleted

TEST_CASE("deleted while open: a new one has the state and what this run recorded") {
    const Scratch scratch;
    history::open_history(scratch.file())
        ->write({done_so(Outcome::done, "yesterday")}, saved_state("before"));
    const auto history = history::open_history(scratch.file());
    history->write({done_so(Outcome::done)}, saved_state("progress"));
    SUBCASE("with its folder") {
        fs::remove_all(scratch.folder());
    }
    SUBCASE("with its folder, which was made again") {
        fs::remove_all(scratch.folder());
        fs::create_directory(scratch.folder());
    }
    SUBCASE("alone") {
        fs::remove(scratch.file());
    }
    SUBCASE("moved away") {
        fs::rename(scratch.file(), scratch.folder() / "mine.db");
    }
    add(*history, Outcome::skipped);
    CHECK(trouble(*history).empty());
    CHECK(notices(*history) == Lines{deleted(scratch)});
    CHECK(outcomes_in(scratch.file()) == Lines{"micro done", "micro skipped"});
    CHECK(state_in(scratch.file()) == "progress");
    history->write({done_so(Outcome::followed)}, saved_state("more"));
    CHECK_MESSAGE(notices(*history).size() == 1, "it is said once");
    CHECK(outcomes_in(scratch.file()) == Lines{"micro done", "micro skipped", "micro followed"});
    CHECK(state_in(scratch.file()) == "more");
}

TEST_CASE("deleted at once after the start: the state of the last run is in the new one") {
    const Scratch scratch;
    history::open_history(scratch.file())->write({}, saved_state("before"));
    const auto history = history::open_history(scratch.file());
    fs::remove(scratch.file());
    add(*history, Outcome::done);
    CHECK(state_in(scratch.file()) == "before");
}

TEST_CASE("only SQLite's log deleted: what it held is written again, and survives a crash") {
    const Scratch scratch;
    const int status = in_child([&] {
        static const auto never_closed = history::open_history(scratch.file());
        never_closed->write({done_so(Outcome::done)}, saved_state("progress"));
        fs::remove(scratch.file().string() + "-wal");
        fs::remove(scratch.file().string() + "-shm");
        add(*never_closed, Outcome::skipped);
        return never_closed->problems().empty() ? 0 : 1;
    });
    CHECK(status == 0);
    CHECK(outcomes_in(scratch.file()) == Lines{"micro done", "micro skipped"});
    CHECK(state_in(scratch.file()) == "progress");
}

TEST_CASE("replaced by a copy of this morning: it goes on in that one, nothing twice, nothing lost") {
    const Scratch scratch;
    const fs::path copy = scratch.folder() / "copy.db";
    auto history = history::open_history(scratch.file());
    history->write({done_so(Outcome::done)}, saved_state("this morning"));
    SQLite::Database(scratch.file().string()).exec("VACUUM INTO '" + copy.string() + "'");
    history->write({done_so(Outcome::skipped)}, saved_state("noon"));
    fs::rename(copy, scratch.file());
    history->write({done_so(Outcome::followed)}, saved_state("now"));
    CHECK(history->problems().empty());
    CHECK(outcomes_in(scratch.file()) == Lines{"micro done", "micro skipped", "micro followed"});
    CHECK(state_in(scratch.file()) == "now");
    CHECK(kept_in(scratch.file()) == Lines{"this morning"});
}

// --- two of them

TEST_CASE("a second Limber says who writes, goes on from what is there, and takes over when that one ends") {
    const Scratch scratch;
    Neighbour first(limberd(scratch.file(), "theirs"));
    const auto second = history::open_history(scratch.file());
    CHECK(trouble(*second) == in_use(scratch, first));
    CHECK(text_saved(*second) == "theirs");
    second->write({done_so(Outcome::skipped)}, saved_state("mine"));
    CHECK(trouble(*second) == in_use(scratch, first));
    CHECK(outcomes_in(scratch.file()) == Lines{"theirs done"});
    CHECK(state_in(scratch.file()) == "theirs");
    first.end();
    add(*second, Outcome::followed);
    CHECK(second->problems().empty());
    CHECK(outcomes_in(scratch.file()) == Lines{"theirs done", "micro skipped", "micro followed"});
    CHECK(state_in(scratch.file()) == "mine");
}

TEST_CASE("who began to write while the history was deleted, writes on") {
    const Scratch scratch;
    const auto first = history::open_history(scratch.file());
    first->write({done_so(Outcome::done)}, saved_state("mine"));
    fs::remove_all(scratch.folder());
    Neighbour second(limberd(scratch.file(), "theirs"));
    first->write({done_so(Outcome::skipped)}, saved_state("mine"));
    CHECK(trouble(*first) == in_use(scratch, second));
    CHECK(outcomes_in(scratch.file()) == Lines{"theirs done"});
    second.end();
    CHECK_MESSAGE(outcomes_in(scratch.file()) == Lines{"theirs done"}, "the old file's end did it no harm");
    first->write({done_so(Outcome::followed)}, saved_state("mine again"));
    CHECK(trouble(*first).empty());
    CHECK(outcomes_in(scratch.file()) ==
          Lines{"theirs done", "micro done", "micro skipped", "micro followed"});
    CHECK_MESSAGE(kept_in(scratch.file()) == Lines{"theirs"}, "a state nobody here has read");
}

TEST_CASE("a lock file of nonsense is no lock, and one that is locked names whom it can") {
    const Scratch scratch;
    const fs::path lock_file = scratch.file().string() + "-lock";
    put(lock_file, std::string(10'000, '\7'));
    const auto first = history::open_history(scratch.file());
    CHECK(first->problems().empty());
    put(lock_file, "\033[2J");
    const auto second = history::open_history(scratch.file());
    CHECK_MESSAGE(trouble(*second).find("another Limber (?)") != std::string::npos, trouble(*second));
}

// --- other versions

TEST_CASE("a state that was not understood is kept before it is replaced") {
    const Scratch scratch;
    history::open_history(scratch.file())->write({}, saved_state("from tomorrow"));
    {
        const auto history = history::open_history(scratch.file());
        CHECK(text_saved(*history) == "from tomorrow");
        history->keep_saved("the enumerator \"hammock\" is not known", false);
        CHECK(notices(*history) == Lines{not_taken_up(scratch, "the enumerator \"hammock\" is not known")});
        CHECK(trouble(*history).empty());
        add(*history, Outcome::done);
        CHECK(state_in(scratch.file()) == "from tomorrow");
        save(*history, "what was understood");
        save(*history, "later");
        CHECK(state_in(scratch.file()) == "later");
        CHECK(kept_in(scratch.file()) == Lines{"from tomorrow"});
    }
    const auto again = history::open_history(scratch.file());
    CHECK_MESSAGE(again->problems().empty(), "the next run has nothing to say of it");
    save(*again, "next");
    CHECK(kept_in(scratch.file()) == Lines{"from tomorrow"});
    SUBCASE("and the same one is kept once") {
        save(*again, "from tomorrow");
        again->keep_saved("again", false);
        save(*again, "from today");
        CHECK(kept_in(scratch.file()) == Lines{"from tomorrow"});
    }
    SUBCASE("and another one beside it") {
        again->keep_saved("and this neither", false);
        save(*again, "from today");
        CHECK(kept_in(scratch.file()) == Lines{"from tomorrow", "next"});
    }
}

TEST_CASE("a state that was not understood is kept also when the file was locked at the start") {
    const Scratch scratch;
    history::open_history(scratch.file())->write({}, saved_state("from tomorrow"));
    Neighbour other(lock(scratch.file()));
    const auto history = history::open_history(scratch.file());
    CHECK(text_saved(*history) == "from tomorrow");
    history->keep_saved("nonsense", true);
    save(*history, "today");
    other.end();
    save(*history, "today, later");
    CHECK(kept_in(scratch.file()) == Lines{"from tomorrow"});
    CHECK(state_in(scratch.file()) == "today, later");
}

TEST_CASE("the file of a newer Limber is read as far as that goes, and left as it is") {
    const Scratch scratch;
    history::open_history(scratch.file())->write({done_so(Outcome::done)}, saved_state("newer"));
    SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    const std::string before = text_of(scratch.file());
    auto history = history::open_history(scratch.file());
    CHECK(trouble(*history) == "The history " + scratch.file().string() +
                                   " was written by a newer Limber, and stays as it is. What happens is kept "
                                   "in memory, until limberd ends. Start the newer Limber, or move the file "
                                   "away.");
    CHECK(text_saved(*history) == "newer");
    history->write({done_so(Outcome::skipped)}, saved_state("older"));
    CHECK(text_of(scratch.file()) == before);
    for (const std::string& name : scratch.names())
        CHECK(name.starts_with("history.db"));
    SUBCASE("moved away, as it says: a new one is begun with this run") {
        fs::rename(scratch.file(), scratch.folder() / "newer.db");
        add(*history, Outcome::followed);
        CHECK(trouble(*history).empty());
        CHECK(outcomes_in(scratch.file()) == Lines{"micro skipped", "micro followed"});
        CHECK(state_in(scratch.file()) == "older");
        CHECK(text_of(scratch.folder() / "newer.db") == before);
    }
}

} // namespace limber
