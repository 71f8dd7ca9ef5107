// SPDX-License-Identifier: GPL-3.0-or-later
// Where a display server may be found. The environment of a user service is that of its manager and may
// be stale: what it names is a hint, only a socket that answers is a display.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace limber::idle {

/// The variables that name displays, each empty when unset.
struct DisplayEnvironment {
    std::string wayland_display;
    std::string runtime_dir;
    std::string x11_display;
    std::string x11_authority; ///< the file with the key to it
    std::string session_type;

    [[nodiscard]] static DisplayEnvironment of_this_process();
};

/// The socket WAYLAND_DISPLAY names; empty when it names none.
[[nodiscard]] std::optional<std::string> named_wayland_socket(const DisplayEnvironment& environment);

/// All sockets wayland-* in the runtime directory, sorted.
[[nodiscard]] std::vector<std::string> present_wayland_sockets(const DisplayEnvironment& environment);

/// Where a compositor may be, the likeliest first. The named display leads; another one counts only where
/// the variable is stale, or where nothing is set at all: a nested compositor on an X11 desktop sees little
/// of the input.
[[nodiscard]] std::vector<std::string> wayland_candidates(const DisplayEnvironment& environment);

/// The number in a DISPLAY of this machine (":0", "unix:0"); empty for another machine's or nonsense.
[[nodiscard]] std::optional<int> local_x11_display(const std::string& display);

/// /tmp/.X11-unix/X0 for 0.
[[nodiscard]] std::string x11_socket(int display);

} // namespace limber::idle
