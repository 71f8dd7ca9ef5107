// SPDX-License-Identifier: GPL-3.0-or-later
// The observer against numbers worked out by hand (LAW.md §10).
#include "observer.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace std::chrono_literals;
using observer::Fact;
using observer::Observer;

namespace {

Observer at_nine() {
    Observer seen({{"micro", 30min, 40s}, {"long", 60min, 5min}}, 2min);
    seen.starts(9h);
    return seen;
}

} // namespace

TEST_CASE("four minutes away are taken back once they are known") {
    Observer seen = at_nine();
    seen.input(9h, 9h + 20min);
    CHECK(seen.active("long", 9h + 22min - 1ms) == 22min - 1ms);
    CHECK(seen.active("long", 9h + 22min) == 0s);
    CHECK(seen.resting_for(9h + 22min) == Duration{2min});
    seen.input(9h + 24min, 9h + 25min);
    CHECK(seen.active("micro", 9h + 25min) == 1min);
}

TEST_CASE("a closed lid and a short lock pay a part") {
    Observer seen = at_nine();
    seen.input(9h, 10h);
    seen.begins(Fact::asleep, 9h + 25min);
    seen.ends(Fact::asleep, 9h + 25min + 30s);
    CHECK(seen.active("micro", 9h + 25min + 30s) == 2min + 30s);
    CHECK(seen.active("long", 9h + 25min + 30s) == 19min);

    Observer locked = at_nine();
    locked.input(9h, 10h);
    locked.begins(Fact::locked, 9h + 10min);
    locked.ends(Fact::locked, 9h + 10min + 5s);
    CHECK(locked.active("micro", 9h + 10min + 5s) == 6min + 15s);
    CHECK(locked.active("long", 9h + 10min + 5s) == 9min);
}

TEST_CASE("a shorter threshold counts from the prompt on") {
    Observer seen = at_nine();
    seen.input(9h, 9h + 29min);
    seen.prompt_appears(40s, 9h + 30min);
    CHECK(seen.active("micro", 9h + 30min + 39s) == 30min + 39s);
    CHECK(seen.active("micro", 9h + 30min + 40s) == 0s);
    CHECK(seen.resting_for(9h + 30min + 40s) == Duration{40s});
    CHECK(seen.resting_for(9h + 31min) == Duration{2min});
}

TEST_CASE("a single input does not part two stretches, but is a return until the second is known") {
    Observer seen = at_nine();
    seen.input(9h, 9h + 20min);
    seen.input(9h + 23min, 9h + 23min);
    CHECK(seen.active("micro", 9h + 24min) == 1min);
    CHECK(seen.active("micro", 9h + 25min) == 0s);
    CHECK(seen.resting_for(9h + 25min) == Duration{5min});
}

TEST_CASE("a zero in a spell stays zero") {
    Observer seen = at_nine();
    seen.input(9h, 10h);
    seen.zeroed("micro", 10h + 30s);
    CHECK(seen.active("micro", 10h + 1min) == 30s);
    CHECK(seen.active("micro", 10h + 2min) == 0s);
    CHECK(seen.active("long", 10h + 2min) == 36min);
}
