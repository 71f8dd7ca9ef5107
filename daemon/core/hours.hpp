// SPDX-License-Identifier: GPL-3.0-or-later
// Where the wall clock matters: working hours, the day's beginning, "until 14:30". All answers are instants
// counted from a known stamp; where the zone's offset changes before, that moment is answered instead, so
// that whoever wakes then asks again with the new offset.
#pragma once

#include "plan.hpp"
#include "time.hpp"

namespace limber {

/// Inside the working hours? Always, when none are set.
[[nodiscard]] bool within_hours(const Plan& plan, const Civil& civil);

/// When within_hours() may change next; `never` without hours.
[[nodiscard]] Instant next_hours_change(const Plan& plan, const Stamp& now);

/// The next moment later than now at which the local clock shows `time_of_day`, also over the night in which
/// the clocks change.
[[nodiscard]] Instant next_clock_time(const Stamp& now, Duration time_of_day);

/// When the next civil day begins, or the offset changes before.
[[nodiscard]] Instant next_day(const Plan& plan, const Stamp& now);

/// When the next civil day begins, a known change of the offset included.
[[nodiscard]] Instant tomorrow(const Plan& plan, const Stamp& now);

} // namespace limber
