// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts and phases on the terminal limberd was started on, answered by single keys. Where there is no
// desktop.
#pragma once

#include "notify/notifier.hpp"

#include <memory>

namespace limber::notify {

/// Shows the latest view only, framed and in place. In the foreground its keys are read, one at a time and
/// all the time: somebody who types there is at work, and nobody else reads them. In the background it prints
/// and reads nothing. Never waits for a terminal whose output is stopped (Ctrl-S), and never rings its bell.
class TerminalNotifier : public Notifier {
public:
    /// Something else is about to write a line on the terminal: makes room, and shows itself again below.
    virtual void make_room() = 0;

    /// The terminal is another program's for a while (true), or ours again.
    virtual void lend(bool lent) = 0;
};

/// Before the first thread: the signals of Ctrl-Z and of going on are this notifier's from now on.
void hold_back_terminal_signals();

/// On standard output, with the keys of the terminal this process was started on.
[[nodiscard]] std::unique_ptr<TerminalNotifier> terminal_notifier(Notifier::Reply reply);

} // namespace limber::notify
