// SPDX-License-Identifier: GPL-3.0-or-later
// What time and circumstances bring at one instant, in the law's order (§1): idleness, ends of sessions,
// rests reached, time-outs, then prompts.
#include "choosing.hpp"
#include "hours.hpp"
#include "turn.hpp"

#include <algorithm>
#include <cassert>

namespace limber {

namespace {

/// Each returns whether it changed something.

bool notice_idleness(Turn& turn) {
    State& state = turn.state;
    const std::optional<IdleCrossing> crossing = idle_crossing(turn.plan, state);
    if (!crossing || crossing->at > state.now.at) return false;
    begin_idle(state.ledger, turn.plan, crossing->from);
    return true;
}

/// Nobody is there, also after a session that nobody has come back from; nothing else depends on this note.
void notice_leaving(Turn& turn) {
    State& state = turn.state;
    if (state.away || state.session || absence(state) || !idle_now(state.ledger)) return;
    // what counts as rest may begin later, with a prompt
    turn.note(note::Left{std::min(state.ledger.idles.back().from, state.input.last)});
    state.away = true;
}

/// Others say that nobody is here, and yet somebody has been typing for two minutes.
bool notice_contradiction(Turn& turn) {
    State& state = turn.state;
    if (turn.late || sits_here_at(state) > state.now.at) return false;
    turn.note(note::Contradiction{absence(state).value_or(Absence::lock)});
    state.sits_here = true;
    return true;
}

/// Whether a blind source is believed; nothing else depends on this note.
void notice_sight(Turn& turn) {
    State& state = turn.state;
    const Instant until = believed_until(turn.plan, state);
    const Trust trust = !state.presence_known || until == never ? Trust::full
                        : doubted(turn.plan, state)             ? Trust::doubted
                                                                : Trust::believed;
    if (trust == std::exchange(state.trust, trust) || trust == Trust::full) return;
    turn.note(note::Blind{inhibitor_on(state)->began, until, trust == Trust::doubted});
}

/// A request to lock that nothing confirmed, and somebody types on.
bool notice_request_in_vain(Turn& turn) {
    if (turn.late || request_ends_at(turn.state) > turn.state.now.at) return false;
    unlock(turn);
    return true;
}

bool notice_hours(Turn& turn) {
    State& state = turn.state;
    const bool outside = !within_hours(turn.plan, state.now.civil);
    if (outside == state.outside_hours) return false;
    if (outside) {
        turn.note(note::Held{"outside-hours", state.now.at, {}});
    } else {
        turn.note(note::HoldOver{"outside-hours", state.outside_since});
    }
    state.outside_hours = outside;
    state.outside_since = state.now.at;
    return true;
}

bool end_pause(Turn& turn) {
    State& state = turn.state;
    if (!state.pause || state.pause->until > state.now.at) return false;
    turn.note(note::HoldOver{"pause", state.pause->since});
    state.pause.reset();
    turn.save = true;
    return true;
}

bool notice_holds(Turn& turn) {
    State& state = turn.state;
    const std::vector<note::Held> holds = holds_on(turn.plan, state);
    const bool held = !holds.empty();
    if (held) state.last_hold = holds.front().hold;
    if (held == state.held) return false;
    state.held = held;
    if (!held) {
        state.last_hold_end = state.now.at;
        state.settle_until = state.now.at + turn.plan.settle;
    } else if (state.prompt) {
        withdraw_for_hold(turn);
    }
    return true;
}

bool finish_session(Turn& turn) {
    State& state = turn.state;
    if (!state.session) return false;
    const std::optional<Instant> paused = state.session->paused_at;
    if (end_of(*state.session) <= state.now.at) {
        end_session(turn, Outcome::done);
    } else if (state.asleep || (state.locked && !state.sits_here)) {
        cut_session(turn);
    } else if (paused && *paused + longest_standstill <= state.now.at) {
        stop_session(turn);
    } else {
        return false;
    }
    return true;
}

/// A rest longer than idle_after ended here: whoever comes back is left alone for a while.
void notice_return(Turn& turn) {
    State& state = turn.state;
    const std::optional<Spell>& spell = state.ledger.now.spell;
    const bool at_once = spell && spell->rested_until == state.now.at && at_desk(turn.plan, state);
    const Duration length = spell ? length_of(*spell, state.now.at) : Duration::zero();
    if (at_once && length > turn.plan.idle_after) give_grace(turn);
    if (state.away && !resting(turn.plan, state)) {
        state.away = false;
        if (turn.notes != nullptr && !state.session) turn.note(note::Returned{length, paid_in(state)});
    }
}

/// A cut session is done as soon as its rest is long enough, and abandoned when that ends before.
bool settle_cut(Turn& turn) {
    State& state = turn.state;
    if (!state.cut) return false;
    const std::optional<Spell>& spell = state.ledger.now.spell;
    if (spell && length_of(*spell, state.now.at) >= state.cut->enough) {
        record_cut(turn, Outcome::done);
    } else if (state.now.at > state.started_at && !resting(turn.plan, state)) {
        record_cut(turn, Outcome::abandoned);
    } else {
        return false;
    }
    return true;
}

bool reach_rest(Turn& turn, std::size_t rule) {
    State& state = turn.state;
    const Spell spell = *state.ledger.now.spell;
    const Duration length = length_of(spell, state.now.at);
    const BreakRule& of = turn.plan.breaks[rule];
    const bool up = prompted_for(state, rule);
    if (length >= of.rest) return account_rest(turn, rule, spell, length);
    if (!up || !resting(turn.plan, state) || length < half_of(of.rest) ||
        state.ledger.now.accounts[rule].active > rested_level(turn.plan, *state.prompt)) {
        return false;
    }
    withdraw_prompt(turn, Why::rested);
    return true;
}

/// Active time is back at 0: the next prompt is the first one of a new break.
bool begin_anew(Turn& turn, std::size_t rule) {
    State& state = turn.state;
    Progress& progress = state.progress[rule];
    const bool new_already = progress.prompts == 0 && progress.snoozes == 0 && !progress.wait_until;
    if (new_already || state.ledger.now.accounts[rule].active > Duration::zero() ||
        prompted_for(state, rule)) {
        return false;
    }
    begin_break(progress);
    turn.save = true;
    return true;
}

bool reach_rests(Turn& turn) {
    bool changed = false;
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        if (turn.state.ledger.now.spell) changed = reach_rest(turn, r) || changed;
        changed = begin_anew(turn, r) || changed;
    }
    return changed;
}

bool time_out(Turn& turn) {
    const State& state = turn.state;
    if (!state.prompt || state.ledger.now.clock < turn.plan.breaks[state.prompt->rule].prompt_timeout)
        return false;
    put_off_prompt(turn, Why::timeout);
    return true;
}

/// Notes of rules that come due, or whose wait is over; nothing else depends on them.
void notice_dues(Turn& turn) {
    State& state = turn.state;
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        Progress& progress = state.progress[r];
        const bool due = reached(turn.plan, state, r);
        const bool full = due && day_full(turn.plan, state, r);
        if (due && !progress.due) {
            const Instant since = state.ledger.now.accounts[r].due_since.value_or(state.now.at);
            if (full) {
                turn.note_as_of(since,
                                note::TooManyToday{progress.break_id, *turn.plan.breaks[r].max_per_day});
            } else {
                turn.note_as_of(since, note::Due{progress.break_id, since});
            }
        } else if (due && progress.day_full && !full) {
            turn.note(note::TooManyToday{progress.break_id, *turn.plan.breaks[r].max_per_day, true});
        }
        progress.due = due;
        progress.day_full = full;
        if (progress.wait_until && *progress.wait_until <= state.now.at) {
            if (due)
                turn.note_as_of(*progress.wait_until, note::Wait{progress.break_id, progress.wait_cause, {}});
            stop_waiting(progress);
        }
    }
}

bool prompt(Turn& turn) {
    State& state = turn.state;
    if (state.session || !may_prompt(turn.plan, state)) {
        state.open_since.reset();
        return false;
    }
    if (state.prompt) {
        const std::optional<Choice> longer = replacement(turn.plan, state);
        if (!longer || turn.on_the_way) return false;
        withdraw_prompt(turn, Why::replaced);
        show_prompt(turn, *longer);
        return true;
    }
    const std::optional<Choice> choice = choose_rule(turn.plan, state);
    if (!choice) {
        state.open_since.reset();
        return false;
    }
    if (!state.open_since) state.open_since = state.now.at;
    if (turn.on_the_way || prompt_at(turn.plan, state) > state.now.at) return false;
    if (turn.plan.typing_gap > Duration::zero()) {
        const bool gap = state.input.silent && state.now.at >= state.input.last + turn.plan.typing_gap;
        turn.note(note::TypingGap{gap});
    }
    show_prompt(turn, *choice);
    return true;
}

} // namespace

std::vector<Paid> paid_in(const State& state) {
    std::vector<Paid> paid;
    const Books& books = state.ledger.now;
    for (std::size_t r = 0; books.spell && r < books.accounts.size(); ++r) {
        if (books.spell->at_start[r] != books.accounts[r].active)
            paid.push_back({state.progress[r].break_id, books.spell->at_start[r], books.accounts[r].active});
    }
    return paid;
}

bool account_rest(Turn& turn, std::size_t rule, const Spell& spell, Duration length) {
    State& state = turn.state;
    Progress& progress = state.progress[rule];
    progress.given_up = false;
    const Instant end = spell.began + spell.stood_still + length;
    const bool up = prompted_for(state, rule) && end == state.now.at;
    const bool answered =
        progress.accounted_at && *progress.accounted_at >= spell.began && *progress.accounted_at <= end;
    const bool accounted = answered || (state.session && state.session->break_id == progress.break_id);
    const bool prompted = up || (progress.prompted_until && *progress.prompted_until > spell.began);
    const bool natural = spell.at_start[rule] * 2 >= turn.plan.breaks[rule].interval;
    const std::string exercise = up ? state.prompt->exercise : std::string{};
    if (up) {
        withdraw_prompt(turn, Why::followed);
        exercise_passed_over(state, exercise);
    }
    if (accounted || (!prompted && !natural)) return up;
    progress.accounted_at = state.now.at;
    turn.record(turn.plan.breaks[rule].name, prompted ? Outcome::followed : Outcome::natural, {exercise},
                length);
    return true;
}

void settle(Turn& turn) {
    // every round that changes something closes or opens a thing, so few are needed
    [[maybe_unused]] int rounds = 0;
    bool changed = true;
    while (changed) {
        ++rounds;
        assert(rounds < 64 && "settling must consume something each time");
        changed = notice_idleness(turn);
        notice_leaving(turn);
        changed = notice_contradiction(turn) || changed;
        changed = notice_request_in_vain(turn) || changed;
        notice_sight(turn);
        changed = notice_hours(turn) || changed;
        changed = end_pause(turn) || changed;
        changed = notice_holds(turn) || changed;
        changed = finish_session(turn) || changed;
        notice_return(turn);
        changed = settle_cut(turn) || changed;
        changed = reach_rests(turn) || changed;
        changed = time_out(turn) || changed;
        notice_dues(turn);
        changed = prompt(turn) || changed;
    }
    State& state = turn.state;
    if (state.unsaved >= save_every) {
        state.unsaved = Duration::zero();
        turn.save = true;
    }
    state.away = state.away || absence(state);
}

} // namespace limber
