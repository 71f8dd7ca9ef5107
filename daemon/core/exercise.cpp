// SPDX-License-Identifier: GPL-3.0-or-later
#include "exercise.hpp"

#include "plan.hpp"

#include <algorithm>

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
