// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the display that asks it for nothing: it breaks when the display ends.
#pragma once

#include "session/environment.hpp"

#include <memory>
#include <optional>
#include <string>

struct xcb_connection_t;

namespace limber::session {

class Display {
public:
    /// To the display these variables name; none if they name none or it does not answer.
    [[nodiscard]] static std::optional<Display> connect(const Environment& environment);

    /// Two of the same display have the same name.
    [[nodiscard]] const std::string& name() const { return name_; }

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
