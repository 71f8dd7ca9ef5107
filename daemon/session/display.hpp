// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the display that asks it for nothing: it breaks when the display ends.
#pragma once

#include "session/environment.hpp"

#include <optional>
#include <string>

struct xcb_connection_t;

namespace limber::session {

class Display {
public:
    /// To the display these variables name; none if they name none or it does not answer.
    [[nodiscard]] static std::optional<Display> connect(const Environment& environment);

    /// As its variable names it; a Wayland socket with its folder.
    [[nodiscard]] const std::string& name() const { return name_; }

    /// The same display, or a compositor and the X server that it brings along: it listens for both.
    [[nodiscard]] bool is_of_one_desktop_with(const Display& other) const;

    /// Becomes readable when there may be news.
    [[nodiscard]] int fd() const { return fd_; }

    /// Takes in what has come; false once the display is gone.
    [[nodiscard]] bool lives();

    Display(Display&& other) noexcept;
    Display& operator=(Display&& other) noexcept;
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
