// SPDX-License-Identifier: GPL-3.0-or-later
// What the guided break's window has to see to itself where windows are X11's.
#pragma once

class QWidget;
class QWindow;

namespace limber::window {

/// Windows are X11's; the desktop may be Wayland's (XWayland).
[[nodiscard]] bool on_x11();

/// A Wayland desktop shows X11's windows. It alone knows where the pointer is.
[[nodiscard]] bool on_xwayland();

/// Keeps a window that is not shown yet above the others, until drop_to_others(). Window managers put one
/// that does not want the focus behind the one that has it: Mutter and KWin do, and a maximized one hides it
/// all.
void keep_above(QWidget& window);

void drop_to_others(QWindow& window);

/// What is above the others needs no notification of its own, nor a blinking entry in a task bar: both follow
/// where a window does not get the focus. To be called when it is on the screen.
void call_for_no_attention(const QWindow& window);

/// Asks for the focus on behalf of somebody who just asked for the window. Qt 6.4 asks with the time of the
/// last event it had, which in a new program is none, and is refused.
void take_focus(const QWindow& window);

/// To be called before the application is made. On GNOME and Plasma under Wayland every new window takes the
/// focus but X11's, which can decline it; there the program uses XWayland, where that runs and is sharp.
/// Whatever QT_QPA_PLATFORM says is left.
void choose_windows_that_decline_focus(int& argc, char** argv);

} // namespace limber::window
