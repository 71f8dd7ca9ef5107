// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file is moved aside under its new name, and a fresh one begun. Nothing is thrown away.
#include "core/effect.hpp"
#include "history/database.hpp"
#include "history/history.hpp"
#include "history/scratch.hpp"

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace limber {

namespace {

void make_good(const fs::path& file) {
    const auto history = history::open_history(file);
    save(*history, "before");
    for (int i = 0; i < 20; ++i)
        add(*history, Outcome::done);
    REQUIRE(history->problems().empty());
}

std::string noise(std::size_t length) {
    std::minstd_rand dice(7);
    std::string text(length, '\0');
    std::ranges::generate(text, [&] { return static_cast<char>(dice()); });
    return text;
}

/// The name the notice gives, which must exist.
fs::path moved_to(const std::string& notice) {
    const auto from = notice.find("kept as ") + 8;
    fs::path kept = notice.substr(from, notice.find(", and a new one") - from);
    CHECK_MESSAGE(fs::exists(fs::symlink_status(kept)), notice);
    return kept;
}

void expect_fresh(const Scratch& scratch) {
    auto history = history::open_history(scratch.file());
    CHECK(trouble(*history).empty());
    REQUIRE(notices(*history).size() == 1);
    CHECK(moved_to(notices(*history).front()).filename().string().starts_with("history-damaged-20"));
    CHECK(!history->saved());
    history->write({done_so(Outcome::done)}, saved_state("after"));
    CHECK(trouble(*history).empty());
    CHECK_MESSAGE(notices(*history).size() == 1, "it is said until the end");
    history.reset();
    history = history::open_history(scratch.file());
    CHECK(history->problems().empty());
    CHECK(text_saved(*history) == "after");
    CHECK(outcomes_in(scratch.file()).size() == 1);
}

} // namespace

TEST_CASE("damaged files are moved aside") {
    const Scratch scratch;
    const fs::path file = scratch.file();
    std::string content;

    SUBCASE("garbage") {
        content = noise(50'000);
    }
    SUBCASE("a text file") {
        content = "breaks = 12\n";
    }
    SUBCASE("a page of zeros") {
        content = std::string(8'192, '\0');
    }
    SUBCASE("the header overwritten") {
        make_good(file);
        content = text_of(file);
        content.replace(0, 16, "Not SQLite at al");
    }
    SUBCASE("cut in the middle") {
        make_good(file);
        content = text_of(file);
        content.resize(content.size() / 2);
    }
    SUBCASE("cut within the first page") {
        make_good(file);
        content = text_of(file).substr(0, 1'000);
    }
    SUBCASE("noise in the middle") {
        make_good(file);
        content = text_of(file);
        content.replace(4'096, 8'192, noise(8'192));
    }
    put(file, content);
    expect_fresh(scratch);
    const auto names = scratch.names();
    const auto kept = std::ranges::find_if(names, [](const std::string& name) {
        return name.starts_with("history-damaged-") && name.ends_with(".db");
    });
    REQUIRE(kept != names.end());
    CHECK(text_of(scratch.folder() / *kept) == content);
}

TEST_CASE("databases that are not ours are moved aside") {
    const Scratch scratch;
    SUBCASE("of another program") {
        SQLite::Database other(scratch.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE bookmarks(url TEXT)");
    }
    SUBCASE("without a table of ours") {
        make_good(scratch.file());
        SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec("DROP TABLE state");
    }
    SUBCASE("without a column of ours") {
        make_good(scratch.file());
        SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE)
            .exec("ALTER TABLE state RENAME COLUMN boot_id TO boot");
    }
    expect_fresh(scratch);
}

TEST_CASE("a directory in the place of the file is moved aside") {
    const Scratch scratch;
    fs::create_directories(scratch.file() / "inside");
    expect_fresh(scratch);
}

TEST_CASE("a log left by the damaged file never gets into the fresh one") {
    const Scratch scratch;
    make_good(scratch.file());
    put(scratch.file(), noise(20'000));
    put(scratch.file().string() + "-wal", noise(9'000));
    expect_fresh(scratch);
}

TEST_CASE("a file damaged while it is in use is begun anew with all that this run knows") {
    const Scratch scratch;
    const auto history = history::open_history(scratch.file());
    history->write({done_so(Outcome::done)}, saved_state("progress"));
    SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec("DROP TABLE record");
    add(*history, Outcome::skipped);
    CHECK(trouble(*history).empty());
    REQUIRE(notices(*history).size() == 1);
    moved_to(notices(*history).front());
    add(*history, Outcome::followed);
    CHECK(outcomes_in(scratch.file()) ==
          std::vector<std::string>{"micro done", "micro skipped", "micro followed"});
    CHECK(state_in(scratch.file()) == "progress");
}

TEST_CASE("names of files moved aside are never reused") {
    const Scratch scratch;
    const std::chrono::sys_seconds now{std::chrono::seconds{1'795'326'282}};
    put(scratch.file(), "one");
    CHECK(history::set_aside(scratch.file(), now)->filename() == "history-damaged-2026-11-22-054442.db");
    put(scratch.file(), "two");
    CHECK(history::set_aside(scratch.file(), now)->filename() == "history-damaged-2026-11-22-054442-2.db");
    CHECK(text_of(scratch.folder() / "history-damaged-2026-11-22-054442.db") == "one");
}

TEST_CASE("any single flipped byte leaves a history that works or is replaced") {
    const Scratch scratch;
    make_good(scratch.file());
    const std::string good = text_of(scratch.file());
    std::minstd_rand dice(11);
    for (int round = 0; round < 150; ++round) {
        std::string bad = good;
        const std::size_t where = round < 100 ? static_cast<std::size_t>(round) : dice() % bad.size();
        bad[where] = static_cast<char>(bad[where] ^ (1 + static_cast<int>(dice() % 255)));
        for (const char* suffix : {"-wal", "-shm"}) {
            fs::remove(scratch.file().string() + suffix);
        }
        put(scratch.file(), bad);
        const auto history = history::open_history(scratch.file());
        CHECK_NOTHROW(static_cast<void>(history->saved()));
        history->write({done_so(Outcome::followed)}, saved_state("after"));
        if (trouble(*history).find("newer Limber") != std::string::npos) {
            CHECK_MESSAGE((where >= 60 && where < 64), where << ": only a version can be newer");
            CHECK(text_of(scratch.file()) == bad);
            continue;
        }
        CHECK_MESSAGE(trouble(*history).empty(), where << ": " << trouble(*history));
        const auto there = rows(scratch.file(), "SELECT 1 FROM record WHERE outcome = 'followed'");
        CHECK_MESSAGE(there.size() == 1, where);
    }
}

} // namespace limber
