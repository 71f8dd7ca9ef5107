// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions in words, as `limber why` tells them.
#pragma once

#include "journal/decisions.hpp"

#include <QString>

namespace limber::cli {

/// One sentence without its end: "Long break is due · held: microphone in use since 09:20".
[[nodiscard]] QString decision_text(const Decision& decision);

} // namespace limber::cli
