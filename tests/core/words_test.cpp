// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/status.hpp"
#include "core/words.hpp"

#include <doctest/doctest.h>

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
    check_table<Gap>();
    check_table<Ground>();
    check_table<Trust>();
    check_table<PassiveScreen>();
    check_table<Refusal>();
}
