// SPDX-License-Identifier: GPL-3.0-or-later
#include "choosing.hpp"
#include "step.hpp"
#include "turn.hpp"

#include <algorithm>
#include <ranges>

namespace limber {

namespace {

constexpr std::size_t many_facts = 12;
constexpr std::size_t sleeps_kept = 8;

/// Later than this after the instant that was asked for, and nobody watched in between.
constexpr Duration latest = std::chrono::minutes{1};

/// The clock set forward by so much is a return.
constexpr Duration forward_step = std::chrono::hours{1};

/// After another boot the clock may be set right so late, by more than so much: the gap was longer.
constexpr Duration late_clock = std::chrono::minutes{10};
constexpr Duration clock_error = std::chrono::minutes{1};

/// What may still turn out to have been a rest must not be forgotten.
Instant hindsight_limit(const Plan& plan, const State& state) {
    Instant limit = awake_before(state, plan.idle_after);
    if (state.input.silent) limit = std::min(limit, state.input.last);
    if (state.unwatched && state.now.at <= state.unwatched->until + plan.idle_after)
        limit = std::min(limit, state.unwatched->from);
    if (state.booted && state.now.at <= *state.booted + late_clock) limit = std::min(limit, *state.booted);
    return limit;
}

void advance(const Plan& plan, State& state, Instant until) {
    const Duration length = until - state.now.at;
    if (length <= Duration::zero()) return;
    if (at_desk(plan, state)) {
        state.unsaved += length;
        state.desk_time += length;
    }
    pass(state.ledger, plan, until, ground_of(plan, state));
    state.now.at = until;
    state.now.civil.utc += length;
    turn_day(plan, state);
}

/// Nobody watched from now until `until`.
void pass_unwitnessed(Turn& turn, Instant until) {
    State& state = turn.state;
    state.unwatched = Period{state.now.at, until};
    turn.note(note::NobodyWatched{state.now.at, until - state.now.at});
    state.unwitnessed = true;
    if (!idle_now(state.ledger)) {
        state.input.silent = false; // a pause that was known then says nothing of what followed
    }
    settle(turn);
    live_until(turn, until);
    settle(turn);
    state.unwitnessed = false;
    state.input.typing_since = until;
}

/// Time awake until `until`, or as much of it as was watched and then the rest.
void pass_awake(Turn& turn, Instant until) {
    const Instant asked = next_change(turn.plan, turn.state);
    if (asked == never || until - asked <= latest) return live_until(turn, until);
    turn.late = true;
    live_until(turn, asked);
    settle(turn);
    pass_unwitnessed(turn, until);
    turn.late = false;
}

/// The clock was wrong at the start after another boot: the rest before it was so much longer.
void lengthen_gap(Turn& turn, Duration by) {
    State& state = turn.state;
    lengthen_rest(state.ledger, turn.plan, by);
    const Spell spell = *state.ledger.footing.spell;
    Spell as_lived = spell; // what was before the machine was off is no part of it
    as_lived.began += by;
    std::vector<Paid> paid;
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        const Duration length = length_of(spell, *state.booted);
        paid.push_back(
            {turn.plan.breaks[r].name, spell.at_start[r], state.ledger.footing.accounts[r].active});
        if (!prompted_for(state, r) && length >= turn.plan.breaks[r].rest)
            account_rest(turn, r, as_lived, length);
    }
    turn.note(note::GapLonger{by, std::move(paid)});
    turn.save = true;
}

/// The wall clock has gained so much since the last stamp.
void notice_clock(Turn& turn, Duration gained) {
    State& state = turn.state;
    if (state.booted && gained > clock_error && state.now.at <= *state.booted + late_clock)
        lengthen_gap(turn, gained);
    if (gained >= forward_step) {
        give_grace(turn);
        turn.note(note::ClockForward{gained});
    }
}

} // namespace

void turn_day(const Plan& plan, State& state) {
    const Day today = civil_day(state.now.civil, plan.day_starts);
    if (today == state.tally.day) return;
    if (today > state.tally.day) {
        state.tally.breaks_prompted.clear();
        state.tally.outcomes.clear();
        state.kept.clear();
        begin_day(state);
    } else if (state.tally.day - today == std::chrono::days{1}) {
        return; // a clock set back over the start of the day: the same day does not begin twice
    }
    state.tally.day = today;
}

Instant awake_before(const State& state, Duration silence) {
    Instant at = state.now.at - silence;
    for (const auto& sleep : std::views::reverse(state.sleeps)) {
        if (at <= sleep.until) at -= sleep.until - sleep.from;
    }
    return at;
}

void forget_facts(const Plan& plan, State& state) {
    Ledger& ledger = state.ledger;
    if (ledger.stretches.size() + ledger.idles.size() + ledger.zeroings.size() > many_facts)
        move_footing(ledger, plan, hindsight_limit(plan, state));
}

void live_until(Turn& turn, Instant until) {
    for (Instant next = next_wakeup(turn.plan, turn.state); next < until;
         next = next_wakeup(turn.plan, turn.state)) {
        advance(turn.plan, turn.state, next);
        settle(turn);
    }
    advance(turn.plan, turn.state, until);
}

void sleep_until(Turn& turn, Instant wake) {
    State& state = turn.state;
    const Instant from = state.now.at;
    state.asleep = true;
    settle(turn);
    live_until(turn, wake);
    settle(turn);
    state.asleep = false;
    state.sleeps.push_back({from, wake});
    if (state.sleeps.size() > sleeps_kept) state.sleeps.erase(state.sleeps.begin());
    give_grace(turn);
    state.input.typing_since = wake;
}

void pass_time(Turn& turn) {
    State& state = turn.state;
    const Stamp& stamp = turn.stamp;
    const Duration slept =
        std::clamp(stamp.asleep - state.now.asleep, Duration::zero(), stamp.at - state.now.at);
    const Instant fell_asleep = stamp.at - slept;
    const bool was_here = !absence(state) && !idle_now(state.ledger);
    pass_awake(turn, fell_asleep);
    const bool late = state.unwatched && state.unwatched->until == fell_asleep;
    if (slept > Duration::zero()) {
        settle(turn);
        sleep_until(turn, stamp.at);
        if (turn.notes != nullptr)
            turn.note(note::Slept{slept, was_here ? paid_in(state) : std::vector<Paid>{}});
    }
    if (late) give_grace(turn);
    const Duration gained = stamp.civil.utc - state.now.civil.utc;
    state.now.asleep = std::max(stamp.asleep, state.now.asleep);
    state.now.civil = stamp.civil;
    turn_day(turn.plan, state);
    notice_clock(turn, gained);
}

} // namespace limber
