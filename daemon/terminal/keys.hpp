// SPDX-License-Identifier: GPL-3.0-or-later
// What was pressed, from the bytes a terminal sends for it.
#pragma once

#include <optional>
#include <string_view>

namespace limber::terminal {

/// The one key of one reading: an ASCII letter (in lower case), digit, sign or space. Nothing for the keys
/// that move the cursor, for other letters, and for what was pasted or typed ahead: several at once are no
/// answer.
[[nodiscard]] std::optional<char> key_in(std::string_view bytes);

} // namespace limber::terminal
