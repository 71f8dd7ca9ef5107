// SPDX-License-Identifier: GPL-3.0-or-later
// Effects as lines of the log, for those who look for the reason of something.
#pragma once

#include "core/effect.hpp"

#include <string>

namespace limber {

/// "prompt 3 micro shoulder-rolls due"; empty for what the log need not know.
[[nodiscard]] std::string log_line(const Effect& effect);

} // namespace limber
