// SPDX-License-Identifier: GPL-3.0-or-later
// Which terminals count. What every idle source must do is in tests/idle/contract.cpp.
#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/main_loop.hpp"
#include "idle/sources.hpp"
#include "terminal/pseudo_terminal.hpp"

#include <QTemporaryDir>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::idle;
using namespace std::chrono_literals;
using limber::testing::boot_time;
using limber::testing::PseudoTerminal;
using limber::testing::run_until;
using Kind = IdleReport::Kind;

namespace {

/// A folder in which terminals come and go, as they do in /dev/pts.
struct Room {
    QTemporaryDir folder;
    std::vector<Kind> heard;
    std::unique_ptr<IdleSource> source;

    void put(const PseudoTerminal& terminal, const char* name) const {
        std::filesystem::create_symlink(terminal.name(), path(name));
    }

    [[nodiscard]] std::string path(const char* name) const { return folder.filePath(name).toStdString(); }

    void watch() {
        auto made = make_terminal_idle({.folders = {folder.path().toStdString()}, .terminal = {}}, boot_time,
                                       [this](const IdleReport& report) { heard.push_back(report.kind); });
        REQUIRE(made.has_value());
        source = std::move(*made);
        source->watch({60ms});
    }

    /// Idle, and then active by what `input` does.
    template <class Input>
    bool wakes(Input input) {
        heard.clear();
        source->watch({});
        source->watch({60ms});
        REQUIRE(run_until([&] { return std::ranges::count(heard, Kind::idle) > 0; }, 5s));
        heard.clear();
        input();
        return run_until([&] { return std::ranges::count(heard, Kind::active) > 0; }, 200ms);
    }
};

std::string refusal(const TerminalPlaces& places) {
    const auto made = make_terminal_idle(places, boot_time, [](const IdleReport&) {});
    return made ? std::string{} : made.error();
}

} // namespace

TEST_CASE("a program that reads one of several terminals is somebody typing") {
    limber::testing::application();
    const PseudoTerminal one;
    const PseudoTerminal two;
    Room room;
    room.put(one, "0");
    room.put(two, "1");
    room.watch();
    for (const auto* terminal : {&one, &two}) {
        CHECK(room.wakes([&] {
            terminal->type("x\n");
            terminal->read_some();
        }));
    }
}

TEST_CASE("output is not input, and what nobody reads cannot be seen") {
    limber::testing::application();
    const PseudoTerminal one;
    Room room;
    room.put(one, "0");
    room.watch();
    CHECK_FALSE(room.wakes([&] {
        const int program = one.open_again();
        REQUIRE(write(program, "make: done\n", 11) == 11);
        close(program);
    }));
    room.heard.clear();
    one.type("x\n");
    CHECK_FALSE(run_until([&] { return !room.heard.empty(); }, 150ms));
    one.read_some();
    CHECK(run_until([&] { return room.heard == std::vector{Kind::active}; }, 1s));
}

TEST_CASE("a terminal that comes later counts, one that is none does not") {
    limber::testing::application();
    const PseudoTerminal one;
    const PseudoTerminal later;
    Room room;
    room.put(one, "0");
    room.watch();
    room.put(later, "7");
    CHECK(room.wakes([&] {
        later.type("x\n");
        later.read_some();
    }));
    const PseudoTerminal other;
    room.put(other, "ptmx");
    CHECK_FALSE(room.wakes([&] {
        other.type("x\n");
        other.read_some();
    }));
}

TEST_CASE("the last terminal of a folder going is silence, not the end") {
    limber::testing::application();
    auto one = std::make_unique<PseudoTerminal>();
    Room room;
    room.put(*one, "0");
    room.watch();
    one.reset();
    run_until([&] { return !room.heard.empty(); }, 2s);
    CHECK(room.heard == std::vector{Kind::idle});
    const PseudoTerminal next;
    std::filesystem::remove(room.path("0"));
    room.put(next, "0");
    run_until([] { return false; }, 20ms);
    next.type("x\n");
    next.read_some();
    CHECK(run_until([&] { return room.heard == std::vector{Kind::idle, Kind::active}; }, 1s));
}

TEST_CASE("nothing to watch is a reason in words") {
    const QTemporaryDir empty;
    CHECK(refusal({.folders = {empty.path().toStdString()}, .terminal = {}}) ==
          "none of your terminals can be watched");
    CHECK(refusal({.folders = {}, .terminal = "/dev/pts/none"}).starts_with("/dev/pts/none: "));
    CHECK(refusal({.folders = {}, .terminal = empty.path().toStdString()}).ends_with(" is not a terminal"));
}

TEST_CASE("a silence of which only the end was seen began when the watch began") {
    limber::testing::application();
    const PseudoTerminal one;
    const Instant before = boot_time();
    std::optional<IdleReport> heard;
    auto made = make_terminal_idle({.folders = {}, .terminal = one.name()}, boot_time,
                                   [&](const IdleReport& report) { heard = report; });
    REQUIRE(made.has_value());
    (*made)->watch({50ms});
    REQUIRE(run_until([&] { return heard.has_value(); }, 5s));
    CHECK(heard->watched_since >= before);
    CHECK(boot_time() - heard->silence <= heard->watched_since);
}
