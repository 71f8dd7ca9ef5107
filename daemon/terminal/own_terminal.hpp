// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal this process was started on.
#pragma once

namespace limber::terminal {

/// An open descriptor of it, for reading and writing, which the caller closes; −1 without one. Standard input
/// where that is a terminal, else the controlling terminal: what is started in the background of a script has
/// no input.
[[nodiscard]] int open_own_terminal();

/// Whether this process is what the person works with on that terminal, as against a job in the background.
[[nodiscard]] bool in_foreground(int terminal);

/// Neither DISPLAY nor WAYLAND_DISPLAY is set, and standard output is a terminal.
[[nodiscard]] bool only_a_terminal();

} // namespace limber::terminal
