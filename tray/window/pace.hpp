// SPDX-License-Identifier: GPL-3.0-or-later
// How often the guided break is painted: for less than a tenth of a core.
#pragma once

#include "core/time.hpp"
#include "poses/moment.hpp"

namespace limber::window {

/// How long a picture stays right of a phase that has so much `left`, on a window of so many device pixels.
/// At least a millisecond.
[[nodiscard]] Duration until_next_picture(Duration left, poses::Liveliness liveliness, double pixels);

} // namespace limber::window
