// SPDX-License-Identifier: GPL-3.0-or-later
// A history for one run, where no file can be written.
#pragma once

#include "history/history.hpp"

#include <memory>
#include <optional>

namespace limber {

/// Keeps the last 10,000 records. `saved`: what could still be read of the run before.
[[nodiscard]] std::unique_ptr<History> memory_history(std::optional<SavedState> saved = std::nullopt);

} // namespace limber
