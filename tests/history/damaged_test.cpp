// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file is moved aside under its new name, and a fresh one begun. Nothing is thrown away.
#include "core/effect.hpp"
#include "history/scratch.hpp"
#include "history/set_aside.hpp"
#include "history/sqlite_history.hpp"

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <random>

namespace limber {

namespace {

constexpr int many = 2'000;

void make_good(const fs::path& file) {
    auto opened = open_history(file);
    REQUIRE(opened.has_value());
    REQUIRE(opened->history->save(saved_state("before")).has_value());
    for (int i = 0; i < many; ++i) {
        if (i % 100 == 0) {
            REQUIRE(opened->history->append(record(Outcome::done)).has_value());
        }
    }
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

void expect_fresh(const Scratch& scratch, const std::string& label) {
    auto opened = open_history(scratch.file());
    REQUIRE_MESSAGE(opened.has_value(), opened.error());
    REQUIRE(opened->notice.has_value());
    CHECK(moved_to(*opened->notice).filename().string().starts_with("history-" + label + "-20"));
    const auto saved = opened->history->saved();
    REQUIRE(saved.has_value());
    CHECK(!saved->has_value());
    CHECK(opened->history->append(record(Outcome::done)).has_value());
    CHECK(opened->history->save(saved_state("after")).has_value());
    opened->history.reset();
    auto again = open_history(scratch.file());
    REQUIRE(again.has_value());
    CHECK(!again->notice);
    CHECK((*again->history->saved())->text == "after");
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
    expect_fresh(scratch, "damaged");
    const auto names = scratch.names();
    const auto kept = std::ranges::find_if(names, [](const std::string& name) {
        return name.starts_with("history-damaged-") && name.ends_with(".db");
    });
    REQUIRE(kept != names.end());
    CHECK(text_of(scratch.folder() / *kept) == content);
}

TEST_CASE("databases that are not ours are moved aside") {
    const Scratch scratch;
    std::string label = "damaged";
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
    SUBCASE("of a newer Limber") {
        make_good(scratch.file());
        SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
        label = "newer";
    }
    expect_fresh(scratch, label);
}

TEST_CASE("a directory in the place of the file is moved aside") {
    const Scratch scratch;
    fs::create_directories(scratch.file() / "inside");
    expect_fresh(scratch, "damaged");
}

TEST_CASE("a log left by the damaged file never gets into the fresh one") {
    const Scratch scratch;
    make_good(scratch.file());
    put(scratch.file(), noise(20'000));
    put(scratch.file().string() + "-wal", noise(9'000));
    expect_fresh(scratch, "damaged");
}

TEST_CASE("a file damaged while it is in use is replaced, and what was being written is kept") {
    const Scratch scratch;
    auto opened = open_history(scratch.file());
    REQUIRE(opened.has_value());
    REQUIRE(opened->history->append(record(Outcome::done)).has_value());
    SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec("DROP TABLE record");
    const auto failed = opened->history->append(record(Outcome::skipped));
    REQUIRE(!failed.has_value());
    moved_to(failed.error());
    CHECK(opened->history->append(record(Outcome::followed)).has_value());
    const auto days = opened->history->summary(monday, monday);
    REQUIRE(days.has_value());
    CHECK(days->front().counts.at("micro").at(Outcome::skipped) == 1);
    CHECK(days->front().counts.at("micro").at(Outcome::followed) == 1);
}

TEST_CASE("names of files moved aside are never reused") {
    const Scratch scratch;
    const std::chrono::sys_seconds now{std::chrono::seconds{1'795'326'282}};
    put(scratch.file(), "one");
    CHECK(set_aside(scratch.file(), "damaged", now)->filename() == "history-damaged-2026-11-22-054442.db");
    put(scratch.file(), "two");
    CHECK(set_aside(scratch.file(), "damaged", now)->filename() == "history-damaged-2026-11-22-054442-2.db");
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
        auto opened = open_history(scratch.file());
        REQUIRE_MESSAGE(opened.has_value(), where << ": " << opened.error());
        auto first = opened->history->append(record(Outcome::done)); // may replace the file, and say so
        CHECK_MESSAGE(opened->history->append(record(Outcome::done)).has_value(), where);
        // Damage to what is not written is told when it is read.
        CHECK_NOTHROW(static_cast<void>(opened->history->summary(monday, monday).has_value()));
        CHECK_NOTHROW(static_cast<void>(opened->history->saved().has_value()));
        CHECK_MESSAGE((first.has_value() || !first.error().empty()), where);
    }
}

} // namespace limber
