// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exercise.hpp"

#include <doctest/doctest.h>

using namespace limber;

TEST_CASE("the word for a side is put into the text of a phase") {
    CHECK(with_side("Lift your {side} hand.", Side::left) == "Lift your left hand.");
    CHECK(with_side("Lift your {side} hand.", Side::right) == "Lift your right hand.");
    CHECK(with_side("Hebe {den linken|den rechten} Arm, senke {ihn|} ab.", Side::left) ==
          "Hebe den linken Arm, senke ihn ab.");
    CHECK(with_side("Hebe {den linken|den rechten} Arm, senke {ihn|} ab.", Side::right) ==
          "Hebe den rechten Arm, senke  ab.");
}

TEST_CASE("without a side its word is left out, and the space behind it") {
    CHECK(with_side("Lift your {side} hand.", Side::none) == "Lift your hand.");
    CHECK(with_side("Lift your {one|other} hand.", Side::both) == "Lift your hand.");
    CHECK(with_side("{side}", Side::both).empty());
}

TEST_CASE("what is no word for a side stays as it is") {
    for (const auto* text : {"", "Breathe.", "Nothing here %1 {sid", "{hand}", "{}", "{a|b|c} }", "} {"}) {
        CAPTURE(text);
        for (const Side side : {Side::none, Side::both, Side::left, Side::right}) {
            CHECK(with_side(text, side) == text);
        }
    }
    CHECK(with_side("{hand} {side} {a|b|c}", Side::right) == "{hand} right {a|b|c}");
}
