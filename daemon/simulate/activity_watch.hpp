// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the `aw-watcher-afk` bucket of an ActivityWatch export.
#pragma once

#include "activity.hpp"

#include <expected>
#include <istream>
#include <memory>

namespace limber::simulate {

/// `not-afk` events are continuous input; what overlaps or touches is one stretch. Exports put the newest
/// first, so all of them are read before the first action.
[[nodiscard]] std::expected<std::unique_ptr<ActivitySource>, ActivityProblem>
open_activity_watch(std::istream& text);

} // namespace limber::simulate
