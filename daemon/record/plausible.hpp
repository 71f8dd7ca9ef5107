// SPDX-License-Identifier: GPL-3.0-or-later
// What may be read from a text: beyond these bounds sums of instants would overflow, and parts would not fit
// together. Inside this folder only.
#pragma once

#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"

#include <string>

namespace limber::record {

/// Of instants and lengths, to both sides: the sum of a dozen of them still fits.
inline constexpr Duration farthest = std::chrono::days{18 * 365};

/// Of the wall clock: the year 2191.
inline constexpr Duration latest_utc{7'000'000'000'000'000'000};

/// Of civil days, to both sides of 1970.
inline constexpr int farthest_day = 100'000;

/// Of everything that is counted.
inline constexpr int highest_count = 1'000'000;

/// What is wrong with a plan or a state whose values are all within the bounds above; empty: nothing.
[[nodiscard]] std::string implausible(const Plan& plan);
[[nodiscard]] std::string implausible(const State& state);

} // namespace limber::record
