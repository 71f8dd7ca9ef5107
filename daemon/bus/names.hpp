// SPDX-License-Identifier: GPL-3.0-or-later
// Where Limber is found on the session bus.
#pragma once

namespace limber {

inline constexpr auto bus_name = "org.limber.Limber";
inline constexpr auto bus_path = "/org/limber/Limber";
inline constexpr auto bus_interface = "org.limber.Limber1";
inline constexpr auto bus_error_prefix = "org.limber.Error.";

} // namespace limber
