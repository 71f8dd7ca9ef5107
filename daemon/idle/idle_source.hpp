// SPDX-License-Identifier: GPL-3.0-or-later
// Port: who tells whether somebody is at the desk. One small file per source behind it.
#pragma once

#include "core/time.hpp"

#include <functional>
#include <string>
#include <vector>

namespace limber::idle {

/// What a source says. `silence` and `watched_since` as in core's BecameIdle: a source that sees only what
/// happened after its watch began gives the instant it began, one that sees everything the_past.
struct IdleReport {
    enum class Kind { idle, active, lost } kind = Kind::lost;
    Duration silence{};
    Instant watched_since = the_past;
};

/// Event-driven, never polling, one thread (the main loop's). After an `idle` exactly one `active` follows,
/// at the first input, whatever is watched by then. A threshold is reported once per silence, and each ask()
/// once more. `lost` is said once and is the last word: the source is then thrown away and the probe begins
/// anew. Reports come from the main loop, also from inside watch(); inside one the source is neither
/// destroyed nor told to watch.
class IdleSource {
public:
    using Report = std::function<void(IdleReport)>;

    virtual ~IdleSource() = default;

    /// Short and fixed: "ext-idle-notify-v1", "kwin-idle", "mutter", "xsync", …
    [[nodiscard]] virtual std::string name() const = 0;

    /// True when it cannot see through idle inhibitors: no idle while a video plays.
    [[nodiscard]] virtual bool inhibitor_aware() const = 0;

    /// True when it can be asked how long there has been no input, also while it is blind; see ask().
    [[nodiscard]] virtual bool can_be_asked() const { return false; }

    /// The shortest silence it can tell.
    [[nodiscard]] virtual Duration finest() const { return {}; }

    /// Watches these thresholds (ascending) instead of the earlier ones, from now on.
    virtual void watch(const std::vector<Duration>& thresholds) = 0;

    /// Reports the present silence, if it is one, as an `idle`; nothing waits for it. Not from inside a
    /// report.
    virtual void ask() {}

    /// Calls back, now or later, when whoever it listens to has shown to be alive; never, if it hangs. Not
    /// from inside a report.
    virtual void ping(const std::function<void()>& alive) { alive(); }
};

} // namespace limber::idle
