// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the screen on by the display server itself, for desktops where no service does.
#pragma once

#include "idle/display.hpp"
#include "idle/x11_connection.hpp"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace limber::idle {

/// As long as it lives an X server's own saver and DPMS stand still, and a Wayland compositor has an idle
/// inhibitor, on a surface that shows nothing: sway and Hyprland take it for visible, others need not. The
/// kernel ends it with us.
class DisplayInhibitor {
public:
    /// `asked` gets what was asked, once, now or later: "idle-inhibit-v1", "MIT-SCREEN-SAVER", or "" where
    /// there is neither.
    DisplayInhibitor(DisplayEnvironment environment, std::function<void(std::string)> asked);
    ~DisplayInhibitor();
    DisplayInhibitor(const DisplayInhibitor&) = delete;
    DisplayInhibitor& operator=(const DisplayInhibitor&) = delete;

private:
    class OnWayland;

    void try_wayland(std::vector<std::string> sockets);
    void try_x11();

    DisplayEnvironment environment_;
    std::function<void(std::string)> asked_;
    std::unique_ptr<OnWayland> on_wayland_;
    X11Connection on_x11_;
    QObject context_; ///< destroyed first: nothing opens for what is gone
};

} // namespace limber::idle
