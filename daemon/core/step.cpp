// SPDX-License-Identifier: GPL-3.0-or-later
// One step in three acts: time passes up to the event (stopping wherever it changes something), the event is
// applied, and what follows from it settles.
#include "step.hpp"

#include "choosing.hpp"
#include "hours.hpp"
#include "turn.hpp"

#include <algorithm>
#include <variant>

namespace limber {

namespace {

constexpr Duration longest_pause = std::chrono::days{366};

// Moving a state to another time line (a boot) or another plan (a reload)

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

/// Matches everything kept by rule to the rules of the plan, by name. A prompt whose rule is gone is lost.
void carry_over(Turn& turn) {
    const Plan& plan = turn.plan;
    State& state = turn.state;
    const std::vector<Progress> old = state.progress;
    const auto old_index = [&](std::size_t rule) { // of a new one: their number
        const auto found = std::ranges::find(old, plan.breaks[rule].name, &Progress::break_id);
        return static_cast<std::size_t>(found - old.begin());
    };
    const auto new_index = [&](std::size_t rule) { return find_rule(plan, old[rule].break_id); };
    if (state.prompt && !new_index(state.prompt->rule)) withdraw_prompt(turn, Why::lost);
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
        return old_index(rule) < old.size() || kept == state.kept.end() ? nullptr : &*kept;
    };
    const auto pick = [&]<class T>(std::vector<T>& values) {
        std::vector<T> picked(plan.breaks.size());
        for (std::size_t r = 0; r < picked.size(); ++r) {
            if (old_index(r) < values.size()) picked[r] = std::move(values[old_index(r)]);
        }
        values = std::move(picked);
    };
    for (Books* books : {&state.ledger.now, &state.ledger.footing}) {
        pick(books->accounts);
        if (books->spell) {
            pick(books->spell->at_start);
            pick(books->spell->base);
        }
        for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
            Account& account = books->accounts[r];
            if (const KeptRule* kept = returning(r)) {
                account.active = kept->active;
                if (books->spell) books->spell->at_start[r] = books->spell->base[r] = kept->active;
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
    if (state.prompt) state.prompt->rule = new_index(state.prompt->rule).value_or(0);
    pick(state.progress);
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (const KeptRule* kept = returning(r)) state.progress[r] = kept->progress;
        state.progress[r].break_id = plan.breaks[r].name;
    }
    std::erase_if(state.kept,
                  [&](const KeptRule& kept) { return find_rule(plan, kept.progress.break_id).has_value(); });
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
    if (state.session) cut_session(turn);
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
        if (state.cut) record_cut(turn, Outcome::abandoned);
    }
    if (state.prompt) put_off_prompt(turn, Why::lost);
}

void apply(Turn& turn, const Started& started) {
    State& state = turn.state;
    const Stamp& stamp = turn.stamp;
    const Duration gap = std::max(Duration::zero(), started.gap);
    if (state.started) move_all(state, (stamp.at - gap) - state.now.at);
    carry_over(turn);
    if (state.started) {
        state.now = stamp;
        state.now.at -= gap;
        state.now.civil.utc -= gap;
        state.ledger.now.at = state.now.at;
        turn_day(turn.plan, state);
        live_through_gap(turn, started.kind);
    } else {
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
    if (state.outside_hours) state.outside_since = stamp.at;
    std::vector<note::Held> holds = holds_on(turn.plan, state);
    state.held = !holds.empty();
    turn.note(note::Began{kind, gap});
    for (note::Held& hold : holds)
        turn.note(std::move(hold));
    turn.save = true;
}

void apply(Turn& /*turn*/, const AlarmRang& /*event*/) {}

void apply(Turn& turn, const SleepAnnounced& /*event*/) {
    turn.save = true;
}

void apply(Turn& turn, const PauseRequested& request) {
    const Stamp& now = turn.state.now;
    Pause pause{now.at, never};
    if (const auto* length = std::get_if<ForDuration>(&request.until)) {
        if (length->length <= Duration::zero() || length->length > longest_pause)
            return turn.refuse(Refusal::pause_out_of_range);
        pause.until = now.at + length->length;
    } else if (const auto* clock = std::get_if<UntilClock>(&request.until)) {
        if (clock->time_of_day < Duration::zero() || clock->time_of_day >= std::chrono::days{1})
            return turn.refuse(Refusal::pause_out_of_range);
        pause.until = next_clock_time(now, clock->time_of_day);
    } else if (std::holds_alternative<UntilTomorrow>(request.until)) {
        pause.until = tomorrow(turn.plan, now);
    }
    turn.state.pause = pause;
    turn.note(held_by_pause(pause));
    turn.save = true;
}

void apply(Turn& turn, const ResumeRequested& /*event*/) {
    if (!turn.state.pause) return turn.refuse(Refusal::not_paused);
    turn.note(note::HoldOver{"pause", turn.state.pause->since});
    turn.state.pause.reset();
    turn.save = true;
}

void apply(Turn& turn, const Rested& /*event*/) {
    State& state = turn.state;
    turn.note(note::SaidRested{});
    if (state.prompt) withdraw_prompt(turn, Why::rested);
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        const bool counts = state.ledger.now.accounts[r].active * 2 >= turn.plan.breaks[r].interval;
        clear_rule(turn, r);
        state.progress[r].given_up = false;
        if (!counts) continue;
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
    turn.save = true;
}

void apply(Turn& turn, const PlanReplaced& /*event*/) {
    turn.note(note::SettingsChanged{});
    carry_over(turn);
    if (turn.state.prompt) refresh_prompt(turn);
}

template <class... Kind>
bool is_one_of(const Happening& what) {
    return (std::holds_alternative<Kind>(what) || ...);
}

/// A source that can be asked is wanted to be, when an inhibitor keeps it from telling by itself: when a
/// prompt draws near, when it may come, and at each save.
void want_to_ask(const Plan& plan, State& state, bool saving) {
    if (!state.sight.can_be_asked || inhibitor_on(state) == nullptr || !at_desk(plan, state)) return;
    const Instant opens = opens_at(plan, state);
    const Instant near = opens == never ? never : opens - plan.typing_patience;
    const Instant since = state.open_since.value_or(near);
    if (saving || (since <= state.now.at && state.ask_at.value_or(the_past) < since))
        state.ask_at = state.now.at;
}

/// What is left to do when a step has settled.
void finish(Turn& turn) {
    State& state = turn.state;
    forget_facts(turn.plan, state);
    std::optional<Waiting> waiting = waiting_now(turn.plan, state);
    const auto same = [](const Waiting& one, const Waiting& other) {
        return one.break_id == other.break_id && one.hold == other.hold && one.cause == other.cause;
    };
    if (waiting && !(state.waiting && same(*waiting, *state.waiting))) turn.note(note::Waits{*waiting});
    state.waiting = std::move(waiting);
    want_to_ask(turn.plan, state, turn.save);
    if (turn.save) {
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
    if (!starts) stamp.at = std::max(stamp.at, state.now.at);
    Turn turn{plan, state, effects, notes, stamp};
    if (!state.started && !starts) {
        // a state always has its plan's rules
        if (replaces) return carry_over(turn);
        return turn.refuse(Refusal::not_started);
    }
    // under a plan that is replaced time has passed already
    if (!starts && !replaces) pass_time(turn);
    turn.on_the_way = false;
    // at one instant, idle reports come before anything else
    if (!starts && !replaces && !std::holds_alternative<BecameIdle>(event.what)) settle(turn);
    std::visit([&](const auto& what) { apply(turn, what); }, event.what);
    // somebody is there who wants something: a blind source cannot fake that
    if (is_one_of<PromptAnswered, StartRequested, SessionSteered, PauseRequested, ResumeRequested, Rested,
                  ExerciseAllowed>(event.what) &&
        !turn.refused) {
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
    for (const BreakRule& rule : plan.breaks)
        state.progress.emplace_back().break_id = rule.name;
    state.ledger.now.accounts.resize(plan.breaks.size());
    return state;
}

} // namespace limber
