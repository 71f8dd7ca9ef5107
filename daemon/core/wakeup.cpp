// SPDX-License-Identifier: GPL-3.0-or-later
// When time alone will change something, and which silence matters now.
#include "circumstance.hpp"
#include "hours.hpp"
#include "step.hpp"

#include <algorithm>

namespace limber {

namespace {

/// The earliest of the instants offered that is still to come.
class Earliest {
public:
    explicit Earliest(Instant now) : now_(now) {}

    void offer(Instant at) {
        if (at > now_) {
            next_ = std::min(next_, at);
        }
    }

    [[nodiscard]] Instant next() const { return next_; }

private:
    Instant now_;
    Instant next_ = never;
};

void offer_rest(Earliest& next, const Plan& plan, const State& state) {
    const Books& books = state.ledger.now;
    const Instant began = books.spell ? books.spell->began : state.now.at;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        const Progress& progress = state.progress[r];
        const bool up = state.prompt && state.prompt->rule == r;
        const Duration at_start = books.spell ? books.spell->at_start[r] : books.accounts[r].active;
        const bool accounted = progress.accounted_at && *progress.accounted_at >= began;
        const bool prompted = up || (progress.prompted_until && *progress.prompted_until > began);
        if (up || (!accounted && (prompted || at_start * 2 >= plan.breaks[r].interval))) {
            next.offer(began + plan.breaks[r].rest);
        }
        if (up) {
            const Duration base = books.spell ? books.spell->base[r] : books.accounts[r].active;
            // A prompt that came at the very instant at which the rest begins has nothing to pay back.
            next.offer(began + std::max(Duration{1}, rest_needed(plan.breaks[r], base,
                                                                 rested_level(plan, *state.prompt))));
        }
    }
}

void offer_work(Earliest& next, const Plan& plan, const State& state) {
    const Instant now = state.now.at;
    next.offer(now + (save_every - state.unsaved));
    if (state.prompt) {
        next.offer(now + (plan.breaks[state.prompt->rule].prompt_timeout - state.ledger.now.clock));
    }
    next.offer(prompt_at(plan, state));
    const Instant opens = opens_at(plan, state);
    if (opens != never) {
        next.offer(opens);
        if (plan.typing_gap > Duration::zero() && !state.prompt) {
            next.offer(opens - plan.typing_patience);
        }
    }
    const std::optional<std::size_t> rule = next_rule(plan, state);
    if (rule && !state.prompt) {
        const Duration interval = plan.breaks[*rule].interval;
        const int arc = arc_of(plan, state, *rule);
        const Duration step = scaled_up(interval, Duration{arc + 1}, Duration{arc_steps});
        if (arc < arc_steps) {
            next.offer(now + (step - state.ledger.now.accounts[*rule].active));
        }
    }
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (day_full(plan, state, r)) {
            next.offer(next_day(plan, state.now));
            break;
        }
    }
}

} // namespace

Instant next_wakeup(const Plan& plan, const State& state) {
    if (!state.started) {
        return never;
    }
    Earliest next{state.now.at};
    if (const std::optional<IdleCrossing> crossing = idle_crossing(plan, state)) {
        next.offer(crossing->at);
    }
    if (state.pause) {
        next.offer(state.pause->until);
    }
    if (plan.hours) {
        next.offer(next_hours_change(plan, state.now));
    }
    if (state.session) {
        next.offer(end_of(*state.session));
    }
    if (at_desk(state)) {
        offer_work(next, plan, state);
    } else if (ground_of(state) == Ground::rest || idle_now(state.ledger)) {
        offer_rest(next, plan, state);
    }
    return next.next();
}

std::vector<Duration> idle_watches(const Plan& plan, const State& state) {
    if (!state.started) {
        return {};
    }
    std::vector<Duration> watches{plan.idle_after};
    const Duration threshold = idle_threshold(plan, state);
    if (threshold < plan.idle_after) {
        watches.insert(watches.begin(), threshold);
    }
    if (wants_typing_gap(plan, state)) {
        watches.insert(watches.begin(), plan.typing_gap);
    }
    return watches;
}

} // namespace limber
