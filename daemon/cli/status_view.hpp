// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot for people: the sentence first, then a table of the breaks, then whatever else there is to say.
#pragma once

#include "bus/snapshot.hpp"

#include <QString>

namespace limber::cli {

/// Several lines, each ended.
[[nodiscard]] QString status_text(const bus::Snapshot& snapshot);

} // namespace limber::cli
