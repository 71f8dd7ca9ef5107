// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps an idle source at work: finds one, forwards what it says, and looks for another when it is lost or
// hangs.
#pragma once

#include "core/event.hpp"
#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/probe.hpp"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace limber::idle {

class Presence {
public:
    /// Gets BecameIdle, BecameActive, PresenceLost and PresenceFound, from the main loop.
    using Say = std::function<void(Happening)>;

    /// What it needs of the world; tests give their own.
    struct Surroundings {
        /// Calls back once, now or later, unless this presence is gone.
        std::function<void(IdleSource::Report, std::function<void(Probed)>)> probe;
        /// Calls back once after that time, in place of what was asked for earlier. An empty function
        /// cancels.
        std::function<void(Duration, std::function<void()>)> after;
        /// Calls back when a display may have come up, as long as the answer lives.
        std::function<std::shared_ptr<void>(std::function<void()>)> watch_displays;
        std::function<Instant()> now;
    };

    /// With the real desktop. `now` reads CLOCK_BOOTTIME.
    Presence(Say say, const std::function<Instant()>& now);
    Presence(Say say, Surroundings surroundings);

    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;

    /// Looks for a source; nothing is said before.
    void start();

    /// Thresholds (ascending) for the present source and all later ones.
    void watch(std::vector<Duration> thresholds);

    /// The core wants to know how long there has been no input (idle_question()); the answer is a BecameIdle.
    void ask();

    /// Whether the present source still lives is found out when this is called, but not more often than every
    /// few minutes: to be called when the program is awake anyway.
    void check();

    /// The present source's name; "" while there is none. When one takes another's place, PresenceLost and
    /// PresenceFound are said at once, and this is the new one's in both.
    [[nodiscard]] std::string name() const;

    /// Whether the present source is blind while an idle inhibitor is active, and cannot be asked either.
    [[nodiscard]] bool inhibitor_aware() const;

    /// The sources tried in vain when one was last looked for, and why.
    [[nodiscard]] const std::vector<Refused>& refusals() const { return refused_; }

private:
    void found(unsigned search, Probed probed);
    void heard(unsigned search, const IdleReport& report);
    void lost();
    void let_go();
    void later(std::function<void()> call);
    void try_later();
    void watch_displays();

    QObject context_;
    Say say_;
    Surroundings around_;
    std::vector<Duration> thresholds_;
    std::unique_ptr<IdleSource> source_;
    std::vector<Refused> refused_;
    std::shared_ptr<void> displays_;
    unsigned search_ = 0;    ///< the latest look-out
    unsigned found_by_ = 0;  ///< which one the present source comes from
    bool makeshift_ = false; ///< the present source is a last resort
    bool hearing_ = false;   ///< inside one of its reports
    bool looking_ = false;
    bool look_again_ = false;
    bool said_lost_ = false;
    Duration delay_;
    Instant found_at_ = the_past;
    Instant checked_at_ = the_past;
};

} // namespace limber::idle
