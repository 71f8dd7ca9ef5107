// SPDX-License-Identifier: GPL-3.0-or-later
// The desktops' own screen savers on the session bus as signs of a lock: GNOME, Plasma and others, Cinnamon,
// MATE.
#pragma once

#include "quiet/quiet_source.hpp"

#include <QDBusConnection>
#include <QString>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace limber::quiet {

class ScreenSaver;

/// Says Locked while any of them is active. Active is not always locked (a blank screen before the lock, a
/// saver without one): nobody sees a prompt then either, and the first input ends it. None is ever started;
/// one that goes away no longer counts.
class ScreenSavers final : public QuietSource {
public:
    explicit ScreenSavers(QDBusConnection session_bus);
    ~ScreenSavers() override;
    ScreenSavers(const ScreenSavers&) = delete;
    ScreenSavers& operator=(const ScreenSavers&) = delete;

    [[nodiscard]] std::string name() const override { return "screen savers"; }

    void watch(Report report) override;

private:
    void told(const QString& service, bool active);

    QDBusConnection bus_;
    Report report_;
    std::vector<std::unique_ptr<ScreenSaver>> savers_;
    std::set<QString> active_;
};

} // namespace limber::quiet
