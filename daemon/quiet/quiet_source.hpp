// SPDX-License-Identifier: GPL-3.0-or-later
// Port: who tells of locks, sessions, sleep and of reasons not to disturb. Translates, never decides.
#pragma once

#include "core/event.hpp"

#include <functional>
#include <string>

namespace limber::quiet {

/// Says Locked, Unlocked, SessionLeft, SessionReturned, SleepAnnounced, QuietChanged or AlarmRang ("look at
/// the clocks"); first with what holds at the start, where that differs from "unlocked, in front, unknown".
class QuietSource {
public:
    using Report = std::function<void(Happening)>;

    virtual ~QuietSource() = default;

    [[nodiscard]] virtual std::string name() const = 0;

    /// Begins to report; never before this call and never after destruction. Called once.
    virtual void watch(Report report) = 0;
};

} // namespace limber::quiet
