// SPDX-License-Identifier: GPL-3.0-or-later
// The members of every part of a state, named once: written, read and shifted by the same lists.
#pragma once

#include "state.hpp"

namespace limber {

template <class A>
void fields(A& a, Civil& v) {
    a("utc", v.utc);
    a("offset", v.offset);
    a("next_change", v.next_change);
    a("next_offset", v.next_offset);
}

template <class A>
void fields(A& a, Stamp& v) {
    a("at", v.at);
    a("asleep", v.asleep);
    a("civil", v.civil);
}

template <class A>
void fields(A& a, Account& v) {
    a("active", v.active);
    a("due_since", v.due_since);
}

template <class A>
void fields(A& a, Spell& v) {
    a("began", v.began);
    a("rested_until", v.rested_until);
    a("stood_still", v.stood_still);
    a("at_start", v.at_start);
    a("base", v.base);
}

template <class A>
void fields(A& a, Books& v) {
    a("at", v.at);
    a("accounts", v.accounts);
    a("spell", v.spell);
    a("clock", v.clock);
}

template <class A>
void fields(A& a, Stretch& v) {
    a("from", v.from);
    a("ground", v.ground);
}

template <class A>
void fields(A& a, IdleStretch& v) {
    a("from", v.from);
    a("until", v.until);
}

template <class A>
void fields(A& a, Zeroing& v) {
    a("at", v.at);
    a("rule", v.rule);
}

template <class A>
void fields(A& a, Ledger& v) {
    a("now", v.now);
    a("footing", v.footing);
    a("stretches", v.stretches);
    a("idles", v.idles);
    a("zeroings", v.zeroings);
    a("clock_from", v.clock_from);
}

template <class A>
void fields(A& a, Input& v) {
    a("last", v.last);
    a("seen", v.seen);
    a("seen_before", v.seen_before);
    a("silent", v.silent);
    a("certain", v.certain);
    a("typing_since", v.typing_since);
}

template <class A>
void fields(A& a, Progress& v) {
    a("break", v.break_id);
    a("wait_until", v.wait_until);
    a("wait_cause", v.wait_cause);
    a("prompts", v.prompts);
    a("snoozes", v.snoozes);
    a("given_up", v.given_up);
    a("due", v.due);
    a("day_full", v.day_full);
    a("same_exercise", v.same_exercise);
    a("accounted_at", v.accounted_at);
    a("prompted_until", v.prompted_until);
}

template <class A>
void fields(A& a, Prompt& v) {
    a("id", v.id);
    a("rule", v.rule);
    a("exercise", v.exercise);
    a("reason", v.reason);
    a("shown", v.shown);
    a("due_since", v.due_since);
    a("held_by", v.held_by);
    a("value", v.value);
    a("counted_on", v.counted_on);
    a("on_screen", v.on_screen);
    a("tried", v.tried);
}

template <class A>
void fields(A& a, QuietLevel& v) {
    a("what", v.what);
    a("level", v.level);
    a("since", v.since);
    a("began", v.began);
}

template <class A>
void fields(A& a, Pause& v) {
    a("since", v.since);
    a("until", v.until);
}

template <class A>
void fields(A& a, Tally& v) {
    a("day", v.day);
    a("breaks_prompted", v.breaks_prompted);
    a("outcomes", v.outcomes);
}

template <class A>
void fields(A& a, ExerciseMemory& v) {
    a("id", v.id);
    a("skipped_today", v.skipped_today);
    a("done_today", v.done_today);
    a("last_done", v.last_done);
}

template <class A>
void fields(A& a, Bag& v) {
    a("ids", v.ids);
    a("last_areas", v.last_areas);
    a("last_shown", v.last_shown);
    a("memory", v.memory);
    a("never", v.never);
    a("dice", v.dice);
    a("day_began", v.day_began);
    a("workdays", v.workdays);
}

template <class A>
void fields(A& a, Sleep& v) {
    a("from", v.from);
    a("until", v.until);
}

template <class A>
void fields(A& a, SessionPhase& v) {
    a("exercise", v.exercise);
    a("name", v.name);
    a("text", v.text);
    a("kind", v.kind);
    a("side", v.side);
    a("rep", v.rep);
    a("reps", v.reps);
    a("length", v.length);
    a("title", v.title);
}

template <class A>
void fields(A& a, Session& v) {
    a("id", v.id);
    a("break", v.break_id);
    a("exercises", v.exercises);
    a("phases", v.phases);
    a("began", v.began);
    a("paused_for", v.paused_for);
    a("paused_at", v.paused_at);
    a("skipped", v.skipped);
    a("rest", v.rest);
}

template <class A>
void fields(A& a, Sight& v) {
    a("blind", v.blind);
    a("can_be_asked", v.can_be_asked);
    a("finest", v.finest);
}

template <class A>
void fields(A& a, CutSession& v) {
    a("break", v.break_id);
    a("exercises", v.exercises);
    a("enough", v.enough);
}

template <class A>
void fields(A& a, KeptRule& v) {
    a("progress", v.progress);
    a("active", v.active);
}

template <class A>
void fields(A& a, Unwatched& v) {
    a("from", v.from);
    a("until", v.until);
}

template <class A>
void fields(A& a, Waiting& v) {
    a("break", v.break_id);
    a("hold", v.hold);
    a("since", v.since);
    a("cause", v.cause);
    a("until", v.until);
}

template <class A>
void fields(A& a, State& v) {
    a("started", v.started);
    a("started_at", v.started_at);
    a("now", v.now);
    a("ledger", v.ledger);
    a("input", v.input);
    a("sleeps", v.sleeps);
    a("presence_known", v.presence_known);
    a("locked", v.locked);
    a("sight", v.sight);
    a("lock_requested", v.lock_requested);
    a("elsewhere", v.elsewhere);
    a("others_said", v.others_said);
    a("sits_here", v.sits_here);
    a("trust", v.trust);
    a("away", v.away);
    a("unseen", v.unseen);
    a("unwatched", v.unwatched);
    a("booted", v.booted);
    a("ask_at", v.ask_at);
    a("outside_hours", v.outside_hours);
    a("outside_since", v.outside_since);
    a("levels", v.levels);
    a("pause", v.pause);
    a("held", v.held);
    a("last_hold", v.last_hold);
    a("last_hold_end", v.last_hold_end);
    a("settle_until", v.settle_until);
    a("grace_until", v.grace_until);
    a("open_since", v.open_since);
    a("waiting", v.waiting);
    a("progress", v.progress);
    a("prompt", v.prompt);
    a("session", v.session);
    a("cut", v.cut);
    a("kept", v.kept);
    a("next_prompt_id", v.next_prompt_id);
    a("next_session_id", v.next_session_id);
    a("unsaved", v.unsaved);
    a("desk_time", v.desk_time);
    a("tally", v.tally);
    a("bag", v.bag);
}

} // namespace limber
