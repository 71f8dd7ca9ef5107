// SPDX-License-Identifier: GPL-3.0-or-later
// One step in three acts: time passes up to the event (stopping wherever it changes something), the event is
// applied, and what follows from it settles.
#include "step.hpp"

#include "choosing.hpp"
#include "hours.hpp"
#include "plan.hpp"
#include "turn.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace limber {

namespace {

constexpr Duration longest_pause = std::chrono::days{366};

void size_to(const Plan& plan, State& state) {
    state.progress.resize(plan.breaks.size());
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        state.progress[r].break_id = plan.breaks[r].name;
    }
    state.ledger.now.accounts.resize(plan.breaks.size());
}

// Events

/// What time brings in a gap, at its own instants; then all sources begin anew.
void live_through_gap(Turn& turn, Gap kind) {
    State& state = turn.state;
    const Instant start = turn.stamp.at;
    state.presence_known = state.locked = state.elsewhere = state.sits_here = false;
    state.lock_requested.reset();
    state.levels.clear();
    state.input.silent = false;
    end_idle(state.ledger);
    if (state.session) {
        cut_session(turn);
    }
    // how the rest goes on is told after the start, at the same instant; in a gap of neither it has ended
    state.started_at = start;
    if (kind == Gap::rest) {
        sleep_until(turn, start);
    } else {
        settle(turn);
        state.ledger.now.spell.reset();
        settle(turn);
        live_until(turn, start);
        settle(turn);
        if (state.cut) {
            record_cut(turn, Outcome::abandoned);
        }
    }
    if (state.prompt) {
        put_off_prompt(turn, Why::lost);
    }
}

void apply(Turn& turn, const Started& started) {
    State& state = turn.state;
    const Stamp& stamp = turn.stamp;
    const Duration gap = std::max(Duration::zero(), started.gap);
    if (state.started) {
        shift(state, (stamp.at - gap) - state.now.at);
        carry_over(turn);
        state.now = stamp;
        state.now.at -= gap;
        state.now.civil.utc -= gap;
        state.ledger.now.at = state.now.at;
        turn_day(turn.plan, state);
        live_through_gap(turn, started.kind);
    } else {
        size_to(turn.plan, state);
        state.ledger.now.at = stamp.at;
    }
    const Gap kind = state.started ? started.kind : Gap::first;
    state.started = true;
    state.started_at = stamp.at;
    state.now = stamp;
    state.sleeps.clear();
    state.unwatched.reset();
    state.booted = started.other_boot && kind == Gap::rest ? std::optional{stamp.at} : std::nullopt;
    state.sight = {};
    state.input = {stamp.at, stamp.at, stamp.at, false, stamp.at, stamp.at};
    state.away = state.unseen = false;
    others_speak(state);
    turn_day(turn.plan, state);
    state.ledger.stretches.clear();
    state.ledger.idles.clear();
    state.ledger.zeroings.clear();
    state.ledger.footing = state.ledger.now;
    state.outside_hours = !within_hours(turn.plan, stamp.civil);
    if (state.outside_hours) {
        state.outside_since = stamp.at;
    }
    std::vector<note::Held> holds = holds_on(turn.plan, state);
    state.held = !holds.empty();
    turn.note(note::Began{kind, gap});
    for (note::Held& hold : holds) {
        turn.note(std::move(hold));
    }
    turn.want_save();
}

void apply(Turn& /*turn*/, const AlarmRang& /*event*/) {}

void apply(Turn& turn, const SleepAnnounced& /*event*/) {
    turn.want_save();
}

void apply(Turn& turn, const PauseRequested& request) {
    const Stamp& now = turn.state.now;
    Pause pause{now.at, never};
    if (const auto* length = std::get_if<ForDuration>(&request.until)) {
        if (length->length <= Duration::zero() || length->length > longest_pause) {
            return turn.refuse(Refusal::pause_out_of_range);
        }
        pause.until = now.at + length->length;
    } else if (const auto* clock = std::get_if<UntilClock>(&request.until)) {
        if (clock->time_of_day < Duration::zero() || clock->time_of_day >= std::chrono::days{1}) {
            return turn.refuse(Refusal::pause_out_of_range);
        }
        pause.until = next_clock_time(now, clock->time_of_day);
    } else if (std::holds_alternative<UntilTomorrow>(request.until)) {
        pause.until = tomorrow(turn.plan, now);
    }
    turn.state.pause = pause;
    turn.note(held_by_pause(pause));
    turn.want_save();
}

void apply(Turn& turn, const ResumeRequested& /*event*/) {
    if (!turn.state.pause) {
        return turn.refuse(Refusal::not_paused);
    }
    turn.note(note::HoldOver{"pause", turn.state.pause->since});
    turn.state.pause.reset();
    turn.want_save();
}

void apply(Turn& turn, const Rested& /*event*/) {
    State& state = turn.state;
    turn.note(note::SaidRested{});
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
        state.progress[r].accounted_at = state.now.at;
        turn.record(turn.plan.breaks[r].name, Outcome::natural, {}, Duration::zero());
    }
}

void apply(Turn& turn, const ExerciseAllowed& allowed) {
    if (!exercise_allowed(turn.state, allowed.exercise)) {
        const bool unknown =
            !allowed.exercise.empty() && find_exercise(turn.plan, allowed.exercise) == nullptr;
        return turn.refuse(unknown ? Refusal::no_such_exercise : Refusal::not_excluded);
    }
    turn.note(note::Allowed{allowed.exercise});
    turn.want_save();
}

void apply(Turn& turn, const PlanReplaced& /*event*/) {
    turn.note(note::SettingsChanged{});
    carry_over(turn);
    if (turn.state.prompt) {
        refresh_prompt(turn);
    }
}

template <class... Kind>
bool is_one_of(const Happening& what) {
    return (std::holds_alternative<Kind>(what) || ...);
}

/// Somebody is there who wants something: a blind source cannot fake that.
bool comes_from_a_person(const Happening& what) {
    return is_one_of<PromptAnswered, StartRequested, SessionSteered, PauseRequested, ResumeRequested, Rested,
                     ExerciseAllowed>(what);
}

/// A source that can be asked is wanted to be, when an inhibitor keeps it from telling by itself: when a
/// prompt draws near, when it may come, and at each save.
void want_to_ask(const Plan& plan, State& state, bool saving) {
    if (!state.sight.can_be_asked || inhibitor_on(state) == nullptr || !at_desk(plan, state)) {
        return;
    }
    const Instant opens = opens_at(plan, state);
    const Instant near = opens == never ? never : opens - plan.typing_patience;
    const Instant since = state.open_since.value_or(near);
    if (saving || (since <= state.now.at && state.ask_at.value_or(the_past) < since)) {
        state.ask_at = state.now.at;
    }
}

/// What is left to do when a step has settled.
void finish(Turn& turn) {
    State& state = turn.state;
    forget_facts(turn.plan, state);
    std::optional<Waiting> waiting = waiting_now(turn.plan, state);
    const auto same = [](const Waiting& one, const Waiting& other) {
        return one.break_id == other.break_id && one.hold == other.hold && one.cause == other.cause;
    };
    if (waiting && !(state.waiting && same(*waiting, *state.waiting))) {
        turn.note(note::Waits{*waiting});
    }
    state.waiting = std::move(waiting);
    const bool saving = turn.take_save();
    want_to_ask(turn.plan, state, saving);
    if (saving) {
        state.unsaved = Duration::zero();
        turn.emit(Save{});
    }
}

} // namespace

void step(const Plan& plan, State& state, const Event& event, std::vector<Effect>& effects,
          std::vector<Note>* notes) {
    const bool starts = std::holds_alternative<Started>(event.what);
    const bool replaces = std::holds_alternative<PlanReplaced>(event.what);
    Stamp stamp = event.stamp;
    if (!starts) {
        stamp.at = std::max(stamp.at, state.now.at);
    }
    Turn turn{plan, state, effects, notes, stamp};
    if (!state.started && !starts) {
        // a state always has its plan's rules
        if (replaces) return carry_over(turn);
        return turn.refuse(Refusal::not_started);
    }
    // under a plan that is replaced time has passed already
    if (!starts && !replaces) {
        pass_time(turn);
    }
    turn.on_the_way = false;
    // at one instant, idle reports come before anything else
    if (!starts && !replaces && !std::holds_alternative<BecameIdle>(event.what)) {
        settle(turn);
    }
    std::visit([&](const auto& what) { apply(turn, what); }, event.what);
    if (comes_from_a_person(event.what) && !turn.refused()) {
        state.input.certain = state.now.at;
    }
    settle(turn);
    finish(turn);
}

Step step(const Plan& plan, State state, const Event& event) {
    Step result{std::move(state), {}, {}};
    step(plan, result.state, event, result.effects, &result.notes);
    return result;
}

State fresh_state(const Plan& plan, std::uint64_t seed) {
    State state;
    state.bag.dice = seed;
    size_to(plan, state);
    return state;
}

} // namespace limber
