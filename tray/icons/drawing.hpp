// SPDX-License-Identifier: GPL-3.0-or-later
// The one drawing source of the tray's icons, on a grid of 16 × 16 because that is how small they are seen.
#pragma once

#include "icons/look.hpp"

#include <QPainterPath>

namespace limber::tray {

inline constexpr double grid = 16;

/// Filled shapes, all of them.
[[nodiscard]] QPainterPath disc();
/// The whole ring along the disc's edge.
[[nodiscard]] QPainterPath ring();
/// The ring from the top clockwise, so many steps of it.
[[nodiscard]] QPainterPath arc(int step);
/// What stands in the ring: somebody reaching up, two bars, a cup …
[[nodiscard]] QPainterPath glyph(Look look);

} // namespace limber::tray
