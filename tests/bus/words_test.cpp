// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/words.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/status.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

using namespace limber;

namespace {

template <class Enum>
void check_table() {
    for (const auto& [value, word] : words<Enum>) {
        CAPTURE(std::string{word});
        CHECK(word_of(value) == word);
        CHECK(value_of<Enum>(word) == value);
    }
    CHECK_FALSE(value_of<Enum>("no such word").has_value());
    CHECK_FALSE(value_of<Enum>("").has_value());
}

} // namespace

TEST_CASE("every word stands for one value and back") {
    check_table<Activity>();
    check_table<WaitCause>();
    check_table<Absence>();
    check_table<Reason>();
    check_table<Why>();
    check_table<Outcome>();
    check_table<Answer>();
    check_table<Steering>();
    check_table<Level>();
    check_table<PhaseKind>();
    check_table<Side>();
}

TEST_CASE("each table has a word for the last value of its enum") {
    CHECK(words<Activity>.size() == static_cast<std::size_t>(Activity::unknown) + 1);
    CHECK(words<WaitCause>.size() == static_cast<std::size_t>(WaitCause::day_full) + 1);
    CHECK(words<Absence>.size() == static_cast<std::size_t>(Absence::other_session) + 1);
    CHECK(words<Reason>.size() == static_cast<std::size_t>(Reason::again) + 1);
    CHECK(words<Why>.size() == static_cast<std::size_t>(Why::lost) + 1);
    CHECK(words<Outcome>.size() == static_cast<std::size_t>(Outcome::natural) + 1);
    CHECK(words<Refusal>.size() == static_cast<std::size_t>(Refusal::not_excluded) + 1);
}
