// SPDX-License-Identifier: GPL-3.0-or-later
// Signals that a terminal sends, as calls from the main loop.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <vector>

namespace limber::terminal {

/// Keeps these signals from doing what they usually do. Before the first thread is started; those that are
/// ignored (nohup) stay so.
void hold_back(const std::vector<int>& signals);

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
