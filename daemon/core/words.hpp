// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of words for the core's enums, as they are written down, sent and printed. An enumerator
// without a word does not compile.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "exercise.hpp"
#include "ledger.hpp"
#include "naming.hpp"
#include "note.hpp"
#include "plan.hpp"
#include "state.hpp"
#include "status.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace limber {

/// Specialised below for each enum: pairs of value and word, every value once and in their order, which the
/// first format of saved states counts on: new ones at the end.
template <class Enum>
inline constexpr std::array<std::pair<Enum, std::string_view>, 0> words{};

template <class Enum>
using Spelling = std::pair<Enum, std::string_view>;

template <>
inline constexpr auto words<Activity> = std::to_array<Spelling<Activity>>({
    {Activity::working, "working"},
    {Activity::waiting, "waiting"},
    {Activity::prompted, "prompted"},
    {Activity::resting, "resting"},
    {Activity::paused, "paused"},
    {Activity::held, "held"},
    {Activity::away, "away"},
    {Activity::outside_hours, "outside-hours"},
    {Activity::unknown, "unknown"},
});

template <>
inline constexpr auto words<WaitCause> = std::to_array<Spelling<WaitCause>>({
    {WaitCause::none, "none"},
    {WaitCause::snoozed, "snoozed"},
    {WaitCause::repeat_after, "repeat-after"},
    {WaitCause::other_answered, "other-answered"},
    {WaitCause::settle, "settle"},
    {WaitCause::return_grace, "return-grace"},
    {WaitCause::typing, "typing"},
    {WaitCause::day_full, "day-full"},
});

template <>
inline constexpr auto words<Absence> = std::to_array<Spelling<Absence>>({
    {Absence::lock, "lock"},
    {Absence::lock_request, "lock-request"},
    {Absence::other_session, "other-session"},
});

template <>
inline constexpr auto words<Reason> = std::to_array<Spelling<Reason>>({
    {Reason::due, "due"},
    {Reason::merged, "merged"},
    {Reason::again, "again"},
});

template <>
inline constexpr auto words<Why> = std::to_array<Spelling<Why>>({
    {Why::start, "start"},
    {Why::snooze, "snooze"},
    {Why::skip, "skip"},
    {Why::dismissed, "dismissed"},
    {Why::timeout, "timeout"},
    {Why::hold, "hold"},
    {Why::replaced, "replaced"},
    {Why::followed, "followed"},
    {Why::rested, "rested"},
    {Why::lost, "lost"},
});

template <>
inline constexpr auto words<Outcome> = std::to_array<Spelling<Outcome>>({
    {Outcome::done, "done"},
    {Outcome::abandoned, "abandoned"},
    {Outcome::snoozed, "snoozed"},
    {Outcome::skipped, "skipped"},
    {Outcome::unanswered, "unanswered"},
    {Outcome::followed, "followed"},
    {Outcome::natural, "natural"},
});

template <>
inline constexpr auto words<Answer> = std::to_array<Spelling<Answer>>({
    {Answer::start, "start"},
    {Answer::snooze, "snooze"},
    {Answer::skip, "skip"},
    {Answer::another, "another"},
    {Answer::never_again, "never"},
});

template <>
inline constexpr auto words<Steering> = std::to_array<Spelling<Steering>>({
    {Steering::pause, "pause"},
    {Steering::resume, "resume"},
    {Steering::repeat, "repeat"},
    {Steering::next, "next"},
    {Steering::enough, "enough"},
    {Steering::stop, "stop"},
});

template <>
inline constexpr auto words<Level> = std::to_array<Spelling<Level>>({
    {Level::unknown, "unknown"},
    {Level::off, "off"},
    {Level::on, "on"},
});

template <>
inline constexpr auto words<PhaseKind> = std::to_array<Spelling<PhaseKind>>({
    {PhaseKind::move, "move"},
    {PhaseKind::hold, "hold"},
    {PhaseKind::rest, "rest"},
    {PhaseKind::switch_sides, "switch"},
});

template <>
inline constexpr auto words<Side> = std::to_array<Spelling<Side>>({
    {Side::none, "none"},
    {Side::both, "both"},
    {Side::left, "left"},
    {Side::right, "right"},
});

template <>
inline constexpr auto words<Gap> = std::to_array<Spelling<Gap>>({
    {Gap::first, "first"},
    {Gap::rest, "rest"},
    {Gap::neither, "neither"},
});

template <>
inline constexpr auto words<Ground> = std::to_array<Spelling<Ground>>({
    {Ground::work, "work"},
    {Ground::rest, "rest"},
    {Ground::neither, "neither"},
    {Ground::still, "still"},
});

template <>
inline constexpr auto words<Trust> = std::to_array<Spelling<Trust>>({
    {Trust::full, "full"},
    {Trust::believed, "believed"},
    {Trust::doubted, "doubted"},
});

template <>
inline constexpr auto words<PassiveScreen> = std::to_array<Spelling<PassiveScreen>>({
    {PassiveScreen::rest, "rest"},
    {PassiveScreen::count, "count"},
});

/// Also the names of the errors on the bus, but for two (shell/request.cpp).
template <>
inline constexpr auto words<Refusal> = std::to_array<Spelling<Refusal>>({
    {Refusal::nothing_prompted, "NothingPrompted"},
    {Refusal::stale_prompt, "StalePrompt"},
    {Refusal::no_snooze_left, "NoSnoozeLeft"},
    {Refusal::snooze_out_of_range, "OutOfRange"},
    {Refusal::busy, "Busy"},
    {Refusal::no_session, "NoSession"},
    {Refusal::no_such_rule, "NoSuchRule"},
    {Refusal::no_such_exercise, "NoSuchExercise"},
    {Refusal::no_other_exercise, "NoOtherExercise"},
    {Refusal::not_suitable, "NotSuitable"},
    {Refusal::not_paused, "NotPaused"},
    {Refusal::pause_out_of_range, "PauseOutOfRange"},
    {Refusal::not_started, "NotStarted"},
    {Refusal::not_excluded, "NotExcluded"},
});

template <class Enum>
[[nodiscard]] consteval bool all_spelled() {
    for (std::size_t i = 0; i < words<Enum>.size(); ++i) {
        if (words<Enum>[i].first != static_cast<Enum>(i)) return false;
    }
    return words<Enum>.size() == enumerator_count<Enum>();
}

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) {
    static_assert(all_spelled<Enum>(), "an enumerator is missing in words.hpp");
    return words<Enum>[static_cast<std::size_t>(value)].second;
}

/// The value for a word, if there is one.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view word) {
    static_assert(all_spelled<Enum>(), "an enumerator is missing in words.hpp");
    for (const auto& [value, known] : words<Enum>) {
        if (known == word) return value;
    }
    return std::nullopt;
}

} // namespace limber
