// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/keys.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace limber::terminal {

std::optional<char> key_in(std::string_view bytes) {
    // a key held down repeats itself
    if (bytes.empty() || !std::ranges::all_of(bytes, [&](char c) { return c == bytes.front(); })) return {};
    const char key = bytes.front();
    if (key < ' ' || key > '~') return {};
    return key >= 'A' && key <= 'Z' ? static_cast<char>(key - 'A' + 'a') : key;
}

} // namespace limber::terminal
