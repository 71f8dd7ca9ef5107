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

/// A rule returns with the active time it had.
void take_up(Books& books, std::size_t rule, Duration active, Duration interval) {
    if (rule >= books.accounts.size()) {
        return;
    }
    books.accounts[rule].active = active;
    if (active >= interval) {
        books.accounts[rule].due_since = books.at;
    }
    if (books.spell) {
        books.spell->at_start[rule] = books.spell->base[rule] = active;
    }
}

} // namespace

void shift(State& state, Duration by) {
    move_all(state, by);
}

void carry_over(const Plan& plan, State& state) {
    std::vector<std::optional<std::size_t>> from(plan.breaks.size());
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        const auto old = std::ranges::find(state.progress, plan.breaks[r].name, &Progress::break_id);
        if (old != state.progress.end()) {
            from[r] = static_cast<std::size_t>(old - state.progress.begin());
        }
    }
    const auto pick = [&]<class T>(std::vector<T>& values) {
        std::vector<T> picked(from.size());
        for (std::size_t r = 0; r < from.size(); ++r) {
            if (from[r] && *from[r] < values.size()) {
                picked[r] = std::move(values[*from[r]]);
            }
        }
        values = std::move(picked);
    };
    const auto pick_books = [&](Books& books) {
        pick(books.accounts);
        if (books.spell) {
            pick(books.spell->at_start);
            pick(books.spell->base);
        }
        for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
            Account& account = books.accounts[r];
            if (account.active < plan.breaks[r].interval) {
                account.due_since.reset();
            } else if (!account.due_since) {
                account.due_since = books.at;
            }
        }
    };
    const auto new_index = [&](std::size_t old) -> std::optional<std::size_t> {
        const auto found = std::ranges::find(from, std::optional{old});
        if (found == from.end()) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - from.begin());
    };
    for (std::size_t r = 0; r < state.progress.size(); ++r) {
        if (state.started && !new_index(r)) {
            std::erase_if(state.kept, [&](const KeptRule& kept) {
                return kept.progress.break_id == state.progress[r].break_id;
            });
            state.kept.push_back({state.progress[r], state.ledger.now.accounts[r].active});
        }
    }
    pick_books(state.ledger.now);
    pick_books(state.ledger.footing);
    std::erase_if(state.ledger.zeroings, [&](Zeroing& zeroing) {
        const std::optional<std::size_t> rule = new_index(zeroing.rule);
        zeroing.rule = rule.value_or(0);
        return !rule;
    });
    if (state.prompt) {
        state.prompt->rule = new_index(state.prompt->rule).value_or(0);
    }
    pick(state.progress);
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        state.progress[r].break_id = plan.breaks[r].name;
        const auto kept = std::ranges::find(state.kept, plan.breaks[r].name,
                                            [](const KeptRule& one) { return one.progress.break_id; });
        if (kept == state.kept.end()) {
            continue;
        }
        if (!from[r]) {
            state.progress[r] = kept->progress;
            take_up(state.ledger.now, r, kept->active, plan.breaks[r].interval);
            take_up(state.ledger.footing, r, kept->active, plan.breaks[r].interval);
        }
        state.kept.erase(kept);
    }
}

} // namespace limber
