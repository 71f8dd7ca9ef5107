// SPDX-License-Identifier: GPL-3.0-or-later
// The observer against numbers worked out by hand (LAW.md §10).
#include "observer.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace std::chrono_literals;
using observer::Observer;
using observer::Sight;
using observer::Word;

namespace {

/// The daemon starts at nine, with a source that tells of two minutes without input.
Observer at_nine(bool blind = false) {
    Observer seen({{"micro", 30min, 40s}, {"long", 60min, 5min}}, 2min);
    seen.starts(9h);
    seen.source(limber::observer::Sight{.blind = blind, .finest = 1s}, 9h);
    seen.asks_for({2min}, 9h);
    return seen;
}

} // namespace

TEST_CASE("four minutes away are taken back once they are known") {
    Observer seen = at_nine();
    seen.input(9h, 9h + 20min);
    CHECK(seen.active("long", 9h + 22min - 1ms) == 22min - 1ms);
    CHECK(seen.active("long", 9h + 22min) == 20min);
    CHECK(seen.active("micro", 9h + 22min) == 0s);
    CHECK(seen.resting_for(9h + 22min) == Duration{2min});
    CHECK(seen.active("long", 9h + 24min) == 0s); // four of five minutes pay 36
    seen.input(9h + 24min, 9h + 25min);
    CHECK(seen.active("micro", 9h + 25min) == 1min);
}

TEST_CASE("a closed lid pays a part, a short lock nothing") {
    Observer seen = at_nine();
    seen.input(9h, 10h);
    seen.sleeps(9h + 25min);
    seen.wakes(9h + 25min + 30s);
    CHECK(seen.active("micro", 9h + 25min + 30s) == 10min);
    CHECK(seen.active("long", 9h + 25min + 30s) == 25min);

    Observer locked = at_nine();
    locked.input(9h, 10h);
    locked.says(Word::lock, 9h + 10min);
    locked.says(Word::unlock, 9h + 10min + 5s);
    CHECK(locked.active("micro", 9h + 10min + 5s) == 10min);
    CHECK(locked.active("long", 9h + 10min + 5s) == 10min);
}

TEST_CASE("a shorter threshold counts from the prompt on") {
    Observer seen = at_nine();
    seen.asks_for({3s, 2min}, 9h);
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
    CHECK(seen.active("long", 10h + 4min) == 24min);
}

TEST_CASE("time that nobody watched is neither, and a silence that is told at its end is rest") {
    Observer typing = at_nine();
    typing.input(9h, 12h);
    typing.hears_nothing(9h + 10min, 11h, 9h + 15min);
    CHECK(typing.active("long", 11h) == 15min);
    CHECK(typing.active("long", 11h + 1min) == 16min);

    Observer gone = at_nine();
    gone.input(9h, 9h + 9min);
    gone.hears_nothing(9h + 10min, 11h, 9h + 15min);
    CHECK(gone.resting_for(11h) == Duration{2h - 9min});
}

TEST_CASE("a paused session is neither, and its spell goes on afterwards") {
    Observer seen = at_nine();
    seen.input(9h, 12h);
    seen.session(false, 9h + 15min, 9h + 10min);
    seen.session(true, 9h + 22min, 9h + 12min);
    CHECK(seen.resting_for(9h + 20min) == Duration{2min});
    seen.session(false, 9h + 23min, 9h + 20min);
    CHECK(seen.resting_for(9h + 22min) == Duration{4min});
    CHECK(seen.active("long", 9h + 22min) == 0s);
}

TEST_CASE("who types for two minutes behind a lock sits there") {
    Observer seen = at_nine();
    seen.input(9h, 10h);
    seen.says(Word::lock, 9h + 10min);
    seen.asks_for({10s, 2min}, 9h + 10min);
    CHECK_FALSE(seen.at_desk(9h + 12min - 1ms));
    CHECK(seen.at_desk(9h + 12min));
    CHECK(seen.active("long", 9h + 13min) == 11min);
    seen.says(Word::lock, 9h + 14min);
    CHECK_FALSE(seen.at_desk(9h + 14min));
}

TEST_CASE("a request to lock ends with the typing after it") {
    Observer seen = at_nine();
    seen.input(9h, 10h);
    seen.says(Word::lock_request, 9h + 10min);
    seen.asks_for({1s, 2min}, 9h + 10min);
    CHECK_FALSE(seen.at_desk(9h + 10min + 3s - 1ms));
    CHECK(seen.at_desk(9h + 10min + 3s));
    CHECK(seen.unlocked(9h + 11min) == 9h + 10min + 3s);
}

TEST_CASE("behind a film a blind source is believed for the shortest interval") {
    Observer seen = at_nine(true);
    seen.input(9h, 9h + 9min);
    seen.film(true, 9h + 10min);
    CHECK(seen.at_desk(9h + 40min - 1ms));
    CHECK_FALSE(seen.at_desk(9h + 40min));
    CHECK(seen.active("long", 10h) == 40min);
    seen.film(false, 10h);
    CHECK(seen.active("long", 10h + 2min - 1ms) == 42min - 1ms);
    CHECK(seen.resting_for(10h + 2min) == Duration{2min}); // silence counts from the film's end
}

TEST_CASE("a gap that was longer pays as if it had begun so much earlier") {
    Observer seen = at_nine();
    seen.input(9h, 9h + 50min);
    seen.ends(9h + 50min, true);
    seen.starts(9h + 52min);
    seen.source(limber::observer::Sight{}, 9h + 52min);
    seen.input(9h + 52min, 10h);
    CHECK(seen.active("long", 9h + 53min) == 51min);
    seen.gap_was_longer(2min, 9h + 53min);
    CHECK(seen.active("long", 9h + 53min) == 15min); // four of five minutes pay 36
}
