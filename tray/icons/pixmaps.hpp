// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's icons as pixels, for hosts that want them.
#pragma once

#include "icons/look.hpp"

#include <cstdint>
#include <vector>

namespace limber::tray {

/// size × size pixels as 0xAARRGGBB, not premultiplied, line by line. `size` is one of icon_sizes, else
/// empty.
[[nodiscard]] std::vector<std::uint32_t> icon_pixels(const Icon& icon, int size);

/// A colour (RGB) with this share (0 … 1) of another above it.
[[nodiscard]] std::uint32_t mixed(std::uint32_t below, std::uint32_t above, double share);

} // namespace limber::tray
