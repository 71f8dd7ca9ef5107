// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming.hpp"
#include "turn.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace limber {

namespace {

/// Moves every Instant below a value; `never` and `the_past` stay what they are.
template <class T>
void move_all(T& value, Duration by) {
    if constexpr (std::is_same_v<T, Instant>) {
        if (value != never && value != the_past) value += by;
    } else if constexpr (requires { value.has_value(); }) {
        if (value) move_all(*value, by);
    } else if constexpr (requires { value.push_back(value.front()); }) {
        for (auto& one : value)
            move_all(one, by);
    } else if constexpr (has_members<T>) {
        each_member([&](std::string_view /*name*/, auto& part) { move_all(part, by); }, value);
    }
}

} // namespace

void shift(State& state, Duration by) {
    move_all(state, by);
}

void carry_over(Turn& turn) {
    const Plan& plan = turn.plan;
    State& state = turn.state;
    std::vector<std::optional<std::size_t>> from; // by new rule: the old one
    for (const BreakRule& rule : plan.breaks) {
        const auto old = std::ranges::find(state.progress, rule.name, &Progress::break_id);
        const bool known = old != state.progress.end();
        from.push_back(known ? std::optional{static_cast<std::size_t>(old - state.progress.begin())}
                             : std::nullopt);
    }
    const auto new_index = [&](std::size_t old) { return find_rule(plan, state.progress[old].break_id); };
    if (state.prompt && !new_index(state.prompt->rule)) {
        withdraw_prompt(turn, Why::lost);
    }
    for (std::size_t r = 0; r < state.progress.size(); ++r) {
        if (state.started && !new_index(r)) {
            std::erase_if(state.kept, [&](const KeptRule& kept) {
                return kept.progress.break_id == state.progress[r].break_id;
            });
            state.kept.push_back({state.progress[r], state.ledger.now.accounts[r].active});
        }
    }
    const auto returning = [&](std::size_t rule) -> const KeptRule* {
        const auto kept = std::ranges::find_if(
            state.kept, [&](const KeptRule& one) { return one.progress.break_id == plan.breaks[rule].name; });
        return from[rule] || kept == state.kept.end() ? nullptr : &*kept;
    };
    const auto pick = [&]<class T>(std::vector<T>& values) {
        std::vector<T> picked(from.size());
        for (std::size_t r = 0; r < from.size(); ++r) {
            if (from[r] && *from[r] < values.size()) {
                picked[r] = std::move(values[*from[r]]);
            }
        }
        values = std::move(picked);
    };
    for (Books* books : {&state.ledger.now, &state.ledger.footing}) {
        pick(books->accounts);
        if (books->spell) {
            pick(books->spell->at_start);
            pick(books->spell->base);
        }
        for (std::size_t r = 0; r < from.size(); ++r) {
            Account& account = books->accounts[r];
            if (const KeptRule* kept = returning(r)) {
                account.active = kept->active;
                if (books->spell) {
                    books->spell->at_start[r] = books->spell->base[r] = kept->active;
                }
            }
            if (account.active < plan.breaks[r].interval) {
                account.due_since.reset();
            } else if (!account.due_since) {
                account.due_since = books->at;
            }
        }
    }
    std::erase_if(state.ledger.zeroings, [&](Zeroing& zeroing) {
        const std::optional<std::size_t> rule = new_index(zeroing.rule);
        zeroing.rule = rule.value_or(0);
        return !rule;
    });
    if (state.prompt) {
        state.prompt->rule = new_index(state.prompt->rule).value_or(0);
    }
    pick(state.progress);
    for (std::size_t r = 0; r < from.size(); ++r) {
        if (const KeptRule* kept = returning(r)) {
            state.progress[r] = kept->progress;
        }
        state.progress[r].break_id = plan.breaks[r].name;
    }
    std::erase_if(state.kept,
                  [&](const KeptRule& kept) { return find_rule(plan, kept.progress.break_id).has_value(); });
}

} // namespace limber
