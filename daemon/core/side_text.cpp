// SPDX-License-Identifier: GPL-3.0-or-later
#include "side_text.hpp"

#include "exercise.hpp"

#include <string>
#include <string_view>

namespace limber {

std::string with_side(std::string_view text, Side side) {
    std::string whole;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) break;
        std::string_view words = text.substr(open + 1, close - open - 1);
        if (words == "side") words = "left|right";
        const auto bar = words.find('|');
        whole += text.substr(0, open);
        text.remove_prefix(close + 1);
        if (bar == std::string_view::npos || words.find('|', bar + 1) != std::string_view::npos) {
            whole.append("{").append(words).append("}");
        } else if (side == Side::left || side == Side::right) {
            whole += side == Side::left ? words.substr(0, bar) : words.substr(bar + 1);
        } else if (text.starts_with(' ')) {
            text.remove_prefix(1);
        }
    }
    return whole += text;
}

} // namespace limber
