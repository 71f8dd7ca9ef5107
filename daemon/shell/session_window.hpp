// SPDX-License-Identifier: GPL-3.0-or-later
// Port: the guided break's window, a program of its own that may be missing, slow or gone at any moment. And
// its two adapters, for desktops and for a terminal.
#pragma once

#include <QDBusConnection>

#include <chrono>
#include <functional>
#include <memory>
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

/// How long a person looks at nothing before the session is shown in another way.
inline constexpr std::chrono::milliseconds window_patience = std::chrono::seconds{2};

/// limber-window by D-Bus activation: started by the bus or the user manager, never a child of this process.
/// It is there when it says that it has painted the session: one that only has its name on the bus may have
/// lost its display long ago.
[[nodiscard]] std::unique_ptr<SessionWindow>
window_on_desktop(const QDBusConnection& bus, SessionWindow::Report report,
                  std::chrono::milliseconds patience = window_patience);

/// `limber start --here` on the terminal that limberd has for itself, as long as the session lasts. `lend`:
/// the terminal is another program's now (true), or ours again.
[[nodiscard]] std::unique_ptr<SessionWindow> window_on_terminal(std::function<void(bool)> lend,
                                                                SessionWindow::Report report);

} // namespace limber::shell
