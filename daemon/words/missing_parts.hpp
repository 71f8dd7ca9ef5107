// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings ask for that nothing on this machine does, and the package that does it.
#pragma once

#include "core/finding.hpp"
#include "settings/settings.hpp"

#include <vector>

namespace limber {

/// "pictures", "sounds", "speech": each only where it is asked for in vain.
[[nodiscard]] std::vector<Finding> missing_parts(const settings::Settings& settings);

} // namespace limber
