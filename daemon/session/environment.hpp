// SPDX-License-Identifier: GPL-3.0-or-later
// The variables of a graphical session that programs outside of it need.
#pragma once

#include <array>
#include <map>
#include <string>

namespace limber::session {

using Environment = std::map<std::string, std::string>;

/// Those that differ from one graphical login to the next.
inline constexpr std::array handed_on{"DISPLAY",
                                      "WAYLAND_DISPLAY",
                                      "XAUTHORITY",
                                      "XDG_CURRENT_DESKTOP",
                                      "XDG_SESSION_ID",
                                      "XDG_SESSION_TYPE",
                                      "XDG_SESSION_CLASS",
                                      "XDG_SESSION_DESKTOP",
                                      "XDG_SEAT",
                                      "XDG_VTNR",
                                      "DESKTOP_SESSION",
                                      "SWAYSOCK",
                                      "I3SOCK",
                                      "NIRI_SOCKET",
                                      "HYPRLAND_INSTANCE_SIGNATURE"};

} // namespace limber::session
