// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that asks what time it is: stamps for the core's events.
#pragma once

#include "core/time.hpp"

#include <chrono>
#include <ctime>
#include <string>

namespace limber::shell {

/// Offset of local time at `utc`, from the C library.
[[nodiscard]] std::chrono::seconds local_offset(std::time_t utc);

/// The first second after `utc` with another offset, or max() if there is none within 400 days.
[[nodiscard]] Utc next_offset_change(std::time_t utc);

/// Sets TZ to :/etc/localtime where it is unset, so that the C library does not look at that file at every
/// conversion. Before any other thread exists.
void settle_zone();

class Clock {
public:
    /// `at` and `asleep` never go back.
    [[nodiscard]] Stamp now();

    /// The zone may be another one now: reads it anew.
    void reload_zone();

    /// Identifies this boot; empty where the kernel does not tell.
    [[nodiscard]] static std::string boot_id();

#ifdef LIMBER_CLOCK_SEAM
    /// Test builds only: CLOCK_BOOTTIME, `asleep` and the wall clock run ahead of the real ones by this much.
    void pretend(Duration boottime, Duration asleep, Duration wall = {});

    [[nodiscard]] Duration pretended() const { return pretended_boottime_; }

    [[nodiscard]] Duration pretended_asleep() const { return pretended_asleep_; }
#endif

private:
    void refresh_offset(std::time_t utc);

    Instant latest_ = the_past;
    Duration asleep_{};
    bool measured_ = false;
    std::chrono::seconds offset_{};
    std::chrono::seconds next_offset_{}; ///< from the next change on
    Utc next_change_ = Utc::max();
    Utc offset_from_ = Utc::max(); ///< the cached offset holds in [offset_from_, offset_until_)
    Utc offset_until_ = Utc::min();
#ifdef LIMBER_CLOCK_SEAM
    Duration pretended_boottime_{};
    Duration pretended_asleep_{};
    Duration pretended_wall_{};
#endif
};

} // namespace limber::shell
