// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of characters in settings, whatever the locale says.
#pragma once

namespace limber::settings {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

} // namespace limber::settings
