// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of every instant the daemon names, for its clients. The daemon's own is shell/clock.hpp.
#pragma once

#include "core/time.hpp"

#include <chrono>
#include <ctime>

namespace limber::bus {

/// CLOCK_BOOTTIME now.
[[nodiscard]] inline Instant boottime_now() {
    std::timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return Instant{std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec}};
}

} // namespace limber::bus
