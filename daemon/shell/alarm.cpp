// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm.hpp"

#include "core/time.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <functional>
#include <memory>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>

namespace limber::shell {
namespace {

std::unique_ptr<QSocketNotifier> notify_on(const FileDescriptor& fd, std::function<void()> readable) {
    if (!fd) return nullptr;
    auto notifier = std::make_unique<QSocketNotifier>(fd.get(), QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(),
                     [readable = std::move(readable)] { readable(); });
    return notifier;
}

void drain(const FileDescriptor& fd) {
    // ECANCELED (a clock step) and EAGAIN need no other treatment than a successful read
    std::uint64_t expirations = 0;
    [[maybe_unused]] const auto count = read(fd.get(), &expirations, sizeof expirations);
}

timespec to_timespec(Duration since_epoch) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since_epoch);
    return {.tv_sec = seconds.count(), .tv_nsec = (since_epoch - seconds).count()};
}

} // namespace

Alarm::Alarm(std::function<void()> ring)
    : timer_(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC)),
      notifier_(notify_on(timer_, [this, ring = std::move(ring)] {
          drain(timer_);
          at_ = never;
          ring();
      })) {}

void Alarm::set(Instant at) {
    if (at == at_) return;
    at_ = at;
    arm();
}

void Alarm::arm() {
    itimerspec spec{};
    // all zero would disarm; a nanosecond after the boot is long ago
    if (at_ != never) spec.it_value = to_timespec(std::max(at_.time_since_epoch() - ahead_, Duration{1}));
    timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &spec, nullptr);
}

#ifdef LIMBER_CLOCK_SEAM
void Alarm::set_ahead(Duration ahead) {
    ahead_ = ahead;
    arm();
}
#endif

ClockWatch::ClockWatch(std::function<void()> stepped)
    : timer_(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)),
      notifier_(notify_on(timer_, [this, stepped = std::move(stepped)] {
          drain(timer_);
          arm();
          stepped();
      })) {
    arm();
}

void ClockWatch::arm() {
    // Far beyond any session; only its cancellation matters. ECANCELED from here means that a step was
    // pending and that the timer is armed all the same: who is called back anyway need not know.
    itimerspec spec{};
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    spec.it_value.tv_sec = now.tv_sec + std::chrono::seconds{std::chrono::years{10}}.count();
    timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, nullptr);
}

} // namespace limber::shell
