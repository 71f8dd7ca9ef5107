// SPDX-License-Identifier: GPL-3.0-or-later
// Port: the guided break's window, a program of its own that may be missing, slow or gone at any moment.
#pragma once

#include <functional>
#include <string>

namespace limber::shell {

/// `refused`: no window, or none in time; it may still come. `gone`: it was there and has ended.
enum class WindowNews { shows, refused, gone };

class SessionWindow {
public:
    /// `why`: of `refused`, what is in the way.
    using Report = std::function<void(WindowNews news, const std::string& why)>;

    virtual ~SessionWindow() = default;

    /// Asks it to show the running session; never blocks. News arrive later, never from within the call.
    virtual void open(const std::string& activation_token) = 0;

    /// Asks it to offer the break that is due, where nothing else could. News as above, `shows` when it is
    /// there.
    virtual void offer() = 0;

    /// The session is over before there was news: whether the window comes does not matter any more.
    virtual void forget() = 0;
};

} // namespace limber::shell
