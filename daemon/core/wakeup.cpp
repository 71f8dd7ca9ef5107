// SPDX-License-Identifier: GPL-3.0-or-later
// When time alone will change something, and which silence matters now.
#include "circumstance.hpp"
#include "hours.hpp"
#include "step.hpp"

#include <algorithm>

namespace limber {

namespace {

/// The earliest of the instants offered that is still to come.
struct Earliest {
    Instant now;
    Instant next = never;

    void offer(Instant at) {
        if (at > now) next = std::min(next, at);
    }
};

void offer_rest(Earliest& earliest, const Plan& plan, const State& state) {
    const Books& books = state.ledger.now;
    const Duration lasted = books.spell ? length_of(*books.spell, state.now.at) : Duration::zero();
    const Instant began = books.spell ? books.spell->began : state.now.at;
    const auto after = [&](Duration length) { earliest.offer(state.now.at + (length - lasted)); };
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        const Progress& progress = state.progress[r];
        const bool up = prompted_for(state, r);
        const Duration at_start = books.spell ? books.spell->at_start[r] : books.accounts[r].active;
        const bool accounted = progress.accounted_at && *progress.accounted_at >= began;
        const bool prompted = up || (progress.prompted_until && *progress.prompted_until > began);
        const Duration base = books.spell ? books.spell->base[r] : books.accounts[r].active;
        if (up || (!accounted && (prompted || at_start * 2 >= plan.breaks[r].interval)))
            after(plan.breaks[r].rest);
        if (up) {
            after(std::max(half_of(plan.breaks[r].rest),
                           rest_needed(plan.breaks[r], base, rested_level(plan, *state.prompt))));
        }
    }
    if (state.cut) after(state.cut->enough);
}

void offer_work(Earliest& earliest, const Plan& plan, const State& state) {
    const Instant now = state.now.at;
    earliest.offer(now + (save_every - state.unsaved));
    if (state.prompt)
        earliest.offer(now + (plan.breaks[state.prompt->rule].prompt_timeout - state.ledger.now.clock));
    earliest.offer(prompt_at(plan, state));
    for (std::size_t r = 0; r < plan.breaks.size(); ++r)
        earliest.offer(day_full(plan, state, r) ? next_day(plan, state.now) : due_at(plan, state, r));
}

/// A step of the tray's arc: nothing but what is shown changes.
Instant next_arc_step(const Plan& plan, const State& state) {
    const std::optional<std::size_t> rule = next_rule(plan, state);
    if (!rule || state.prompt || !at_desk(plan, state)) return never;
    const int arc = arc_of(plan, state, *rule);
    if (arc >= arc_steps) return never;
    const Duration step = scaled(plan.breaks[*rule].interval, Duration{arc + 1}, Duration{arc_steps}, true);
    return state.now.at + (step - state.ledger.now.accounts[*rule].active);
}

} // namespace

Instant next_change(const Plan& plan, const State& state) {
    if (!state.started) return never;
    Earliest earliest{state.now.at};
    earliest.offer(sits_here_at(state));
    earliest.offer(request_ends_at(state));
    if (state.cut && !resting(plan, state) && state.now.at == state.started_at) {
        earliest.offer(state.now.at +
                       std::chrono::milliseconds{1}); // by then it is told whether the rest goes on
    }
    if (!state.prompt && state.presence_known && !idle_now(state.ledger))
        earliest.offer(believed_until(plan, state));
    if (state.pause) earliest.offer(state.pause->until);
    earliest.offer(next_hours_change(plan, state.now));
    if (state.session) {
        earliest.offer(end_of(*state.session));
        earliest.offer(state.session->paused_at ? *state.session->paused_at + longest_standstill : never);
    }
    if (at_desk(plan, state)) {
        offer_work(earliest, plan, state);
    } else if (resting(plan, state)) {
        offer_rest(earliest, plan, state);
    }
    return earliest.next;
}

Instant next_wakeup(const Plan& plan, const State& state) {
    if (!state.started) return never;
    Earliest earliest{state.now.at};
    earliest.offer(next_change(plan, state));
    earliest.offer(next_arc_step(plan, state));
    if (const std::optional<IdleCrossing> crossing = idle_crossing(plan, state)) earliest.offer(crossing->at);
    if (const Instant opens = opens_at(plan, state); opens != never) {
        earliest.offer(opens);
        if (plan.typing_gap > Duration::zero() && !state.prompt) earliest.offer(opens - plan.typing_patience);
    }
    return earliest.next;
}

std::optional<Instant> idle_question(const State& state) {
    return state.ask_at;
}

std::vector<Duration> idle_watches(const Plan& plan, const State& state) {
    if (!state.started) return {};
    std::vector<Duration> watches{plan.idle_after};
    const Duration threshold = idle_threshold(plan, state);
    if (threshold < plan.idle_after) watches.push_back(threshold);
    const Instant opens = state.open_since.value_or(opens_at(plan, state));
    if (plan.typing_gap > Duration::zero() && plan.typing_gap < plan.idle_after && !state.prompt &&
        opens != never && state.now.at >= opens - plan.typing_patience) {
        watches.push_back(plan.typing_gap);
    }
    if ((state.locked || state.elsewhere) && !state.sits_here)
        watches.push_back(state.lock_requested ? request_pause : telling_pause);
    std::ranges::sort(watches);
    const auto repeated = std::ranges::unique(watches);
    watches.erase(repeated.begin(), repeated.end());
    return watches;
}

} // namespace limber
