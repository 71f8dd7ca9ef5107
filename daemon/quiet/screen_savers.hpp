// SPDX-License-Identifier: GPL-3.0-or-later
// The desktops' own screen savers on the session bus as signs of a lock: GNOME, Plasma and others, Cinnamon,
// MATE, Xfce.
#pragma once

#include "bus/follow.hpp"
#include "quiet/quiet_source.hpp"

#include <QDBusConnection>
#include <QString>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace limber::quiet {

/// Says Locked while any of them is active. Active is not always locked (a blank screen before the lock, a
/// saver without one): nobody sees a prompt then either, and the first input ends it. None is ever started;
/// one that goes away no longer counts.
class ScreenSavers final : public QuietSource {
public:
    explicit ScreenSavers(QDBusConnection session_bus);

    [[nodiscard]] std::string name() const override { return "screen savers"; }

    void watch(Report report) override;

    /// The names of those that answer.
    [[nodiscard]] std::vector<std::string> answering() const {
        return {answering_.begin(), answering_.end()};
    }

private:
    void told(const QString& service, const bus::Answer& active);
    void set_active(const QString& service, bool active);

    QDBusConnection bus_;
    Report report_;
    std::set<QString> active_;
    std::set<std::string> answering_;
    std::vector<std::unique_ptr<bus::Followed>> savers_;
};

} // namespace limber::quiet
