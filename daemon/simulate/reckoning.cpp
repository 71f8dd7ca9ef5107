// SPDX-License-Identifier: GPL-3.0-or-later
#include "reckoning.hpp"

#include "core/circumstance.hpp"

#include <algorithm>
#include <utility>
#include <variant>

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
        ++so_far_.prompts;
        if (prompt->reason != Reason::again) ++so_far_.breaks;
        prompt_ = Prompt{line.at, prompt->reason != Reason::again, false};
        gone_.reset();
    } else if (const auto* withdrawn = std::get_if<Withdrawn>(&line.what)) {
        // A hold takes the prompt's count back; the break is prompted for once more after it.
        if (withdrawn->why == Why::hold && prompt_ && prompt_->first) --so_far_.breaks;
        gone_ = withdrawn->why;
    } else if (const auto* session = std::get_if<SessionOpened>(&line.what)) {
        guided_ = true;
        guided_break_ = session->break_id;
    } else if (const auto* record = std::get_if<Recorded>(&line.what)) {
        if (record->break_id == guided_break_) guided_ = false;
        switch (record->outcome) {
        case Outcome::done:
            ++so_far_.done;
            rested_ = true;
            break;
        case Outcome::followed: ++so_far_.followed; break;
        case Outcome::natural: ++(guided_ ? so_far_.covered : so_far_.natural); break;
        case Outcome::snoozed: ++so_far_.snoozed; break;
        case Outcome::skipped: ++so_far_.skipped; break;
        case Outcome::abandoned: ++so_far_.abandoned; break;
        case Outcome::unanswered: ++so_far_.unanswered; break;
        }
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
    note_chair(at, desk);
}

/// A prompt in front of nobody is unavoidable until a silence is long enough to be known for one.
void Reckoner::note_chair(Duration at, const Desk& desk) {
    const Duration left = std::exchange(input_, desk.last_input());
    if (!prompt_) return;
    // Until the input that ended the silence, or until now.
    const Duration silent_until = desk.last_input() > left ? desk.last_input() : at;
    const Duration alone = silent_until - std::max(prompt_->shown, left);
    if (alone > desk.plan().idle_after) prompt_->alone = true;
    if (!gone_) return;
    if (prompt_->alone && gone_ != Why::followed && gone_ != Why::rested) ++so_far_.stayed;
    prompt_.reset();
}

Reckoning Reckoner::result() const {
    Reckoning result = so_far_;
    result.longest = std::max(result.longest, stretch_);
    return result;
}

} // namespace limber::simulate
