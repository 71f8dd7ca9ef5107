// SPDX-License-Identifier: GPL-3.0-or-later
// Where the history and the journal live.
#pragma once

#include <filesystem>

namespace limber::settings {

/// LIMBER_STATE_DIR, else limber below XDG_STATE_HOME, else ~/.local/state/limber; from this environment.
[[nodiscard]] std::filesystem::path state_folder();

} // namespace limber::settings
