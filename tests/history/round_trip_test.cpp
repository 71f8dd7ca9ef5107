// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the history comes out of it again, also while somebody else reads.
#include "core/effect.hpp"
#include "core/time.hpp"
#include "history/history.hpp"
#include "history/memory_history.hpp"
#include "history/scratch.hpp"
#include "history/sqlite_history.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <sys/stat.h>

namespace limber {

namespace {

void expect_same(const SavedState& a, const SavedState& b) {
    CHECK(a.text == b.text);
    CHECK(a.boot_id == b.boot_id);
    CHECK(a.stamp == b.stamp);
}

void expect_summary(History& history) {
    using namespace std::chrono_literals;
    const auto days = history.summary(monday, monday + std::chrono::days{1});
    REQUIRE(days.has_value());
    REQUIRE(days->size() == 2);
    const DaySummary& first = days->front();
    CHECK(first.day == monday);
    CHECK(first.counts.at("micro").at(Outcome::done) == 2);
    CHECK(first.counts.at("micro").at(Outcome::skipped) == 1);
    CHECK(first.counts.at("").at(Outcome::abandoned) == 1);
    CHECK(first.rested.at("micro") == 84s);
    CHECK(first.rested.at("") == 10s);
    CHECK(days->back().day == monday + std::chrono::days{1});
    CHECK(days->back().counts.at("micro").at(Outcome::natural) == 1);
}

void fill(History& history) {
    using namespace std::chrono_literals;
    Record single = record(Outcome::abandoned, 10s);
    single.break_id.clear();
    for (const Record& one : {record(Outcome::done), record(Outcome::done), record(Outcome::skipped, 0s),
                              single, record(Outcome::natural, 300s, monday + std::chrono::days{1}),
                              record(Outcome::done, 42s, monday - std::chrono::days{1}),
                              record(Outcome::done, 42s, monday + std::chrono::days{2})}) {
        REQUIRE(history.append(one).has_value());
    }
}

} // namespace

TEST_CASE("the saved state comes back exactly, after a restart too") {
    const Scratch scratch;
    {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        CHECK(!opened->notice);
        const auto nothing = opened->history->saved();
        REQUIRE(nothing.has_value());
        CHECK(!nothing->has_value());
        REQUIRE(opened->history->save(saved_state("first")).has_value());
        REQUIRE(opened->history->save(saved_state(std::string("täglich\n\0end", 13))).has_value());
    }
    auto again = open_history(scratch.file());
    REQUIRE(again.has_value());
    CHECK(!again->notice);
    const auto saved = again->history->saved();
    REQUIRE((saved.has_value() && saved->has_value()));
    expect_same(**saved, saved_state(std::string("täglich\n\0end", 13)));
}

TEST_CASE("extreme times survive") {
    const Scratch scratch;
    auto opened = open_history(scratch.file());
    REQUIRE(opened.has_value());
    SavedState extreme = saved_state("");
    extreme.stamp = {the_past, Duration::max(), {Utc::min(), std::chrono::seconds{86'399}, Utc::min()}};
    REQUIRE(opened->history->save(extreme).has_value());
    expect_same(**opened->history->saved(), extreme);
}

TEST_CASE("records add up by day, rule and outcome") {
    const Scratch scratch;
    {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        fill(*opened->history);
        expect_summary(*opened->history);
    }
    auto again = open_history(scratch.file());
    REQUIRE(again.has_value());
    expect_summary(*again->history);
    const auto none = again->history->summary(monday + std::chrono::days{10}, monday + std::chrono::days{20});
    REQUIRE(none.has_value());
    CHECK(none->empty());
    const auto backwards = again->history->summary(monday, monday - std::chrono::days{1});
    REQUIRE(backwards.has_value());
    CHECK(backwards->empty());
}

TEST_CASE("the exercises of a record are kept in their order") {
    const Scratch scratch;
    {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        REQUIRE(opened->history->append(record(Outcome::done)).has_value());
    }
    SQLite::Database database(scratch.file().string());
    SQLite::Statement query(database, "SELECT day, local_time, seconds, exercises FROM readable");
    REQUIRE(query.executeStep());
    CHECK(query.getColumn(0).getString() == "2026-11-23");
    CHECK(query.getColumn(1).getString() == "2026-11-22 06:44:42");
    CHECK(query.getColumn(2).getInt() == 42);
    CHECK(query.getColumn(3).getString() == "shoulder-rolls, blade-squeeze");
}

TEST_CASE("a history in memory adds up the same") {
    const auto history = memory_history(saved_state("what could be read"));
    fill(*history);
    expect_summary(*history);
    expect_same(**history->saved(), saved_state("what could be read"));
    REQUIRE(history->save(saved_state("new")).has_value());
    expect_same(**history->saved(), saved_state("new"));
}

TEST_CASE("a reader sees what the daemon wrote, while it writes on") {
    const Scratch scratch;
    auto daemon = open_history(scratch.file());
    REQUIRE(daemon.has_value());
    fill(*daemon->history);
    auto reader = open_history_read_only(scratch.file());
    REQUIRE(reader.has_value());
    expect_summary(**reader);
    REQUIRE(daemon->history->append(record(Outcome::done)).has_value());
    const auto days = (*reader)->summary(monday, monday);
    REQUIRE(days.has_value());
    CHECK(days->front().counts.at("micro").at(Outcome::done) == 3);
    CHECK(!(*reader)->append(record(Outcome::done)).has_value());
    CHECK(!(*reader)->save(saved_state("")).has_value());
}

TEST_CASE("a reader makes no file where there is none, and reads one nobody has open") {
    const Scratch scratch;
    const auto nothing = open_history_read_only(scratch.file());
    REQUIRE(!nothing.has_value());
    CHECK(nothing.error().find("no history yet") != std::string::npos);
    CHECK(scratch.names().empty());
    {
        auto opened = open_history(scratch.file());
        REQUIRE(opened.has_value());
        fill(*opened->history);
    }
    auto reader = open_history_read_only(scratch.file());
    REQUIRE(reader.has_value());
    expect_summary(**reader);
}

TEST_CASE("nobody else may read the file, and missing folders are made") {
    const Scratch scratch;
    const fs::path file = scratch.folder() / "state" / "limber" / "history.db";
    auto opened = open_history(file);
    REQUIRE(opened.has_value());
    REQUIRE(opened->history->append(record(Outcome::done)).has_value());
    for (const char* suffix : {"", "-wal"}) {
        struct stat found{};
        REQUIRE(::stat((file.string() + suffix).c_str(), &found) == 0);
        CHECK((found.st_mode & 0077U) == 0);
    }
    CHECK((fs::status(file.parent_path()).permissions() & fs::perms::others_all) == fs::perms::none);
}

} // namespace limber
