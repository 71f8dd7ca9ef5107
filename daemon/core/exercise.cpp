// SPDX-License-Identifier: GPL-3.0-or-later
#include "exercise.hpp"

#include "plan.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace limber {

Duration length_of(const Exercise& exercise) {
    Duration total{};
    for (const Block& block : exercise.blocks) {
        Duration once{};
        for (const Phase& phase : block.phases) {
            once += phase.length;
        }
        total += once * block.reps * (block.mirror ? 2 : 1);
    }
    return total;
}

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

std::optional<std::size_t> find_rule(const Plan& plan, std::string_view name) {
    const auto found = std::ranges::find(plan.breaks, name, &BreakRule::name);
    if (found == plan.breaks.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - plan.breaks.begin());
}

const Exercise* find_exercise(const Plan& plan, std::string_view id) {
    const auto found = std::ranges::find(plan.exercises, id, &Exercise::id);
    return found == plan.exercises.end() ? nullptr : &*found;
}

} // namespace limber
