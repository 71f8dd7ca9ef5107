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

// NOLINTBEGIN(modernize-avoid-c-arrays): their length is in the generated file
/// Written by limber_icon_maker: disc, ring, each arc, each glyph, in each of icon_sizes; one after the
/// other, and where each begins, with one more at the end.
extern const unsigned char layer_bytes[];
extern const unsigned layer_begins[];
// NOLINTEND(modernize-avoid-c-arrays)

} // namespace limber::tray
