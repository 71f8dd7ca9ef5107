// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises, and guided sessions of them (LAW.md §7): where one stands, and how one begins, is steered and
// ends.
#include "session.hpp"

#include "choosing.hpp"
#include "turn.hpp"

#include <algorithm>
#include <ranges>

namespace limber {

namespace {

Side other(Side side) {
    switch (side) {
    case Side::left: return Side::right;
    case Side::right: return Side::left;
    default: return side;
    }
}

void play(const Exercise& exercise, const Block& block, int rep, bool mirrored,
          std::vector<SessionPhase>& phases) {
    for (const Phase& phase : block.phases) {
        phases.push_back({exercise.id, phase.name, phase.text, phase.kind,
                          mirrored ? other(phase.side) : phase.side, rep, block.reps, phase.length,
                          phase.title});
    }
}

std::vector<std::string> exercises_reached(const Session& session, Instant at) {
    std::vector<std::string> reached;
    for (const SessionPhase& phase : session.phases | std::views::take(cursor_at(session, at).phase + 1)) {
        const std::string& id = phase.exercise;
        if (!id.empty() && (reached.empty() || reached.back() != id)) reached.push_back(id);
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
    if (const std::optional<std::size_t> rule = find_rule(turn.plan, session.break_id))
        turn.state.progress[*rule].accounted_at = turn.state.now.at;
    turn.emit(CloseSession{session.id, outcome});
    std::vector<std::string> reached = exercises_reached(session, turn.state.now.at);
    for (const std::string& id : reached)
        exercise_done(turn.state, id);
    return reached;
}

} // namespace

Duration length_of(const Exercise& exercise) {
    Duration total{};
    for (const Block& block : exercise.blocks) {
        Duration once{};
        for (const Phase& phase : block.phases)
            once += phase.length;
        total += once * block.reps * (block.mirror ? 2 : 1);
    }
    return total;
}

std::string with_side(std::string_view text, Side side) {
    std::string whole;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) break;
        std::string_view words = text.substr(open + 1, close - open - 1);
        if (words == "side") words = "left|right";
        const auto bar = words.find('|');
        whole += text.substr(0, open);
        text.remove_prefix(close + 1);
        if (bar == std::string_view::npos || words.find('|', bar + 1) != std::string_view::npos) {
            whole.append("{").append(words).append("}");
        } else if (side == Side::left || side == Side::right) {
            whole += side == Side::left ? words.substr(0, bar) : words.substr(bar + 1);
        } else if (text.starts_with(' ')) {
            text.remove_prefix(1);
        }
    }
    return whole += text;
}

std::optional<std::size_t> find_rule(const Plan& plan, std::string_view name) {
    const auto found = std::ranges::find(plan.breaks, name, &BreakRule::name);
    if (found == plan.breaks.end()) return std::nullopt;
    return static_cast<std::size_t>(found - plan.breaks.begin());
}

const Exercise* find_exercise(const Plan& plan, std::string_view id) {
    const auto found = std::ranges::find(plan.exercises, id, &Exercise::id);
    return found == plan.exercises.end() ? nullptr : &*found;
}

Duration length_of(const Session& session) {
    Duration total{};
    for (const SessionPhase& phase : session.phases)
        total += phase.length;
    return total;
}

Duration elapsed_in(const Session& session, Instant at) {
    const Instant until = session.paused_at ? std::min(*session.paused_at, at) : at;
    return std::max(Duration::zero(), until - session.began - session.paused_for);
}

Cursor cursor_at(const Session& session, Instant at) {
    Cursor cursor;
    const Duration total = length_of(session);
    const Duration place = std::clamp(elapsed_in(session, at) + session.skipped, Duration::zero(), total);
    cursor.total_left = total - place;
    cursor.done = session.phases.empty() || place >= total;
    Duration begins{};
    for (std::size_t i = 0; i < session.phases.size(); ++i) {
        const SessionPhase& phase = session.phases[i];
        const bool last = i + 1 == session.phases.size();
        if (place < begins + phase.length || last) {
            cursor.phase = i;
            cursor.left = begins + phase.length - place;
            cursor.progress = phase.length > Duration::zero()
                                  ? 1.0 - static_cast<double>(cursor.left.count()) /
                                              static_cast<double>(phase.length.count())
                                  : 1.0;
            break;
        }
        begins += phase.length;
    }
    return cursor;
}

Instant end_of(const Session& session) {
    if (session.paused_at) return never;
    return session.began + session.paused_for + (length_of(session) - session.skipped);
}

Instant next_phase_at(const Session& session, Instant at) {
    const Cursor cursor = cursor_at(session, at);
    return session.paused_at || cursor.done ? never : at + cursor.left;
}

std::vector<SessionPhase> phases_of(const Plan& plan, const std::vector<std::string>& exercises,
                                    Duration rest) {
    std::vector<SessionPhase> phases;
    Duration total{};
    for (const std::string& id : exercises) {
        const Exercise* exercise = find_exercise(plan, id);
        if (exercise == nullptr) continue;
        total += length_of(*exercise);
        for (const Block& block : exercise->blocks) {
            for (int rep = 1; rep <= block.reps; ++rep) {
                play(*exercise, block, rep, false, phases);
                if (block.mirror) play(*exercise, block, rep, true, phases);
            }
        }
    }
    // without any exercise the break itself is the rest, however short
    if (rest - total >= shortest_leave || (phases.empty() && rest > Duration::zero()))
        phases.push_back({{}, "leave-desk", {}, PhaseKind::hold, Side::none, 1, 1, rest - total});
    return phases;
}

void apply(Turn& turn, const StartRequested& request) {
    State& state = turn.state;
    std::optional<std::size_t> rule;
    if (!request.rule.empty()) {
        rule = find_rule(turn.plan, request.rule);
        if (!rule) return turn.refuse(Refusal::no_such_rule);
    } else if (request.exercise.empty()) {
        if (turn.plan.breaks.empty()) return turn.refuse(Refusal::no_such_rule);
        rule = state.prompt ? state.prompt->rule : 0;
    }
    if (!request.exercise.empty()) {
        const Exercise* exercise = find_exercise(turn.plan, request.exercise);
        if (exercise == nullptr) return turn.refuse(Refusal::no_such_exercise);
        const auto unfit_for = unfit(turn.plan, state.bag, *exercise);
        if (unfit_for == Unfit::health || unfit_for == Unfit::excluded)
            return turn.refuse(Refusal::not_suitable);
    }
    if (state.session) {
        if (!request.replace) return turn.refuse(Refusal::busy);
        stop_session(turn);
    }
    start_session(turn, rule, request.exercise, request.by);
}

void start_session(Turn& turn, std::optional<std::size_t> rule, const std::string& exercise,
                   const ShownBy& by) {
    State& state = turn.state;
    if (state.cut) record_cut(turn, Outcome::abandoned);
    std::string first = exercise;
    if (state.prompt) {
        if (first.empty() && rule && *rule == state.prompt->rule) first = state.prompt->exercise;
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
    turn.save = true;
}

void apply(Turn& turn, const SessionSteered& steered) {
    if (!turn.state.session) return turn.refuse(Refusal::no_session);
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
    turn.save = true;
}

void record_cut(Turn& turn, Outcome outcome) {
    const CutSession cut = std::move(*turn.state.cut);
    turn.state.cut.reset();
    const std::optional<Spell>& spell = turn.state.ledger.now.spell;
    record_session(turn, cut.break_id, cut.exercises, outcome,
                   spell ? length_of(*spell, turn.state.now.at) : Duration::zero());
}

} // namespace limber
