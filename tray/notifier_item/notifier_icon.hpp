// SPDX-License-Identifier: GPL-3.0-or-later
// An icon as a StatusNotifierItem carries it: a name for hosts that look into themes, pixels for the others.
#pragma once

#include "icons/look.hpp"
#include "tray_types.hpp"

#include <QList>
#include <QString>

namespace limber::tray {

/// All sizes, smallest first.
[[nodiscard]] QList<Pixmap> pixmaps_of(const Icon& icon);

/// Where a host finds the themed icons if not in its own theme folders: LIMBER_ICON_DIR, or beside the
/// program. Empty when they are installed where every host looks.
[[nodiscard]] QString icon_theme_path();

/// Whether this desktop wants icons of one colour, which it recolours to match its panel.
[[nodiscard]] bool wants_symbolic_icons();

} // namespace limber::tray
