// SPDX-License-Identifier: GPL-3.0-or-later
// Time as the core knows it: an argument, never a question. See LAW.md §1.
#pragma once

#include "naming.hpp"

#include <chrono>
#include <cstdint>

namespace limber {

/// All intervals, with the resolution of the kernel's clocks.
using Duration = std::chrono::nanoseconds;

/// CLOCK_BOOTTIME, which goes on during suspend. Has no now(): the shell stamps every event.
struct BootTime {
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootTime, duration>;
    static constexpr bool is_steady = true;
};

using Instant = BootTime::time_point;
using Utc = std::chrono::sys_time<Duration>;
using Day = std::chrono::local_days;

inline constexpr Instant the_past = Instant::min();
inline constexpr Instant never = Instant::max();

/// Wall-clock time. Used only for hours, the day's tallies, quotas and the history.
struct Civil {
    Utc utc{};
    std::chrono::seconds offset{};      ///< local time − UTC
    Utc next_change = Utc::max();       ///< when `offset` changes next (daylight saving)
    std::chrono::seconds next_offset{}; ///< `offset` from then on
};

/// When an event happened. `asleep` is CLOCK_BOOTTIME − CLOCK_MONOTONIC and never decreases:
/// its growth between two stamps is time the machine slept.
struct Stamp {
    Instant at{};
    Duration asleep{};
    Civil civil{};
};

/// Local time of day and date at this moment.
[[nodiscard]] constexpr std::chrono::local_time<Duration> local_time(const Civil& civil) {
    return std::chrono::local_time<Duration>{civil.utc.time_since_epoch() + civil.offset};
}

/// The civil day a moment belongs to, when days begin at `day_starts` after midnight.
[[nodiscard]] constexpr Day civil_day(const Civil& civil, Duration day_starts) {
    return std::chrono::floor<std::chrono::days>(local_time(civil) - day_starts);
}

/// The wall clock as it will be at `at`, if nobody sets it and the zone's offset stays.
[[nodiscard]] constexpr Civil civil_at(const Stamp& known, Instant at) {
    Civil civil = known.civil;
    civil.utc += at - known.at;
    return civil;
}

/// value · numerator / denominator, rounded down or `up`, without overflow. All non-negative, denominator >
/// 0.
[[nodiscard]] constexpr Duration scaled(Duration value, Duration numerator, Duration denominator,
                                        bool up = false) {
    __extension__ using Wide = unsigned __int128;
    const Wide d = Wide(denominator.count());
    const Wide product = Wide(value.count()) * Wide(numerator.count());
    return Duration{static_cast<Duration::rep>((product + (up ? d - 1 : 0)) / d)};
}

} // namespace limber
