// SPDX-License-Identifier: GPL-3.0-or-later
// Where Limber, its window and its tray are found on the session bus.
#pragma once

namespace limber::bus {

inline constexpr auto bus_name = "org.limber.Limber";
inline constexpr auto bus_path = "/org/limber/Limber";
inline constexpr auto bus_interface = "org.limber.Limber1";
inline constexpr auto bus_error_prefix = "org.limber.Error.";

/// The guided break's window: org.freedesktop.Application. Its action shows the running session, and nothing
/// without one; Activate shows the window in any case.
inline constexpr auto window_bus_name = "org.limber.Window";
inline constexpr auto window_bus_path = "/org/limber/Window";
inline constexpr auto window_session_action = "show-session";

/// Its own interface, and the signal it sends when it has painted the session it was asked for.
inline constexpr auto window_interface = "org.limber.Window1";
inline constexpr auto window_painted_signal = "Painted";

/// The one tray, whichever of the two programs it is.
inline constexpr auto tray_bus_name = "org.limber.Tray";

} // namespace limber::bus
