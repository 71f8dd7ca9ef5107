// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/finding.hpp"
#include "core/ledger.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/words.hpp"
#include "settings/problem.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace limber;

namespace {

/// Saved states, journals, programs that read --json and those on the bus know them so.
template <class Enum>
void check_words(std::string_view known) {
    std::string all;
    for (const auto& [value, word] : words<Enum>) {
        CAPTURE(std::string{word});
        CHECK(word_of(value) == word);
        CHECK(value_of<Enum>(word) == value);
        all.append(all.empty() ? "" : " ").append(word);
    }
    CHECK(all == known);
    CHECK_FALSE(value_of<Enum>("no such word").has_value());
    CHECK_FALSE(value_of<Enum>("").has_value());
}

} // namespace

TEST_CASE("every word stands for one value and back, and none has changed") {
    check_words<Activity>("working waiting prompted resting paused held away outside-hours unknown");
    check_words<WaitCause>("none snoozed repeat-after other-answered settle return-grace typing day-full");
    check_words<Absence>("lock lock-request other-session");
    check_words<Reason>("due merged again");
    check_words<Why>("start snooze skip dismissed timeout hold replaced followed rested lost");
    check_words<Outcome>("done abandoned snoozed skipped unanswered followed natural");
    check_words<Answer>("start snooze skip another never");
    check_words<Steering>("pause resume repeat next enough stop");
    check_words<Level>("unknown off on");
    check_words<PhaseKind>("move hold rest switch");
    check_words<Side>("none both left right");
    check_words<Gap>("first rest neither");
    check_words<Ground>("work rest neither still");
    check_words<Trust>("full believed doubted");
    check_words<PassiveScreen>("rest count");
    check_words<Grade>("good note lacking");
    check_words<settings::Problem::Severity>("error warning");
    check_words<Refusal>(
        "NothingPrompted StalePrompt NoSnoozeLeft OutOfRange Busy NoSession NoSuchRule NoSuchExercise "
        "NoOtherExercise NotSuitable NotPaused PauseOutOfRange NotStarted NotExcluded");
}
