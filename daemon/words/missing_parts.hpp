// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop or the settings ask for that nothing on this machine does, and the package that does it.
#pragma once

#include "core/finding.hpp"
#include "settings/settings.hpp"

#include <vector>

namespace limber {

/// "wayland": Qt's part for it, where the display is one. `x11`: there is such a display as well.
[[nodiscard]] std::vector<Finding> missing_display_parts(bool wayland, bool x11);

/// "pictures", "speech": each once, and only where it is asked for in vain.
[[nodiscard]] std::vector<Finding> missing_parts(const settings::Settings& settings);

} // namespace limber
