// SPDX-License-Identifier: GPL-3.0-or-later
// Days made by chance: typing, silence, locks, sleeps, holds, answers, restarts … RapidCheck makes and
// shrinks them; what fails is printed as a story.
#pragma once

#include "scenarios/story.hpp"

#include <ostream>
#include <rapidcheck.h>
#include <vector>

namespace limber {

using namespace simulate;

/// Something happens, then `pause` goes by with or without typing.
struct Item {
    int what = 0;
    int detail = 0;
    int pause = 0;
    int fine = 0; ///< milliseconds more
    bool typing = true;

    bool operator==(const Item&) const = default;
};

/// Which kinds of things may happen.
struct Flavour {
    bool restarts = true;
    bool clock_steps = true;
    bool reloads = true;
    bool presence = true;
    bool sessions = true;
    bool pauses = true; ///< of Limber, and pausing within a session
    bool answers = true;
    bool unwatched = true;
    bool films = true;    ///< and blind sources
    bool asking = true;   ///< sources that can be asked
    bool requests = true; ///< to lock
};

struct RandomDay {
    int rules = 0; ///< which set of rules and settings
    std::vector<Item> items;

    bool operator==(const RandomDay&) const = default;
};

[[nodiscard]] story::Story story_of(const RandomDay& day, const Flavour& flavour = {});

std::ostream& operator<<(std::ostream& out, const RandomDay& day);

} // namespace limber

namespace rc {

template <>
struct Arbitrary<limber::Item> {
    static Gen<limber::Item> arbitrary();
};

template <>
struct Arbitrary<limber::RandomDay> {
    static Gen<limber::RandomDay> arbitrary();
};

} // namespace rc
