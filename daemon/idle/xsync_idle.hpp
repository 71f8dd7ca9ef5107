// SPDX-License-Identifier: GPL-3.0-or-later
// X11: alarms of the SYNC extension on the server's IDLETIME counter. Sees input only, and all of it.
#pragma once

#include "idle/idle_source.hpp"
#include "idle/x11_connection.hpp"

#include <chrono>
#include <expected>
#include <memory>
#include <string>

namespace limber::idle {

inline constexpr auto xsync_name = "xsync";

/// The reason when the server has no SYNC extension or no IDLETIME counter. Waits at most three times
/// `limit`. `xset s reset`, with which some players keep the screen on, looks like input to it.
[[nodiscard]] std::expected<std::unique_ptr<IdleSource>, std::string>
make_xsync_idle(X11Connection connection, std::chrono::milliseconds limit, IdleSource::Report report);

} // namespace limber::idle
