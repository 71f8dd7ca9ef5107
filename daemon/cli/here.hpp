// SPDX-License-Identifier: GPL-3.0-or-later
// limber start --here: the guided break in the terminal where it was typed; and in words, framed for a
// terminal, as plain lines for everything else.
#pragma once

#include "command.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "terminal/card.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace limber::cli {

/// What a person is told of an exercise besides its phases.
struct ExerciseWords {
    std::string title;
    std::string caution;
    std::string pose; ///< of its moving figure
};

using Exercises = std::map<std::string, ExerciseWords>; ///< by id

/// The break as it stands at this instant.
[[nodiscard]] terminal::Card break_card(const Session& session, Instant at, const Exercises& exercises);

/// The phase of this index as lines of their own, each with its end: the exercise and what to heed where a
/// new one begins (`before` is the phase shown last), the length, the instruction, repetition and side.
[[nodiscard]] QString phase_lines(const Session& session, std::size_t phase,
                                  std::optional<std::size_t> before, const Exercises& exercises);

/// The last line.
[[nodiscard]] QString farewell_line(std::optional<Outcome> outcome);

/// Starts a break with these arguments of Start, or without any takes the one that runs, and shows it until
/// it is over. On a terminal in place, with keys; elsewhere a line for each step. Ctrl-C, a hang-up and an
/// output that can no longer be written stop the break.
[[nodiscard]] Exit guide_here(const std::optional<QVariantList>& start);

} // namespace limber::cli
