// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal this process was started on, and the signals that it sends.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <vector>

namespace limber::terminal {

/// An open descriptor of it, for reading and writing, which the caller closes; −1 without one. Standard input
/// where that is a terminal, else the controlling terminal: what is started in the background of a script has
/// no input.
[[nodiscard]] int open_own_terminal();

/// Whether this process is what the person works with on that terminal, as against a job in the background.
[[nodiscard]] bool in_foreground(int terminal);

/// Neither DISPLAY nor WAYLAND_DISPLAY is set, and standard output is a terminal.
[[nodiscard]] bool only_a_terminal();

/// Keeps these signals from doing what they usually do. Before the first thread is started; those that are
/// ignored (nohup) stay so.
void hold_back(const std::vector<int>& signals);

/// As calls from the main loop.
class SignalWatch {
public:
    /// `came` gets each of `signals`, which are held back.
    SignalWatch(const std::vector<int>& signals, std::function<void(int)> came);
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

private:
    int signals_ = -1;
    std::unique_ptr<QSocketNotifier> notifier_;
};

/// Stops this process as Ctrl-Z would have, if SIGTSTP is held back; returns when it goes on. Where nobody
/// could let it go on (no shell has started it) it does not stop.
void stop_now();

} // namespace limber::terminal
