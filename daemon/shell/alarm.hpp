// SPDX-License-Identifier: GPL-3.0-or-later
// One alarm at an instant of CLOCK_BOOTTIME, and a watch over steps of the wall clock.
#pragma once

#include "core/time.hpp"
#include "file_descriptor.hpp"

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace limber::shell {

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
