// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the display that asks it for nothing: it breaks when the display ends.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>

struct xcb_connection_t;

namespace limber::session {

/// The variables of a graphical session that programs outside of it need.
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

class Display {
public:
    /// To the display these variables name; none if they name none or it does not answer.
    [[nodiscard]] static std::unique_ptr<Display> connect(const Environment& environment);

    /// As its variable names it; a Wayland socket with its folder.
    [[nodiscard]] const std::string& name() const { return name_; }

    /// The same display, or a compositor and the X server that it brings along: it listens for both.
    [[nodiscard]] bool is_of_one_desktop_with(const Display& other) const;

    /// Becomes readable when there may be news.
    [[nodiscard]] int fd() const { return fd_; }

    /// Takes in what has come; false once the display is gone.
    [[nodiscard]] bool lives();

    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    ~Display();

private:
    Display() = default;

    std::string name_;
    int fd_ = -1;
    xcb_connection_t* x11_ = nullptr; ///< it owns `fd_`; none for Wayland
};

} // namespace limber::session
