// SPDX-License-Identifier: GPL-3.0-or-later
// limber start --here: the guided break in the terminal where it was typed.
#pragma once

#include "command.hpp"

#include <QVariant>

#include <optional>

namespace limber::cli {

/// Starts a break with these arguments of Start, or without any takes the one that runs, and shows it until
/// it is over. On a terminal in place, with keys; elsewhere a line for each step. Ctrl-C, a hang-up and an
/// output that can no longer be written stop the break.
[[nodiscard]] Exit guide_here(const std::optional<QVariantList>& start);

} // namespace limber::cli
