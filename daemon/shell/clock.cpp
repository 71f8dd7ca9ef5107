// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>

namespace limber::shell {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr auto localtime_file = ":/etc/localtime";

/// How far ahead a change of the offset is looked for; zones have at least one a year or none.
constexpr days horizon{400};

Duration read_clock(clockid_t id) {
    timespec time{};
    clock_gettime(id, &time);
    return seconds{time.tv_sec} + nanoseconds{time.tv_nsec};
}

/// CLOCK_BOOTTIME − CLOCK_MONOTONIC. The kernel keeps it constant while awake; what differs here is the time
/// between the reads. The narrowest of a few readings is off by some hundred nanoseconds.
Duration read_asleep() {
    Duration best{};
    Duration narrowest = Duration::max();
    for (int attempt = 0; attempt < 5; ++attempt) {
        const Duration before = read_clock(CLOCK_MONOTONIC);
        const Duration boottime = read_clock(CLOCK_BOOTTIME);
        const Duration after = read_clock(CLOCK_MONOTONIC);
        if (after - before < narrowest) {
            narrowest = after - before;
            best = boottime - before - (after - before) / 2;
        }
        if (narrowest < std::chrono::microseconds{10}) break;
    }
    return best;
}

void drain(const FileDescriptor& fd) {
    // ECANCELED (a clock step) and EAGAIN need no other treatment than a successful read
    std::uint64_t expirations = 0;
    [[maybe_unused]] const auto count = read(fd.get(), &expirations, sizeof expirations);
}

timespec to_timespec(Duration since_epoch) {
    const auto whole = std::chrono::floor<seconds>(since_epoch);
    return {.tv_sec = whole.count(), .tv_nsec = (since_epoch - whole).count()};
}

} // namespace

seconds local_offset(std::time_t utc) {
    std::tm local{};
    if (localtime_r(&utc, &local) == nullptr) return {};
    return seconds{local.tm_gmtoff};
}

Utc next_offset_change(std::time_t utc) {
    const auto here = local_offset(utc);
    constexpr std::time_t day = seconds{days{1}}.count();
    for (std::time_t same = utc; same < utc + seconds{horizon}.count(); same += day) {
        if (local_offset(same + day) == here) continue;
        std::time_t low = same;
        std::time_t high = same + day;
        while (high - low > 1) {
            const std::time_t middle = low + (high - low) / 2;
            (local_offset(middle) == here ? low : high) = middle;
        }
        return Utc{seconds{high}};
    }
    return Utc::max();
}

void settle_zone() {
    setenv("TZ", localtime_file, 0); // NOLINT(concurrency-mt-unsafe)
    tzset();
}

Stamp Clock::now() {
    Duration boottime = read_clock(CLOCK_BOOTTIME);
    Duration asleep = read_asleep();
#ifdef LIMBER_CLOCK_SEAM
    boottime += pretended_boottime_;
    asleep += pretended_asleep_;
#endif
    // no sleep is as short as a millisecond, and no noise of the reading as long
    if (!measured_ || asleep - asleep_ >= milliseconds{1}) asleep_ = asleep;
    measured_ = true;
    latest_ = std::max(latest_, Instant{boottime});

    auto wall = read_clock(CLOCK_REALTIME);
#ifdef LIMBER_CLOCK_SEAM
    wall += pretended_wall_;
#endif
    civil_.utc = Utc{wall};
    if (civil_.utc < offset_from_ || civil_.utc >= offset_until_) refresh_offset();
    return {.at = latest_, .asleep = asleep_, .civil = civil_};
}

void Clock::refresh_offset() {
    const auto time_of = [](Utc utc) { return std::chrono::floor<seconds>(utc).time_since_epoch().count(); };
    const std::time_t now = time_of(civil_.utc);
    civil_.offset = local_offset(now);
    civil_.next_change = next_offset_change(now);
    civil_.next_offset =
        civil_.next_change == Utc::max() ? civil_.offset : local_offset(time_of(civil_.next_change));
    offset_from_ = Utc{seconds{now}};
    offset_until_ = std::min(civil_.next_change, Utc{offset_from_ + horizon});
}

void Clock::reload_zone() {
    // The C library reads the file again only if TZ differs from the last time. The other threads (D-Bus,
    // notifications) do not ask for the time of day.
    const char* set = std::getenv("TZ"); // NOLINT(concurrency-mt-unsafe)
    const std::string zone = set == nullptr ? localtime_file : set;
    setenv("TZ", "UTC0", 1); // NOLINT(concurrency-mt-unsafe)
    tzset();
    setenv("TZ", zone.c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    tzset();
    offset_until_ = Utc::min();
}

std::string Clock::boot_id() {
    std::ifstream file{"/proc/sys/kernel/random/boot_id"};
    std::string id;
    std::getline(file, id);
    return id;
}

#ifdef LIMBER_CLOCK_SEAM
void Clock::pretend(Duration boottime, Duration asleep, Duration wall) {
    pretended_boottime_ = boottime;
    pretended_asleep_ = asleep;
    pretended_wall_ = wall;
}
#endif

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
    spec.it_value.tv_sec = now.tv_sec + seconds{std::chrono::years{10}}.count();
    timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, nullptr);
}

} // namespace limber::shell
