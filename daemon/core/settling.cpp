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
    const std::optional<IdleCrossing> crossing = idle_crossing(turn.plan, turn.state);
    if (!crossing || crossing->at > turn.state.now.at) {
        return false;
    }
    begin_idle(turn.state.ledger, turn.plan, crossing->from);
    return true;
}

bool notice_hours(Turn& turn) {
    const bool outside = !within_hours(turn.plan, turn.state.now.civil);
    if (outside == turn.state.outside_hours) {
        return false;
    }
    turn.state.outside_hours = outside;
    turn.state.outside_since = turn.state.now.at;
    return true;
}

bool end_pause(Turn& turn) {
    State& state = turn.state;
    if (!state.pause || state.pause->until > state.now.at) {
        return false;
    }
    state.pause.reset();
    turn.want_save();
    return true;
}

bool notice_holds(Turn& turn) {
    State& state = turn.state;
    const std::string_view hold = hold_on(turn.plan, state);
    const bool held = !hold.empty();
    if (held) {
        state.last_hold = hold;
    }
    if (held == state.held) {
        return false;
    }
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
    if (!state.session) {
        return false;
    }
    if (end_of(*state.session) <= state.now.at) {
        end_session(turn, Outcome::done);
    } else if (state.asleep || state.locked) {
        cut_session(turn);
    } else {
        return false;
    }
    return true;
}

/// A rest longer than idle_after ended here: whoever comes back is left alone for a while.
void notice_return(Turn& turn) {
    State& state = turn.state;
    const std::optional<Spell>& spell = state.ledger.now.spell;
    if (spell && state.now.at - spell->began > turn.plan.idle_after && at_desk(state)) {
        state.grace_until = std::max(state.grace_until, state.now.at + turn.plan.return_grace);
    }
}

bool reach_rest(Turn& turn, std::size_t rule) {
    State& state = turn.state;
    Progress& progress = state.progress[rule];
    const Spell& spell = *state.ledger.now.spell;
    const BreakRule& of = turn.plan.breaks[rule];
    const bool up = state.prompt && state.prompt->rule == rule;
    if (state.now.at - spell.began < of.rest) {
        const bool resting = ground_of(state) == Ground::rest || idle_now(state.ledger);
        if (!up || !resting ||
            state.ledger.now.accounts[rule].active > rested_level(turn.plan, *state.prompt)) {
            return false;
        }
        withdraw_prompt(turn, Why::rested);
        return true;
    }
    progress.given_up = false;
    const bool accounted = progress.accounted_at && *progress.accounted_at >= spell.began;
    const bool prompted = up || (progress.prompted_until && *progress.prompted_until > spell.began);
    const bool natural = spell.at_start[rule] * 2 >= of.interval;
    const std::string exercise = up ? state.prompt->exercise : std::string{};
    if (up) {
        withdraw_prompt(turn, Why::followed);
        exercise_passed_over(state, exercise);
    }
    if (accounted || (!prompted && !natural)) {
        return up;
    }
    progress.accounted_at = state.now.at;
    turn.record(of.name, prompted ? Outcome::followed : Outcome::natural, {exercise},
                state.now.at - spell.began);
    return true;
}

/// Active time is back at 0: the next prompt is the first one of a new break.
bool begin_anew(Turn& turn, std::size_t rule) {
    State& state = turn.state;
    Progress& progress = state.progress[rule];
    if (state.ledger.now.accounts[rule].active > Duration::zero()) {
        return false;
    }
    if (state.prompt && state.prompt->rule == rule) {
        return false;
    }
    if (progress.prompts == 0 && progress.snoozes == 0 && !progress.wait_until) {
        return false;
    }
    progress.prompts = 0;
    progress.snoozes = 0;
    progress.wait_until.reset();
    progress.wait_cause = WaitCause::none;
    turn.want_save();
    return true;
}

bool reach_rests(Turn& turn) {
    bool changed = false;
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        if (turn.state.ledger.now.spell) {
            changed = reach_rest(turn, r) || changed;
        }
        changed = begin_anew(turn, r) || changed;
    }
    return changed;
}

bool time_out(Turn& turn) {
    const State& state = turn.state;
    if (!state.prompt || state.ledger.now.clock < turn.plan.breaks[state.prompt->rule].prompt_timeout) {
        return false;
    }
    time_out_prompt(turn);
    return true;
}

bool prompt(Turn& turn) {
    State& state = turn.state;
    if (state.session || !may_prompt(state)) {
        state.open_since.reset();
        return false;
    }
    if (state.prompt) {
        const std::optional<std::size_t> longer = replacing_rule(turn.plan, state);
        if (!longer) {
            return false;
        }
        Choice choice{*longer, state.progress[*longer].prompts > 0 ? Reason::again : Reason::due,
                      state.ledger.now.accounts[*longer].due_since.value_or(state.now.at)};
        withdraw_prompt(turn, Why::replaced);
        show_prompt(turn, choice);
        return true;
    }
    const std::optional<Choice> choice = choose_rule(turn.plan, state);
    if (!choice) {
        state.open_since.reset();
        return false;
    }
    if (!state.open_since) {
        state.open_since = state.now.at;
    }
    if (prompt_at(turn.plan, state) > state.now.at) {
        return false;
    }
    show_prompt(turn, *choice);
    return true;
}

} // namespace

void settle(Turn& turn) {
    // every round that changes something closes or opens a thing, so few are needed
    [[maybe_unused]] int rounds = 0;
    bool changed = true;
    while (changed) {
        ++rounds;
        assert(rounds < 64 && "settling must consume something each time");
        changed = notice_idleness(turn);
        changed = notice_hours(turn) || changed;
        changed = end_pause(turn) || changed;
        changed = notice_holds(turn) || changed;
        changed = finish_session(turn) || changed;
        notice_return(turn);
        changed = reach_rests(turn) || changed;
        changed = time_out(turn) || changed;
        changed = prompt(turn) || changed;
    }
    State& state = turn.state;
    if (turn.take_save() || state.unsaved >= save_every) {
        state.unsaved = Duration::zero();
        turn.emit(Save{});
    }
}

} // namespace limber
