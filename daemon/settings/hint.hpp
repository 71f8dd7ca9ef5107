// SPDX-License-Identifier: GPL-3.0-or-later
// What people type: the likely right word for a wrong one, and spaces that nobody sees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {

/// The candidate that was probably meant, or empty if none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "did you mean `max_prompts`?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "`a`, `b` and `c`"
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words);

// Kinds of characters, whatever the locale says.

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Spaces that look like plain ones or like nothing. They come with text that is copied from a page.

/// The first of them by its name, "a no-break space (U+00A0)"; empty if there is none.
[[nodiscard]] std::string hidden_space_in(std::string_view text);

/// With plain spaces instead, and without those that have no width.
[[nodiscard]] std::string with_plain_spaces(std::string_view text);

} // namespace limber::settings
