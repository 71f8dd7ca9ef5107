// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there, as sources and others tell it (LAW.md §3).
#include "turn.hpp"

#include <algorithm>

namespace limber {

namespace {

/// Silence counts from here: what was before was not seen, or is not seen any more.
void begin_silence_anew(State& state) {
    if (idle_now(state.ledger)) return;
    state.input.last = state.now.at;
    state.input.silent = false;
    state.input.typing_since = state.now.at;
}

} // namespace

void give_grace(Turn& turn) {
    State& state = turn.state;
    state.grace_until = std::max(state.grace_until, state.now.at + turn.plan.return_grace);
}

void unlock(Turn& turn) {
    State& state = turn.state;
    state.locked = false;
    state.lock_requested.reset();
    give_grace(turn);
    state.input.certain = state.now.at;
    others_speak(state);
}

void others_speak(State& state) {
    state.others_said = state.now.at;
    state.sits_here = false;
}

void apply(Turn& turn, const BecameIdle& idle) {
    State& state = turn.state;
    if (!state.presence_known || idle.silence < Duration::zero()) return;
    const Instant last = awake_before(state, idle.silence);
    if (last < state.now.at && state.input.seen == state.now.at) {
        // told in the instant of a return: the return was earlier, and nobody watched then
        state.input.seen = std::max(last, state.input.seen_before);
    }
    if (idle.watched_since == the_past || last > idle.watched_since) {
        // a report can only be late, so of two the earlier instant is right
        const Instant known = state.input.silent ? std::min(state.input.last, last) : last;
        state.input.last = std::clamp(known, state.input.seen, state.now.at);
    } else if (!state.input.silent) {
        state.input.last = std::clamp(idle.watched_since, state.input.seen, state.now.at);
    }
    state.input.silent = true;
}

void apply(Turn& turn, const BecameActive& /*event*/) {
    State& state = turn.state;
    if (!state.presence_known) return;
    Input& input = state.input;
    if (input.silent && state.now.at - input.last >= telling_pause) input.typing_since = state.now.at;
    if (idle_now(state.ledger)) input.certain = state.now.at;
    input.seen_before = input.seen;
    input.last = input.seen = state.now.at;
    input.silent = false;
    end_idle(state.ledger);
    if (state.lock_requested && state.now.at > *state.lock_requested + request_patience) unlock(turn);
}

void apply(Turn& turn, const PresenceLost& /*event*/) {
    State& state = turn.state;
    if (std::exchange(state.presence_known, false)) {
        turn.note(note::Presence{false});
        state.unseen = true;
    }
    state.input.silent = false;
    end_idle(state.ledger);
}

void apply(Turn& turn, const PresenceFound& found) {
    State& state = turn.state;
    const bool news = !std::exchange(state.presence_known, true);
    const bool saw = sees_silence(state);
    state.sight = found;
    state.sight.blind = found.blind && !found.can_be_asked;
    if (std::exchange(state.unseen, false)) turn.note(note::Presence{true});
    if (news) {
        state.input.last = state.input.typing_since = state.now.at;
        state.input.silent = false;
    } else if (saw != sees_silence(state)) {
        begin_silence_anew(state);
    }
}

void apply(Turn& turn, const Locked& locked) {
    State& state = turn.state;
    if (locked.requested && state.locked && !state.lock_requested && !state.sits_here) return;
    const bool was = state.locked && !state.sits_here;
    state.locked = true;
    state.lock_requested = locked.requested ? std::optional{state.now.at} : std::nullopt;
    others_speak(state);
    if (!was) turn.note(note::Away{*absence(state)});
}

void apply(Turn& turn, const Unlocked& /*event*/) {
    State& state = turn.state;
    if (state.locked) return unlock(turn);
    // the first key at a password prompt may have been taken for it; the true one comes now
    give_grace(turn);
    others_speak(state);
}

void apply(Turn& turn, const SessionLeft& /*event*/) {
    const bool was = std::exchange(turn.state.elsewhere, true) && !turn.state.sits_here;
    others_speak(turn.state);
    if (!was) turn.note(note::Away{Absence::other_session});
}

void apply(Turn& turn, const SessionReturned& /*event*/) {
    turn.state.elsewhere = false;
    others_speak(turn.state);
}

void apply(Turn& turn, const QuietChanged& changed) {
    State& state = turn.state;
    auto found = std::ranges::find(state.levels, changed.what, &QuietLevel::what);
    if (found == state.levels.end()) {
        found = state.levels.insert(found, {changed.what, Level::unknown, state.now.at, the_past});
    } else if (found->level == changed.level) {
        return;
    }
    QuietLevel& level = *found;
    const bool saw = sees_silence(state);
    const bool was_on = level.level == Level::on;
    const bool is_on = changed.level == Level::on;
    if (is_on && (level.began == the_past || state.now.at - level.since > turn.plan.idle_after))
        level.began = state.now.at;
    if (is_on != was_on && may_hold(turn.plan, level.what)) {
        if (is_on) {
            turn.note(note::Held{level.what, state.now.at, {}});
        } else {
            turn.note(note::HoldOver{level.what, level.since});
        }
    }
    level.level = changed.level;
    level.since = state.now.at;
    if (saw != sees_silence(state)) begin_silence_anew(state);
}

} // namespace limber
