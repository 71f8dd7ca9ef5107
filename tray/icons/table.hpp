// SPDX-License-Identifier: GPL-3.0-or-later
// The compiled-in pixels, written by limber_icon_maker: disc, ring, each arc, each glyph, in each of
// icon_sizes.
#pragma once

namespace limber::tray {

// NOLINTBEGIN(modernize-avoid-c-arrays): their length is in the generated
// file
/// All layers as runs (runs.hpp), one after the other.
extern const unsigned char layer_runs[];
/// Where each begins; one more at the end.
extern const unsigned layer_begins[];
// NOLINTEND(modernize-avoid-c-arrays)

} // namespace limber::tray
