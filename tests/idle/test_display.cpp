// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/display.hpp"
#include "idle/x11_connection.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>

namespace limber::idle {

TEST_CASE("the socket WAYLAND_DISPLAY names") {
    CHECK_EQ(named_wayland_socket({.wayland_display = "wayland-1", .runtime_dir = "/run/user/7"}),
             "/run/user/7/wayland-1");
    CHECK_EQ(named_wayland_socket({.wayland_display = "/tmp/here", .runtime_dir = "/run/user/7"}),
             "/tmp/here");
    CHECK_EQ(named_wayland_socket({.wayland_display = "wayland-1"}), std::nullopt);
    CHECK_EQ(named_wayland_socket({.runtime_dir = "/run/user/7"}), std::nullopt);
}

TEST_CASE("displays of this machine") {
    CHECK_EQ(local_x11_display(":0"), 0);
    CHECK_EQ(local_x11_display(":71.1"), 71);
    CHECK_EQ(local_x11_display("unix:3"), 3);
    for (const auto* elsewhere :
         {"", "0", ":", ":x", ":-1", ":1x", "localhost:10.0", "far.example:0", "::1:0"}) {
        CAPTURE(elsewhere);
        CHECK_EQ(local_x11_display(elsewhere), std::nullopt);
    }
    CHECK_EQ(x11_socket(71), "/tmp/.X11-unix/X71");
}

TEST_CASE("only a true X11 session of this machine is asked for its tray") {
    constexpr std::chrono::milliseconds limit{100};
    CHECK_EQ(x11_tray_there({.wayland_display = "wayland-0", .x11_display = ":0"}, limit), std::nullopt);
    CHECK_EQ(x11_tray_there({.x11_display = ":0", .session_type = "wayland"}, limit), std::nullopt);
    CHECK_EQ(x11_tray_there({.x11_display = "far.example:0"}, limit), std::nullopt);
    CHECK_EQ(x11_tray_there({}, limit), std::nullopt);
}

TEST_CASE("a folder that is not there has no sockets") {
    CHECK(present_wayland_sockets({.runtime_dir = "/nowhere/at/all"}).empty());
    CHECK(present_wayland_sockets({}).empty());
}

} // namespace limber::idle
