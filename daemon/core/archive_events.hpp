// SPDX-License-Identifier: GPL-3.0-or-later
// The members of plans, events and effects, named once, and the names of what one of several may be.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "plan.hpp"

#include <array>
#include <string_view>

namespace limber {

[[nodiscard]] inline auto names_of(const Happening& /*variant*/) {
    return std::array<std::string_view, 23>{
        "Started",        "AlarmRang",       "BecameIdle",     "BecameActive",   "PresenceLost",
        "PresenceFound",  "Locked",          "Unlocked",       "SessionLeft",    "SessionReturned",
        "SleepAnnounced", "QuietChanged",    "PromptAnswered", "PromptClosed",   "PromptExpired",
        "PromptFailed",   "StartRequested",  "SessionSteered", "PauseRequested", "ResumeRequested",
        "Rested",         "ExerciseAllowed", "PlanReplaced"};
}

[[nodiscard]] inline auto names_of(const Doing& /*variant*/) {
    return std::array<std::string_view, 8>{"ShowPrompt",   "WithdrawPrompt", "OpenSession", "UpdateSession",
                                           "CloseSession", "Record",         "Save",        "Ignored"};
}

[[nodiscard]] inline auto names_of(const decltype(PauseRequested::until)& /*variant*/) {
    return std::array<std::string_view, 4>{"UntilResumed", "ForDuration", "UntilClock", "UntilTomorrow"};
}

static_assert(std::variant_size_v<Happening> == 23 && std::variant_size_v<Doing> == 8);

// Plan

template <class A>
void fields(A& a, Phase& v) {
    a("name", v.name);
    a("text", v.text);
    a("kind", v.kind);
    a("side", v.side);
    a("length", v.length);
    a("title", v.title);
}

template <class A>
void fields(A& a, Block& v) {
    a("reps", v.reps);
    a("reps_range", v.reps_range);
    a("mirror", v.mirror);
    a("phases", v.phases);
}

template <class A>
void fields(A& a, Quota& v) {
    a("per_day", v.per_day);
    a("min_gap", v.min_gap);
}

template <class A>
void fields(A& a, Exercise& v) {
    a("id", v.id);
    a("title", v.title);
    a("summary", v.summary);
    a("area", v.area);
    a("positions", v.positions);
    a("places", v.places);
    a("caution", v.caution);
    a("avoid_if", v.avoid_if);
    a("quota", v.quota);
    a("ride_along", v.ride_along);
    a("source", v.source);
    a("pose", v.pose);
    a("image", v.image);
    a("blocks", v.blocks);
}

template <class A>
void fields(A& a, Selection& v) {
    a("count", v.count);
    a("from", v.from);
}

template <class A>
void fields(A& a, BreakRule& v) {
    a("name", v.name);
    a("title", v.title);
    a("interval", v.interval);
    a("rest", v.rest);
    a("snooze", v.snooze);
    a("max_snoozes", v.max_snoozes);
    a("prompt_timeout", v.prompt_timeout);
    a("repeat_after", v.repeat_after);
    a("max_prompts", v.max_prompts);
    a("max_per_day", v.max_per_day);
    a("exercises", v.exercises);
}

template <class A>
void fields(A& a, HoursRange& v) {
    a("from", v.from);
    a("until", v.until);
}

template <class A>
void fields(A& a, Hours& v) {
    a("days", v.days);
}

template <class A>
void fields(A& a, Person& v) {
    a("place", v.place);
    a("positions", v.positions);
    a("health", v.health);
    a("exclude", v.exclude);
}

template <class A>
void fields(A& a, Plan& v) {
    a("breaks", v.breaks);
    a("exercises", v.exercises);
    a("idle_after", v.idle_after);
    a("merge_within", v.merge_within);
    a("typing_gap", v.typing_gap);
    a("typing_patience", v.typing_patience);
    a("settle", v.settle);
    a("return_grace", v.return_grace);
    a("day_starts", v.day_starts);
    a("passive_screen", v.passive_screen);
    a("hours", v.hours);
    a("holds", v.holds);
    a("person", v.person);
}

// Events

template <class A>
void fields(A& a, Started& v) {
    a("gap", v.gap);
    a("kind", v.kind);
    a("other_boot", v.other_boot);
}

template <class A>
void fields(A& a, ShownBy& v) {
    a("caller", v.caller); // not the token: it names programs and hosts
}

template <class A>
void fields(A& a, BecameIdle& v) {
    a("silence", v.silence);
    a("watched_since", v.watched_since);
}

template <class A>
void fields(A& a, QuietChanged& v) {
    a("what", v.what);
    a("level", v.level);
}

template <class A>
void fields(A& a, PromptAnswered& v) {
    a("id", v.id);
    a("answer", v.answer);
    a("snooze", v.snooze);
    a("by", v.by);
}

template <class A>
void fields(A& a, PromptClosed& v) {
    a("id", v.id);
}

template <class A>
void fields(A& a, PromptExpired& v) {
    a("id", v.id);
}

template <class A>
void fields(A& a, PromptFailed& v) {
    a("id", v.id);
}

template <class A>
void fields(A& a, StartRequested& v) {
    a("rule", v.rule);
    a("exercise", v.exercise);
    a("replace", v.replace);
    a("by", v.by);
}

template <class A>
void fields(A& a, SessionSteered& v) {
    a("how", v.how);
}

template <class A>
void fields(A& a, PauseRequested& v) {
    a("until", v.until);
}

template <class A>
void fields(A& a, ForDuration& v) {
    a("length", v.length);
}

template <class A>
void fields(A& a, UntilClock& v) {
    a("time_of_day", v.time_of_day);
}

template <class A>
void fields(A& a, ExerciseAllowed& v) {
    a("exercise", v.exercise);
}

// Those that say everything by their name
template <class A>
void fields(A& /*a*/, AlarmRang& /*v*/) {}

template <class A>
void fields(A& /*a*/, BecameActive& /*v*/) {}

template <class A>
void fields(A& /*a*/, PresenceLost& /*v*/) {}

template <class A>
void fields(A& a, PresenceFound& v) {
    a("blind", v.blind);
    a("can_be_asked", v.can_be_asked);
    a("finest", v.finest);
}

template <class A>
void fields(A& a, Locked& v) {
    a("requested", v.requested);
}

template <class A>
void fields(A& /*a*/, Unlocked& /*v*/) {}

template <class A>
void fields(A& /*a*/, SessionLeft& /*v*/) {}

template <class A>
void fields(A& /*a*/, SessionReturned& /*v*/) {}

template <class A>
void fields(A& /*a*/, SleepAnnounced& /*v*/) {}

template <class A>
void fields(A& /*a*/, ResumeRequested& /*v*/) {}

template <class A>
void fields(A& /*a*/, Rested& /*v*/) {}

template <class A>
void fields(A& /*a*/, PlanReplaced& /*v*/) {}

template <class A>
void fields(A& /*a*/, UntilResumed& /*v*/) {}

template <class A>
void fields(A& /*a*/, UntilTomorrow& /*v*/) {}

template <class A>
void fields(A& /*a*/, Save& /*v*/) {}

template <class A>
void fields(A& a, Event& v) {
    a("stamp", v.stamp);
    a("what", v.what);
}

// Effects

template <class A>
void fields(A& a, ShowPrompt& v) {
    a("id", v.id);
    a("break", v.break_id);
    a("exercise", v.exercise);
    a("reason", v.reason);
    a("at", v.at);
    a("due_since", v.due_since);
    a("held_by", v.held_by);
    a("snooze", v.snooze);
    a("on_screen", v.on_screen);
}

template <class A>
void fields(A& a, WithdrawPrompt& v) {
    a("id", v.id);
    a("break", v.break_id);
    a("why", v.why);
}

template <class A>
void fields(A& a, OpenSession& v) {
    a("session", v.session);
    a("by", v.by);
}

template <class A>
void fields(A& a, UpdateSession& v) {
    a("session", v.session);
}

template <class A>
void fields(A& a, CloseSession& v) {
    a("id", v.id);
    a("outcome", v.outcome);
}

template <class A>
void fields(A& a, Record& v) {
    a("break", v.break_id);
    a("outcome", v.outcome);
    a("exercises", v.exercises);
    a("when", v.when);
    a("day", v.day);
    a("length", v.length);
}

template <class A>
void fields(A& a, Ignored& v) {
    a("reason", v.reason);
}

template <class A>
void fields(A& a, Effect& v) {
    a("at", v.at);
    a("what", v.what);
}

} // namespace limber
