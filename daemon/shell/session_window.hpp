// SPDX-License-Identifier: GPL-3.0-or-later
// Port: the guided break's window, a program of its own that may be missing, slow or gone at any moment.
#pragma once

#include <string>

namespace limber {

/// Where a session is to be shown, as whoever starts it wishes.
struct Showing {
    bool here = false;            ///< the caller shows it: neither a window nor notifications
    std::string activation_token; ///< lets the window take the focus; may be empty

    bool operator==(const Showing&) const = default;
};

/// `refused`: no window, or none in time; it may still come. `gone`: it was there and has ended.
enum class WindowNews { shows, refused, gone };

class SessionWindow {
public:
    virtual ~SessionWindow() = default;

    /// Asks it to show the running session; never blocks. News arrive later, never from within the call.
    virtual void open(const std::string& activation_token) = 0;
};

} // namespace limber
