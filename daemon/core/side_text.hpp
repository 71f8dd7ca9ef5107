// SPDX-License-Identifier: GPL-3.0-or-later
// How the text of a phase names its side: the one place that reads "{side}" and "{one|other}".
#pragma once

#include "exercise.hpp"

#include <string>
#include <string_view>

namespace limber {

/// The text of a phase with "{one|other}" replaced by its word for the left or the right `side`; "{side}" is
/// "{left|right}". Without a side the word is left out. What is neither stays in its braces.
[[nodiscard]] std::string with_side(std::string_view text, Side side);

} // namespace limber
