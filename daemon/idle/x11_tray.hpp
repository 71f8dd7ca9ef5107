// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an X11 display has a tray of the old kind: one that takes in icons by XEmbed.
#pragma once

#include "idle/display.hpp"

#include <chrono>
#include <optional>

namespace limber::idle {

/// Somebody owns the selection of trays on the screen DISPLAY names. Empty where that cannot be told: no X
/// server of this machine, XWayland, or no answer. Blocks, a few times `limit` at most.
[[nodiscard]] std::optional<bool> x11_tray_there(const DisplayEnvironment& environment,
                                                 std::chrono::milliseconds limit);

} // namespace limber::idle
