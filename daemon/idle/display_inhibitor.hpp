// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the screen on by the display server itself, for desktops where no service does.
#pragma once

#include "idle/display.hpp"
#include "idle/wayland_connection.hpp"
#include "idle/x11_connection.hpp"

#include <QObject>

#include <functional>
#include <memory>
#include <string>

namespace limber::idle {

/// As long as it lives an X server's own saver and DPMS stand still, and a Wayland compositor has an idle
/// inhibitor, on a surface that shows nothing: sway and Hyprland take it for visible, others need not. The
/// kernel ends it with us.
class DisplayInhibitor {
public:
    /// `asked` gets what was asked, once, now or later: "idle-inhibit-v1", "MIT-SCREEN-SAVER", or "" where
    /// there is neither.
    DisplayInhibitor(const DisplayEnvironment& environment, std::function<void(std::string)> asked);

private:
    void ask_compositor(std::unique_ptr<WaylandConnection> connection);
    void ask_x11(const DisplayEnvironment& environment);

    std::function<void(std::string)> asked_;
    std::unique_ptr<WaylandConnection> on_wayland_;
    std::shared_ptr<void> inhibitor_; ///< the compositor's, with what it lives on
    X11Connection on_x11_;
    QObject context_; ///< destroyed first: nothing opens for what is gone
};

} // namespace limber::idle
