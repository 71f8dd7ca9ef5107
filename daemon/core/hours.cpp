// SPDX-License-Identifier: GPL-3.0-or-later
#include "hours.hpp"

#include <algorithm>

namespace limber {

namespace {

using Local = std::chrono::local_time<Duration>;
constexpr Duration one_day = std::chrono::days{1};

/// Calls `visit(begin, end)` for the ranges of yesterday to a week ahead, on the local time line.
template <class Visit>
void for_ranges(const Hours& hours, Local now, Visit visit) {
    const auto today = std::chrono::floor<std::chrono::days>(now);
    for (int d = -1; d <= 8; ++d) {
        const auto day = today + std::chrono::days{d};
        const unsigned weekday = std::chrono::weekday{day}.iso_encoding() - 1;
        for (const HoursRange& range : hours.days[weekday]) {
            const Duration length =
                range.until > range.from ? range.until - range.from : range.until + one_day - range.from;
            const Local begin = Local{day.time_since_epoch()} + range.from;
            visit(begin, begin + length);
        }
    }
}

Instant instant_of(const Stamp& now, Local target) {
    Utc utc{target.time_since_epoch() - now.civil.offset};
    // a sleep may be lived through past the change: what the offset is there, the next stamp says
    if (now.civil.next_change > now.civil.utc) utc = std::min(utc, now.civil.next_change);
    return now.at + std::max(Duration{1}, utc - now.civil.utc);
}

/// When the clock shows it, a known change of the offset included.
Instant clock_shows(const Stamp& now, Local target) {
    Utc utc{target.time_since_epoch() - now.civil.offset};
    const Utc change = now.civil.next_change;
    if (change > now.civil.utc && utc >= change) {
        // a time that the change leaves out is over as soon as the clock has passed it
        utc = std::max(change, Utc{target.time_since_epoch() - now.civil.next_offset});
    }
    return now.at + std::max(Duration{1}, utc - now.civil.utc);
}

Local next_day_begins(const Plan& plan, const Stamp& now) {
    const Day today = civil_day(now.civil, plan.day_starts);
    return Local{(today + std::chrono::days{1}).time_since_epoch()} + plan.day_starts;
}

} // namespace

bool within_hours(const Plan& plan, const Civil& civil) {
    if (!plan.hours) return true;
    const Local now = local_time(civil);
    bool within = false;
    for_ranges(*plan.hours, now,
               [&](Local begin, Local end) { within = within || (begin <= now && now < end); });
    return within;
}

Instant next_hours_change(const Plan& plan, const Stamp& now) {
    if (!plan.hours) return never;
    const Local local = local_time(now.civil);
    Local next = Local::max();
    for_ranges(*plan.hours, local, [&](Local begin, Local end) {
        if (begin > local) next = std::min(next, begin);
        if (end > local) next = std::min(next, end);
    });
    return next == Local::max() ? never : instant_of(now, next);
}

Instant next_clock_time(const Stamp& now, Duration time_of_day) {
    const Local local = local_time(now.civil);
    Local target = Local{std::chrono::floor<std::chrono::days>(local).time_since_epoch()} + time_of_day;
    if (target <= local) target += one_day;
    return clock_shows(now, target);
}

Instant next_day(const Plan& plan, const Stamp& now) {
    return instant_of(now, next_day_begins(plan, now));
}

Instant tomorrow(const Plan& plan, const Stamp& now) {
    return clock_shows(now, next_day_begins(plan, now));
}

} // namespace limber
