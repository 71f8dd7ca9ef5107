// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when a display may have come up: a socket, or Mutter's name on the session bus. Costs nothing
// meanwhile.
#pragma once

#include "idle/display.hpp"

#include <QDBusServiceWatcher>
#include <QFileSystemWatcher>

#include <functional>
#include <set>
#include <string>

namespace limber {

class DisplayWatch {
public:
    /// `appeared` comes from the main loop, as long as this lives; it must not destroy it.
    DisplayWatch(DisplayEnvironment environment, std::function<void()> appeared);

private:
    [[nodiscard]] std::set<std::string> sockets() const;
    void look();

    DisplayEnvironment environment_;
    std::function<void()> appeared_;
    std::set<std::string> known_;
    QFileSystemWatcher folders_;
    QDBusServiceWatcher names_;
};

} // namespace limber
