// SPDX-License-Identifier: GPL-3.0-or-later
// All the daemon hears of the desktop: presence, session, locks, sleep, idle inhibitors; as one stream of
// events. And what keeps its screen on.
#pragma once

#include "core/event.hpp"
#include "core/finding.hpp"
#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/display_inhibitor.hpp"
#include "idle/presence.hpp"
#include "idle/probe.hpp"
#include "quiet/idle_inhibitors.hpp"
#include "quiet/joint_lock.hpp"
#include "quiet/logind_session.hpp"
#include "quiet/own_inhibitors.hpp"
#include "quiet/screen_savers.hpp"

#include <QDBusConnection>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limber::shell {

class Senses {
public:
    struct Hooks {
        std::function<void(const Happening&)> post;
        std::function<Instant()> now;           ///< CLOCK_BOOTTIME
        std::function<void()> findings_changed; ///< what findings() says, perhaps
        std::function<void()> login_over;       ///< display and session have ended, and no other has come
    };

    Senses(const QDBusConnection& session_bus, const QDBusConnection& system_bus,
           idle::DisplayEnvironment display, Hooks hooks);

    /// Begins to listen. Called once.
    void start(const std::vector<Duration>& thresholds);

    /// Who tells whether somebody is at the desk: for thresholds and questions.
    [[nodiscard]] idle::Presence& presence() { return presence_; }

    /// Keeps the screen from blanking and locking by itself, as far as the desktop can; given back by the
    /// kernel and the bus at a crash.
    void keep_screen_on(bool on);

    /// An idle source was found, or all were refused.
    [[nodiscard]] bool looked_for_idle_source() const {
        return !presence_.name().empty() || !presence_.refusals().empty();
    }

    /// All that can be said is known.
    [[nodiscard]] bool settled() const { return looked_for_idle_source() && session_.looked(); }

    /// What there is to say of display, presence, session, locks and holds. `passive_counts`: passive_screen
    /// = "count".
    [[nodiscard]] std::vector<Finding> findings(bool passive_counts) const;

    /// Something keeps the screen awake now.
    [[nodiscard]] bool inhibited() const { return inhibitors_.level() == Level::on; }

private:
    void session_says(const Happening& what);
    void presence_says(const Happening& what);
    void lock_says(const std::string& source, const Happening& what);
    void inhibitors_settled();

    idle::DisplayEnvironment display_;
    Hooks hooks_;
    quiet::JointLock lock_;
    quiet::LogindSession session_;
    quiet::ScreenSavers screen_savers_;
    quiet::IdleInhibitors inhibitors_;
    quiet::OwnInhibitors own_inhibitors_;
    bool screen_kept_on_ = false;
    std::unique_ptr<idle::DisplayInhibitor> display_inhibitor_; ///< meanwhile
    std::optional<std::string> asked_display_;           ///< what that one has asked; nothing: not known yet
    std::optional<std::vector<std::string>> kept_on_by_; ///< in the last break; nothing: there was none
    idle::Presence presence_;
    QTimer end_of_login_;      ///< while nobody sees who is there
    bool may_be_over_ = false; ///< for so long that the login may have ended
};

} // namespace limber::shell
