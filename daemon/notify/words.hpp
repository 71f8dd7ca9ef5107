// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces of text that the daemon, the command line and the tray share. All translated.
#pragma once

#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "words/text.hpp"

#include <QString>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace limber::notify {

/// _() of what is said in notifications and on terminals.
/// What a person is told in this phase, side included; for "leave the desk" a text of its own.
[[nodiscard]] std::string instruction(const SessionPhase& phase);

/// What comes after the phase of this index, in a sentence: an instruction, another exercise, the end.
/// `title_of` knows exercises by their ids.
[[nodiscard]] std::string what_follows(const Session& session, std::size_t phase,
                                       const std::function<std::string(std::string_view)>& title_of);

/// "3 seconds", "40 seconds", "1½ minutes": exact below 10 s, in steps of 5 s below a minute, of half a
/// minute above. At least one second.
[[nodiscard]] std::string spoken_length(Duration length);

/// "40 s", "5 min", "1 h 30 min": for buttons.
[[nodiscard]] std::string short_length(Duration length);

/// Puts the titles of the shipped rules into the person's language; what somebody has called theirs stays.
void say_titles(Plan& plan);

/// "upper_back" → "Upper back", for headings.
[[nodiscard]] QString area_name(const QString& area);

/// "Stop if it hurts."
[[nodiscard]] std::string stop_if_it_hurts();

} // namespace limber::notify
