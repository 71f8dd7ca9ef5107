// SPDX-License-Identifier: GPL-3.0-or-later
// A morning at the desk as the daemon publishes it: Monday 2 March 2026, 10:18 local time, one hour from UTC.
#pragma once

#include "bus/snapshot.hpp"

#include <chrono>

namespace limber::testing {

inline constexpr Instant now_at{std::chrono::hours{50}};

inline bus::Snapshot morning() {
    using namespace std::chrono_literals;
    bus::Snapshot snapshot;
    bus::StatusReport& report = snapshot.report;
    report.stamp.at = now_at;
    report.stamp.civil.utc = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 9h + 18min;
    report.stamp.civil.offset = 1h;
    report.version = LIMBER_VERSION;
    report.idle_source = "ext-idle-notify-v1";
    Status& status = report.status;
    status.doing = Activity::working;
    status.presence_known = true;
    RuleStatus micro;
    micro.name = "micro";
    micro.title = "Micro-break";
    micro.interval = 30min;
    micro.rest = 40s;
    micro.active = 18min + 20s;
    micro.snoozes_left = 3;
    RuleStatus rest = micro;
    rest.name = "long";
    rest.title = "Long break";
    rest.interval = 60min;
    rest.rest = 5min;
    status.rules = {micro, rest};
    status.next_break = "micro";
    status.next_left = 11min + 40s;
    status.next_at = now_at + status.next_left;
    status.arc = 7;
    return snapshot;
}

} // namespace limber::testing
