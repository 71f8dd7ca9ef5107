// SPDX-License-Identifier: GPL-3.0-or-later
#include "reckoning.hpp"

#include "core/circumstance.hpp"

#include <algorithm>

namespace limber::simulate {
namespace {

Duration shortest_rest(const Plan& plan) {
    Duration shortest = Duration::max();
    for (const BreakRule& rule : plan.breaks)
        shortest = std::min(shortest, rule.rest);
    return shortest;
}

} // namespace

void Reckoner::tell(const Line& line) {
    if (const auto* prompt = std::get_if<Prompted>(&line.what)) {
        first_ = prompt->reason != Reason::again;
        if (first_) ++so_far_.breaks;
    } else if (const auto* withdrawn = std::get_if<Withdrawn>(&line.what)) {
        // A hold takes the prompt's count back; the break is prompted for once more after it.
        if (withdrawn->why == Why::hold && std::exchange(first_, false)) --so_far_.breaks;
    } else if (const auto* session = std::get_if<SessionOpened>(&line.what)) {
        guided_ = true;
        guided_break_ = session->break_id;
    } else if (const auto* record = std::get_if<Recorded>(&line.what)) {
        if (record->break_id == guided_break_) guided_ = false;
        if (record->outcome == Outcome::done) rested_ = true;
        if (record->outcome == Outcome::done || record->outcome == Outcome::followed) ++so_far_.taken;
        if (record->outcome == Outcome::natural && !guided_) ++so_far_.natural;
    }
}

void Reckoner::watch(Duration at, const Desk& desk) {
    const State& state = desk.state();
    if (at_desk_) {
        so_far_.at_desk += at - last_;
        stretch_ += at - last_;
        desk_until_ = at;
    }
    if (const auto& spell = state.ledger.now.spell) {
        // Hindsight: what was counted since the spell began was none.
        const Duration began = desk.since_start(spell->began);
        const Duration undone =
            desk_until_ - std::clamp(began, desk_since_, std::max(desk_since_, desk_until_));
        if (undone > Duration::zero()) {
            so_far_.at_desk -= undone;
            stretch_ -= std::min(undone, stretch_);
            desk_until_ -= undone;
        }
        if (at - began >= shortest_rest(desk.plan())) rested_ = true;
    }
    if (std::exchange(rested_, false)) {
        so_far_.longest = std::max(so_far_.longest, stretch_);
        stretch_ = {};
    }
    const bool now_at_desk = at_desk(desk.plan(), state);
    if (now_at_desk && !at_desk_) desk_since_ = desk_until_ = at;
    at_desk_ = now_at_desk;
    last_ = at;
}

Reckoning Reckoner::result() const {
    Reckoning result = so_far_;
    result.longest = std::max(result.longest, stretch_);
    return result;
}

} // namespace limber::simulate
