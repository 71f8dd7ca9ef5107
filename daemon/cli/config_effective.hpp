// SPDX-License-Identifier: GPL-3.0-or-later
// The settings in force as a limber.toml that says the same.
#pragma once

#include "settings/settings.hpp"

#include <string>

namespace limber::cli {

[[nodiscard]] std::string effective_text(const settings::Settings& settings);

} // namespace limber::cli
