// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the history comes out of it again, also while somebody else reads.
#include "core/effect.hpp"
#include "core/time.hpp"
#include "history/history.hpp"
#include "history/scratch.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace limber {

TEST_CASE("the saved state comes back exactly, after a restart too") {
    const Scratch scratch;
    const history::SavedState state = saved_state(std::string("täglich\n\0end", 13));
    {
        const auto history = history::open_history(scratch.file());
        CHECK(!history->saved());
        save(*history, "first");
        history->write({}, state);
        CHECK(history->saved() == state);
        CHECK(history->problems().empty());
    }
    const auto again = history::open_history(scratch.file());
    CHECK(again->saved() == state);
    CHECK(again->problems().empty());
}

TEST_CASE("extreme times survive") {
    const Scratch scratch;
    history::SavedState extreme = saved_state("");
    extreme.stamp = {the_past, Duration::max(), {Utc::min(), std::chrono::seconds{86'399}, Utc::min()}};
    history::open_history(scratch.file())->write({}, extreme);
    CHECK(history::open_history(scratch.file())->saved() == extreme);
}

TEST_CASE("records are there in their order, readable without Limber") {
    const Scratch scratch;
    {
        const auto history = history::open_history(scratch.file());
        Record single = done_so(Outcome::abandoned, "");
        single.when.utc = Utc{std::chrono::seconds{1'795'326'282}};
        history->write({single, done_so(Outcome::natural, "long")}, saved_state("both"));
        add(*history, Outcome::done);
    }
    CHECK(outcomes_in(scratch.file()) ==
          std::vector<std::string>{" abandoned", "long natural", "micro done"});
    CHECK(rows(scratch.file(), "SELECT day || ', ' || local_time || ', ' || seconds || ', ' || exercises"
                               " FROM readable")
              .front() == "2026-11-23, 2026-11-22 06:44:42, 42, shoulder-rolls, blade-squeeze");
}

TEST_CASE("others can read while the daemon writes, and make no file where there is none") {
    const Scratch scratch;
    const auto nothing = history::try_history(scratch.file());
    REQUIRE(!nothing.has_value());
    CHECK(nothing.error().find("no history yet") != std::string::npos);
    CHECK(scratch.names().empty());
    const auto history = history::open_history(scratch.file());
    add(*history, Outcome::done);
    CHECK(history::try_history(scratch.file()).has_value());
    CHECK(outcomes_in(scratch.file()).size() == 1);
    add(*history, Outcome::done);
    CHECK(outcomes_in(scratch.file()).size() == 2);
}

TEST_CASE("nobody else may read the file, and missing folders are made") {
    const Scratch scratch;
    const fs::path file = scratch.folder() / "state" / "limber" / "history.db";
    const auto history = history::open_history(file);
    add(*history, Outcome::done);
    for (const char* suffix : {"", "-wal", "-lock"}) {
        struct stat found{};
        REQUIRE(::stat((file.string() + suffix).c_str(), &found) == 0);
        CHECK((found.st_mode & 0077U) == 0);
    }
    CHECK((fs::status(file.parent_path()).permissions() & fs::perms::others_all) == fs::perms::none);
}

} // namespace limber
