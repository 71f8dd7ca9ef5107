// SPDX-License-Identifier: GPL-3.0-or-later
// One step in three acts: time passes up to the event (stopping wherever it changes something), the event is
// applied, and what follows from it settles.
#include "step.hpp"

#include "choosing.hpp"
#include "hours.hpp"
#include "plan.hpp"
#include "quota.hpp"
#include "shifting.hpp"
#include "turn.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace limber {

namespace {

constexpr std::size_t many_facts = 12;
constexpr std::size_t sleeps_kept = 8;
constexpr Duration longest_pause = std::chrono::days{366};

void turn_day(const Plan& plan, State& state) {
    const Day today = civil_day(state.now.civil, plan.day_starts);
    if (today == state.tally.day) {
        return;
    }
    if (today > state.tally.day) {
        state.tally.breaks_prompted.clear();
        state.tally.outcomes.clear();
        begin_day(state);
    } else if (state.tally.day - today == std::chrono::days{1}) {
        return; // a clock set back over the start of the day: the same day does not begin twice
    }
    state.tally.day = today;
}

/// Where the person was that long ago, in time awake: `silence` is what input timers count. Exactly at a wake
/// means the moment the machine fell asleep: who types until the lid closes is the ordinary case.
Instant awake_before(const State& state, Duration silence) {
    Instant at = state.now.at - silence;
    for (const auto& sleep : std::views::reverse(state.sleeps)) {
        if (at <= sleep.until) {
            at -= sleep.until - sleep.from;
        }
    }
    return at;
}

void forget_facts(const Plan& plan, State& state) {
    Ledger& ledger = state.ledger;
    if (ledger.stretches.size() + ledger.idles.size() + ledger.zeroings.size() <= many_facts) {
        return;
    }
    const Instant limit = awake_before(state, plan.idle_after);
    move_footing(ledger, plan, state.input.silent ? std::min(limit, state.input.last) : limit);
}

void advance(const Plan& plan, State& state, Instant until) {
    const Duration length = until - state.now.at;
    if (length <= Duration::zero()) {
        return;
    }
    if (at_desk(state)) {
        state.unsaved += length;
        state.desk_time += length;
    }
    pass(state.ledger, plan, until, ground_of(state));
    state.now.at = until;
    state.now.civil.utc += length;
    turn_day(plan, state);
}

/// Time passes until just before `until`: all that is due on the way happens at its own instant.
void live_until(Turn& turn, Instant until) {
    for (Instant next = next_wakeup(turn.plan, turn.state); next < until;
         next = next_wakeup(turn.plan, turn.state)) {
        advance(turn.plan, turn.state, next);
        settle(turn);
    }
    advance(turn.plan, turn.state, until);
}

/// Asleep from now until `wake`, or with the machine off.
void sleep_until(Turn& turn, Instant wake) {
    State& state = turn.state;
    const Instant from = state.now.at;
    state.asleep = true;
    turn.stamp_with(wake);
    settle(turn);
    live_until(turn, wake);
    settle(turn);
    turn.stamp_with(std::nullopt);
    state.asleep = false;
    state.sleeps.push_back({from, wake});
    if (state.sleeps.size() > sleeps_kept) {
        state.sleeps.erase(state.sleeps.begin());
    }
    state.grace_until = std::max(state.grace_until, wake + turn.plan.return_grace);
}

void pass_time(Turn& turn, const Stamp& stamp) {
    State& state = turn.state;
    const Instant at = std::max(stamp.at, state.now.at);
    const Duration slept = std::clamp(stamp.asleep - state.now.asleep, Duration::zero(), at - state.now.at);
    if (slept > Duration::zero()) {
        if (at - slept > state.now.at) {
            live_until(turn, at - slept);
            settle(turn);
        }
        sleep_until(turn, at);
    } else {
        live_until(turn, at);
    }
    state.now.at = at;
    state.now.asleep = std::max(stamp.asleep, state.now.asleep);
    state.now.civil = stamp.civil;
    turn_day(turn.plan, state);
}

void size_to(const Plan& plan, State& state) {
    state.progress.resize(plan.breaks.size());
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        state.progress[r].break_id = plan.breaks[r].name;
    }
    state.ledger.now.accounts.resize(plan.breaks.size());
}

// Events

/// The daemon runs again: the gap is rest or neither, and all sources begin anew.
void apply(Turn& turn, const Started& started, const Stamp& stamp) {
    State& state = turn.state;
    const Duration gap = std::max(Duration::zero(), started.gap);
    turn.stamp_with(stamp.at);
    if (state.started) {
        if (state.prompt) {
            withdraw_prompt(turn, Why::lost);
        }
        shift(state, (stamp.at - gap) - state.now.at);
        carry_over(turn.plan, state);
    } else {
        size_to(turn.plan, state);
    }
    state.now.at = stamp.at - (state.started ? gap : Duration::zero());
    state.now.asleep = stamp.asleep;
    state.now.civil = stamp.civil;
    state.now.civil.utc -= stamp.at - state.now.at;
    state.ledger.now.at = state.now.at;
    state.presence_known = state.locked = state.elsewhere = false;
    state.levels.clear();
    state.input.silent = false;
    turn_day(turn.plan, state);
    end_idle(state.ledger);
    if (state.session) {
        cut_session(turn);
    }
    if (state.started && started.kind == Gap::rest) {
        sleep_until(turn, stamp.at);
    } else {
        live_until(turn, stamp.at);
    }
    turn.stamp_with(std::nullopt);
    state.started = true;
    state.sleeps.clear();
    state.input = {stamp.at, stamp.at, false};
    state.now = stamp;
    state.ledger.stretches.clear();
    state.ledger.idles.clear();
    state.ledger.zeroings.clear();
    state.ledger.footing = state.ledger.now;
    state.outside_hours = !within_hours(turn.plan, stamp.civil);
    if (state.outside_hours) {
        state.outside_since = stamp.at;
    }
    state.held = !hold_on(turn.plan, state).empty();
}

void apply(Turn& /*turn*/, const AlarmRang& /*event*/, const Stamp& /*stamp*/) {}

void apply(Turn& turn, const BecameIdle& idle, const Stamp& stamp) {
    State& state = turn.state;
    if (!state.presence_known || idle.silence < Duration::zero()) {
        return;
    }
    const Instant last = awake_before(state, idle.silence);
    if (idle.watched_since == the_past || last > idle.watched_since) {
        // a report can only be late, so of two the earlier instant is right
        const Instant known = state.input.silent ? std::min(state.input.last, last) : last;
        state.input.last = std::clamp(known, state.input.seen, stamp.at);
    } else if (!state.input.silent) {
        state.input.last = std::clamp(idle.watched_since, state.input.seen, stamp.at);
    }
    state.input.silent = true;
}

void apply(Turn& turn, const BecameActive& /*event*/, const Stamp& stamp) {
    State& state = turn.state;
    if (!state.presence_known) {
        return;
    }
    state.input = {stamp.at, stamp.at, false};
    end_idle(state.ledger);
}

void apply(Turn& turn, const PresenceLost& /*event*/, const Stamp& /*stamp*/) {
    turn.state.presence_known = false;
    turn.state.input.silent = false;
    end_idle(turn.state.ledger);
}

void apply(Turn& turn, const PresenceFound& /*event*/, const Stamp& stamp) {
    State& state = turn.state;
    if (state.presence_known) {
        return;
    }
    state.presence_known = true;
    state.input = {stamp.at, state.input.seen, false};
}

void apply(Turn& turn, const Locked& /*event*/, const Stamp& /*stamp*/) {
    turn.state.locked = true;
}

void apply(Turn& turn, const Unlocked& /*event*/, const Stamp& stamp) {
    State& state = turn.state;
    if (!std::exchange(state.locked, false)) {
        return;
    }
    state.grace_until = std::max(state.grace_until, stamp.at + turn.plan.return_grace);
}

void apply(Turn& turn, const SessionLeft& /*event*/, const Stamp& /*stamp*/) {
    turn.state.elsewhere = true;
}

void apply(Turn& turn, const SessionReturned& /*event*/, const Stamp& /*stamp*/) {
    turn.state.elsewhere = false;
}

void apply(Turn& turn, const SleepAnnounced& /*event*/, const Stamp& /*stamp*/) {
    turn.want_save();
}

void apply(Turn& turn, const QuietChanged& changed, const Stamp& stamp) {
    std::vector<QuietLevel>& levels = turn.state.levels;
    const auto found = std::ranges::find(levels, changed.what, &QuietLevel::what);
    if (found == levels.end()) {
        levels.push_back({changed.what, changed.level, stamp.at});
    } else if (found->level != changed.level) {
        found->level = changed.level;
        found->since = stamp.at;
    }
}

void apply(Turn& turn, const PromptAnswered& answer, const Stamp& /*stamp*/) {
    answer_prompt(turn, answer);
}

void apply(Turn& turn, const PromptClosed& closed, const Stamp& /*stamp*/) {
    if (!turn.state.prompt || closed.id != turn.state.prompt->id) {
        return turn.refuse(Refusal::stale_prompt);
    }
    put_off_prompt(turn, Why::dismissed);
}

void apply(Turn& turn, const PromptFailed& failed, const Stamp& /*stamp*/) {
    if (!turn.state.prompt || failed.id != turn.state.prompt->id) {
        return turn.refuse(Refusal::stale_prompt);
    }
    put_off_prompt(turn, Why::lost);
}

void apply(Turn& turn, const StartRequested& request, const Stamp& /*stamp*/) {
    request_session(turn, request);
}

void apply(Turn& turn, const SessionSteered& steered, const Stamp& /*stamp*/) {
    steer_session(turn, steered.how);
}

void apply(Turn& turn, const PauseRequested& request, const Stamp& stamp) {
    Pause pause{stamp.at, never};
    if (const auto* length = std::get_if<ForDuration>(&request.until)) {
        if (length->length <= Duration::zero() || length->length > longest_pause) {
            return turn.refuse(Refusal::pause_out_of_range);
        }
        pause.until = stamp.at + length->length;
    } else if (const auto* clock = std::get_if<UntilClock>(&request.until)) {
        if (clock->time_of_day < Duration::zero() || clock->time_of_day >= std::chrono::days{1}) {
            return turn.refuse(Refusal::pause_out_of_range);
        }
        pause.until = next_clock_time(stamp, clock->time_of_day);
    } else if (std::holds_alternative<UntilTomorrow>(request.until)) {
        pause.until = next_day(turn.plan, stamp);
    }
    turn.state.pause = pause;
    turn.want_save();
}

void apply(Turn& turn, const ResumeRequested& /*event*/, const Stamp& /*stamp*/) {
    if (!turn.state.pause) {
        return turn.refuse(Refusal::not_paused);
    }
    turn.state.pause.reset();
    turn.want_save();
}

void apply(Turn& turn, const Rested& /*event*/, const Stamp& stamp) {
    State& state = turn.state;
    if (state.prompt) {
        withdraw_prompt(turn, Why::rested);
    }
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        const bool counts = state.ledger.now.accounts[r].active * 2 >= turn.plan.breaks[r].interval;
        clear_rule(turn, r);
        state.progress[r].given_up = false;
        if (!counts) {
            continue;
        }
        state.progress[r].accounted_at = stamp.at;
        turn.record(turn.plan.breaks[r].name, Outcome::natural, {}, Duration::zero());
    }
}

void apply(Turn& turn, const ExerciseAllowed& allowed, const Stamp& /*stamp*/) {
    if (!exercise_allowed(turn.state, allowed.exercise)) {
        const bool unknown =
            !allowed.exercise.empty() && find_exercise(turn.plan, allowed.exercise) == nullptr;
        return turn.refuse(unknown ? Refusal::no_such_exercise : Refusal::not_excluded);
    }
    turn.want_save();
}

void apply(Turn& turn, const PlanReplaced& /*event*/, const Stamp& /*stamp*/) {
    State& state = turn.state;
    if (state.prompt && !find_rule(turn.plan, state.progress[state.prompt->rule].break_id)) {
        withdraw_prompt(turn, Why::lost);
    }
    carry_over(turn.plan, state);
    if (state.prompt) {
        refresh_prompt(turn);
    }
}

} // namespace

void step(const Plan& plan, State& state, const Event& event, std::vector<Effect>& effects) {
    Turn turn{plan, state, effects};
    const bool starts = std::holds_alternative<Started>(event.what);
    if (!state.started && !starts) {
        // a state always has its plan's rules
        if (std::holds_alternative<PlanReplaced>(event.what)) return carry_over(plan, state);
        return turn.refuse(Refusal::not_started);
    }
    Stamp stamp = event.stamp;
    if (!starts) {
        if (std::holds_alternative<PlanReplaced>(event.what)) {
            // time has passed under the old plan already
            stamp.at = std::max(stamp.at, state.now.at);
        } else {
            pass_time(turn, stamp);
            stamp = state.now;
            // at one instant, idle reports come before anything else
            if (!std::holds_alternative<BecameIdle>(event.what)) {
                settle(turn);
            }
        }
    }
    std::visit([&](const auto& what) { apply(turn, what, stamp); }, event.what);
    settle(turn);
    forget_facts(plan, state);
}

Step step(const Plan& plan, State state, const Event& event) {
    Step result{std::move(state), {}};
    step(plan, result.state, event, result.effects);
    return result;
}

State fresh_state(const Plan& plan, std::uint64_t seed) {
    State state;
    state.bag.dice = seed;
    size_to(plan, state);
    return state;
}

} // namespace limber
