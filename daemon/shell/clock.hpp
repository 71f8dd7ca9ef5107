// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that asks what time it is: stamps for the core's events, one alarm at an instant of
// CLOCK_BOOTTIME, and a watch over steps of the wall clock.
#pragma once

#include "core/time.hpp"
#include "file_descriptor.hpp"

#include <QSocketNotifier>

#include <chrono>
#include <ctime>
#include <functional>
#include <memory>
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
    void refresh_offset();

    Instant latest_ = the_past;
    Duration asleep_{};
    bool measured_ = false;
    Civil civil_; ///< with the offset that holds in [offset_from_, offset_until_)
    Utc offset_from_ = Utc::max();
    Utc offset_until_ = Utc::min();
#ifdef LIMBER_CLOCK_SEAM
    Duration pretended_boottime_{};
    Duration pretended_asleep_{};
    Duration pretended_wall_{};
#endif
};

/// Goes on during suspend (a QTimer would stand still): an alarm whose time came in between rings at the
/// wake.
class Alarm {
public:
    explicit Alarm(std::function<void()> ring);

    /// Instead of the earlier instant; one in the past rings at once, `never` disarms.
    void set(Instant at);

#ifdef LIMBER_CLOCK_SEAM
    /// Test builds only: how far the stamps run ahead of the kernel's clock.
    void set_ahead(Duration ahead);
#endif

private:
    void arm();

    FileDescriptor timer_;
    std::unique_ptr<QSocketNotifier> notifier_;
    Instant at_ = never;
    Duration ahead_{};
};

/// Tells of steps of the wall clock (a person, NTP; also at a wake) and of another time zone. Costs nothing
/// until then.
class ClockWatch {
public:
    /// `stepped` may be called without a real change.
    explicit ClockWatch(std::function<void()> stepped);

private:
    void arm();

    FileDescriptor timer_;
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace limber::shell
