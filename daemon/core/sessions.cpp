// SPDX-License-Identifier: GPL-3.0-or-later
// Guided sessions (LAW.md §7).
#include "choosing.hpp"
#include "turn.hpp"

namespace limber {

namespace {

std::vector<std::string> exercises_reached(const Session& session, Instant at) {
    std::vector<std::string> reached;
    const std::size_t last = cursor_at(session, at).phase;
    for (std::size_t i = 0; i <= last && i < session.phases.size(); ++i) {
        const std::string& id = session.phases[i].exercise;
        if (!id.empty() && (reached.empty() || reached.back() != id)) {
            reached.push_back(id);
        }
    }
    return reached;
}

/// What a session that is over leaves: its rule begins anew, or asks again later.
void record_session(Turn& turn, const std::string& break_id, std::vector<std::string> exercises,
                    Outcome outcome, Duration length) {
    turn.record(break_id, outcome, std::move(exercises), length);
    if (const std::optional<std::size_t> rule = find_rule(turn.plan, break_id)) {
        if (outcome == Outcome::done) {
            clear_rule(turn, *rule);
        } else {
            wait(turn, *rule, turn.plan.breaks[*rule].repeat_after, WaitCause::repeat_after);
        }
    }
}

/// Off the screen; its exercises, as far as it came, are done. It is the record of the spell it ran in.
std::vector<std::string> close_session(Turn& turn, const Session& session, std::optional<Outcome> outcome) {
    turn.state.session.reset();
    if (const std::optional<std::size_t> rule = find_rule(turn.plan, session.break_id)) {
        turn.state.progress[*rule].accounted_at = turn.state.now.at;
    }
    turn.emit(CloseSession{session.id, outcome});
    std::vector<std::string> reached = exercises_reached(session, turn.state.now.at);
    for (const std::string& id : reached) {
        exercise_done(turn.state, id);
    }
    return reached;
}

} // namespace

void apply(Turn& turn, const StartRequested& request) {
    State& state = turn.state;
    std::optional<std::size_t> rule;
    if (!request.rule.empty()) {
        rule = find_rule(turn.plan, request.rule);
        if (!rule) {
            return turn.refuse(Refusal::no_such_rule);
        }
    } else if (request.exercise.empty()) {
        if (turn.plan.breaks.empty()) {
            return turn.refuse(Refusal::no_such_rule);
        }
        rule = state.prompt ? state.prompt->rule : 0;
    }
    if (!request.exercise.empty()) {
        const Exercise* exercise = find_exercise(turn.plan, request.exercise);
        if (exercise == nullptr) {
            return turn.refuse(Refusal::no_such_exercise);
        }
        const auto unfit_for = unfit(turn.plan, state.bag, *exercise);
        if (unfit_for == Unfit::health || unfit_for == Unfit::excluded) {
            return turn.refuse(Refusal::not_suitable);
        }
    }
    if (state.session) {
        if (!request.replace) {
            return turn.refuse(Refusal::busy);
        }
        stop_session(turn);
    }
    start_session(turn, rule, request.exercise, request.by);
}

void start_session(Turn& turn, std::optional<std::size_t> rule, const std::string& exercise,
                   const ShownBy& by) {
    State& state = turn.state;
    if (state.cut) {
        record_cut(turn, Outcome::abandoned);
    }
    std::string first = exercise;
    if (state.prompt) {
        if (first.empty() && rule && *rule == state.prompt->rule) {
            first = state.prompt->exercise;
        }
        state.progress[state.prompt->rule].accounted_at = state.now.at;
        somebody_reacted(state);
        withdraw_prompt(turn, Why::start);
    }
    Session session;
    session.id = state.next_session_id++;
    session.began = state.now.at;
    if (rule) {
        const BreakRule& of = turn.plan.breaks[*rule];
        session.break_id = of.name;
        session.rest = of.rest;
        state.progress[*rule].accounted_at = state.now.at;
        state.progress[*rule].same_exercise.clear();
        if (first.empty()) {
            first = choose(turn.plan, state, of, {});
            exercise_shown(turn.plan, state, first);
        }
        session.exercises = compose(turn.plan, state, of, first);
    } else {
        session.exercises = {first};
    }
    session.phases = phases_of(turn.plan, session.exercises, session.rest);
    state.session = session;
    state.open_since.reset();
    turn.emit(OpenSession{std::move(session), by});
    turn.want_save();
}

void apply(Turn& turn, const SessionSteered& steered) {
    if (!turn.state.session) {
        return turn.refuse(Refusal::no_session);
    }
    Session& session = *turn.state.session;
    const Instant now = turn.state.now.at;
    const Cursor cursor = cursor_at(session, now);
    switch (steered.how) {
    case Steering::pause:
        if (session.paused_at) return;
        session.paused_at = now;
        break;
    case Steering::resume:
        if (!session.paused_at) return;
        session.paused_for += now - *session.paused_at;
        session.paused_at.reset();
        break;
    case Steering::repeat: session.skipped -= session.phases[cursor.phase].length - cursor.left; break;
    case Steering::next:
        if (cursor.phase + 1 == session.phases.size()) return end_session(turn, Outcome::done);
        session.skipped += cursor.left;
        break;
    case Steering::enough: return end_session(turn, Outcome::done);
    case Steering::stop: return stop_session(turn);
    }
    turn.emit(UpdateSession{session});
}

void end_session(Turn& turn, Outcome outcome) {
    const Session session = std::move(*turn.state.session);
    std::vector<std::string> reached = close_session(turn, session, outcome);
    record_session(turn, session.break_id, std::move(reached), outcome,
                   elapsed_in(session, turn.state.now.at));
}

void stop_session(Turn& turn) {
    const Session& session = *turn.state.session;
    const Duration total = length_of(session);
    const Duration place = total - cursor_at(session, turn.state.now.at).total_left;
    end_session(turn, place * 2 >= total ? Outcome::done : Outcome::abandoned);
}

void cut_session(Turn& turn) {
    State& state = turn.state;
    const Session session = std::move(*state.session);
    const Duration enough = session.rest > Duration::zero() ? session.rest : length_of(session);
    state.cut = CutSession{session.break_id, close_session(turn, session, {}), enough};
    turn.note(note::Cut{session.break_id});
    turn.want_save();
}

void record_cut(Turn& turn, Outcome outcome) {
    const CutSession cut = std::move(*turn.state.cut);
    turn.state.cut.reset();
    const std::optional<Spell>& spell = turn.state.ledger.now.spell;
    record_session(turn, cut.break_id, cut.exercises, outcome,
                   spell ? length_of(*spell, turn.state.now.at) : Duration::zero());
}

} // namespace limber
