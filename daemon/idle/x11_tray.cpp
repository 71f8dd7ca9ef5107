// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/x11_tray.hpp"

#include "idle/display.hpp"
#include "idle/x11_connection.hpp"

#include <xcb/xcb.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace limber::idle {

namespace {

/// 1 for ":0.1".
std::optional<int> screen_in(const std::string& display) {
    char* host = nullptr;
    int number = 0;
    int screen = 0;
    if (xcb_parse_display(display.c_str(), &host, &number, &screen) == 0) return std::nullopt;
    const X11Reply<char> freed{host};
    return screen;
}

} // namespace

std::optional<bool> x11_tray_there(const DisplayEnvironment& environment, std::chrono::milliseconds limit) {
    // there the tray is one of StatusNotifierItems, even if DISPLAY names an X server as well
    if (!environment.wayland_display.empty()) return std::nullopt;
    const auto connection = open_x11(environment, limit);
    const auto screen = screen_in(environment.x11_display);
    if (!connection || !screen) return std::nullopt;
    const std::string name = "_NET_SYSTEM_TRAY_S" + std::to_string(*screen);
    xcb_connection_t* c = connection->get();
    constexpr std::uint8_t only_if_exists = 1;
    const auto atom = x11_reply_within<xcb_intern_atom_reply_t>(
        c, xcb_intern_atom(c, only_if_exists, static_cast<std::uint16_t>(name.size()), name.data()), limit);
    if (!atom) return std::nullopt;
    if (atom->atom == XCB_ATOM_NONE) return false; // nobody has ever spoken of one
    const auto owner =
        x11_reply_within<xcb_get_selection_owner_reply_t>(c, xcb_get_selection_owner(c, atom->atom), limit);
    if (!owner) return std::nullopt;
    return owner->owner != XCB_WINDOW_NONE;
}

} // namespace limber::idle
