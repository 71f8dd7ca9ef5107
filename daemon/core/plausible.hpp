// SPDX-License-Identifier: GPL-3.0-or-later
// What may be read from a text: beyond these bounds sums of instants would overflow, and parts would not fit
// together. Inside the core only.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "plan.hpp"
#include "state.hpp"
#include "time.hpp"

#include <string>

namespace limber {

/// Of instants and lengths, to both sides: the sum of a dozen of them still fits.
inline constexpr Duration farthest = std::chrono::days{18 * 365};

/// Of the wall clock: the year 2191.
inline constexpr Duration latest_utc{7'000'000'000'000'000'000};

/// Of civil days, to both sides of 1970.
inline constexpr int farthest_day = 100'000;

/// Of everything that is counted.
inline constexpr int highest_count = 1'000'000;

/// The last of each enumeration that is read.
template <class E>
inline constexpr E last_of{};
template <>
inline constexpr Gap last_of<Gap> = Gap::neither;
template <>
inline constexpr Level last_of<Level> = Level::on;
template <>
inline constexpr Answer last_of<Answer> = Answer::never_again;
template <>
inline constexpr Steering last_of<Steering> = Steering::stop;
template <>
inline constexpr Reason last_of<Reason> = Reason::again;
template <>
inline constexpr Why last_of<Why> = Why::lost;
template <>
inline constexpr Outcome last_of<Outcome> = Outcome::natural;
template <>
inline constexpr Refusal last_of<Refusal> = Refusal::not_excluded;
template <>
inline constexpr WaitCause last_of<WaitCause> = WaitCause::day_full;
template <>
inline constexpr Trust last_of<Trust> = Trust::doubted;
template <>
inline constexpr Ground last_of<Ground> = Ground::still;
template <>
inline constexpr PhaseKind last_of<PhaseKind> = PhaseKind::switch_sides;
template <>
inline constexpr Side last_of<Side> = Side::right;
template <>
inline constexpr PassiveScreen last_of<PassiveScreen> = PassiveScreen::count;

/// What is wrong with a plan or a state whose values are all within the bounds above; empty: nothing.
[[nodiscard]] std::string implausible(const Plan& plan);
[[nodiscard]] std::string implausible(const State& state);

} // namespace limber
