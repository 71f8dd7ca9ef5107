// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.hpp"

#include "core/circumstance.hpp"
#include "core/ledger.hpp"
#include "core/step.hpp"

#include <algorithm>

namespace limber {

std::string title_of(const BreakRule& rule) {
    return rule.title.empty() ? rule.name : rule.title;
}

std::string title_of(const Plan& plan, const std::string& rule) {
    const auto found = find_rule(plan, rule);
    return found ? title_of(plan.breaks[*found]) : rule;
}

bool absent(const State& state) {
    return state.locked || state.elsewhere || idle_now(state.ledger);
}

bool has_reached(const Plan& plan, const State& state, std::size_t rule) {
    return state.ledger.now.accounts[rule].active >= plan.breaks[rule].interval;
}

std::vector<Hold> holds_of(const Plan& plan, const State& state) {
    std::vector<Hold> holds;
    if (state.pause) {
        holds.push_back({"pause", state.pause->since, {}});
        if (state.pause->until != never) holds.back().until = state.pause->until;
    }
    if (state.outside_hours) holds.push_back({"outside-hours", state.outside_since, {}});
    for (const QuietLevel& level : state.levels) {
        if (level.level == Level::on && std::ranges::find(plan.holds, level.what) != plan.holds.end()) {
            holds.push_back({level.what, level.since, {}});
        }
    }
    return holds;
}

std::optional<TheWait> the_wait_now(const Plan& plan, const State& state) {
    const Status now = status(plan, state);
    const bool held =
        now.doing == Activity::held || now.doing == Activity::paused || now.doing == Activity::outside_hours;
    if ((!held && now.doing != Activity::waiting) || absent(state)) return std::nullopt;
    TheWait waiting;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (!has_reached(plan, state, r) || day_full(plan, state, r)) continue;
        const auto longest = find_rule(plan, waiting.rule);
        if (longest && plan.breaks[*longest].rest >= plan.breaks[r].rest) continue;
        waiting.rule = plan.breaks[r].name;
    }
    if (waiting.rule.empty()) return std::nullopt;
    if (const auto choice = choose_rule(plan, state)) waiting.rule = plan.breaks[choice->rule].name;
    waiting.title = title_of(plan, waiting.rule);
    if (!held) {
        waiting.cause = now.wait_cause;
        waiting.until = now.waits_until;
        return waiting;
    }
    const auto holds = holds_of(plan, state);
    waiting.hold = holds.front().what;
    waiting.since = holds.front().since;
    waiting.until = holds.front().until;
    return waiting;
}

} // namespace limber
