// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces of text that the daemon, the command line and the tray share. All translated (context
// "notify").
#pragma once

#include "core/exercise.hpp"
#include "core/session.hpp"
#include "core/time.hpp"

#include <string>
#include <string_view>

namespace limber {

/// The text of a phase with "{side}" replaced by the word for `side`; without a side the word is left out.
[[nodiscard]] std::string with_side(std::string_view text, Side side);

/// What a person is told in this phase, side included; for "leave the desk" a text of its own.
[[nodiscard]] std::string instruction(const SessionPhase& phase);

/// "40 seconds", "5 minutes": rounded to 5 s up to 90 s, to minutes above.
[[nodiscard]] std::string spoken_length(Duration length);

/// "40 s", "5 min", "1 h 30 min": for buttons.
[[nodiscard]] std::string short_length(Duration length);

/// "Stop if it hurts."
[[nodiscard]] std::string stop_if_it_hurts();

} // namespace limber
