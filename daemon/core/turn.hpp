// SPDX-License-Identifier: GPL-3.0-or-later
// One step under way: the state being changed and the effects so far. Inside the core only.
#pragma once

#include "circumstance.hpp"
#include "effect.hpp"
#include "note.hpp"
#include "plan.hpp"
#include "state.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber {

struct Turn {
    const Plan& plan;
    State& state;
    std::vector<Effect>& effects;
    std::vector<Note>* notes;                   ///< null: nobody wants to know why
    const Stamp stamp;                          ///< of the event: all effects carry its instant
    const std::size_t earlier = effects.size(); ///< effects of earlier steps
    bool on_the_way = true; ///< the instants before the stamp are lived through: prompts wait for the stamp
    bool late = false;      ///< so late that nobody watched: that no pause was told says nothing
    bool save = false;      ///< the state is worth writing down at the end of this step
    bool refused = false;

    void emit(Doing doing) { effects.push_back({stamp.at, std::move(doing)}); }

    void refuse(Refusal reason) {
        refused = true;
        emit(Ignored{reason});
    }

    /// It became true at the present instant, or at `at`.
    template <class What>
    void note(What what) {
        note_as_of(state.now.at, std::move(what));
    }

    template <class What>
    void note_as_of(Instant at, What what) {
        if (notes != nullptr)
            notes->push_back({at, civil_at(state.now, at), std::move(what), effects.size() - earlier});
    }

    void record(const std::string& break_id, Outcome outcome, std::vector<std::string> exercises,
                Duration length);
};

// What an event does, where that is a matter of its own; the others are in step.cpp.

void apply(Turn& turn, const BecameIdle& idle);
void apply(Turn& turn, const BecameActive& active);
void apply(Turn& turn, const PresenceLost& lost);
void apply(Turn& turn, const PresenceFound& found);
void apply(Turn& turn, const Locked& locked);
void apply(Turn& turn, const Unlocked& unlocked);
void apply(Turn& turn, const SessionLeft& left);
void apply(Turn& turn, const SessionReturned& returned);
void apply(Turn& turn, const QuietChanged& changed);
void apply(Turn& turn, const PromptAnswered& answer);
void apply(Turn& turn, const PromptClosed& closed);
void apply(Turn& turn, const PromptExpired& expired);
void apply(Turn& turn, const PromptFailed& failed);
void apply(Turn& turn, const StartRequested& request);
void apply(Turn& turn, const SessionSteered& steered);

// Who is there (presence.cpp)

/// No prompt within `return_grace` from here on.
void give_grace(Turn& turn);

/// Unlocked, or as if.
void unlock(Turn& turn);

/// A word on lock or session: whatever was held against the last one is forgotten.
void others_speak(State& state);

// Prompts (prompting.cpp)

void show_prompt(Turn& turn, const Choice& choice);

/// Takes the prompt that is up off the screen. Its rule's waits and records are the caller's.
Prompt withdraw_prompt(Turn& turn, Why why);
void withdraw_for_hold(Turn& turn);

/// Dismissed, timed out or lost: later, never a skip; given up after `max_prompts`.
void put_off_prompt(Turn& turn, Why why);

/// The exercise of the prompt that is up no longer suits the person: show another.
void refresh_prompt(Turn& turn);

/// Active time is 0 and a new break begins.
void clear_rule(Turn& turn, std::size_t rule);

/// Of an answer to a prompt: nobody gives up on this person.
void somebody_reacted(State& state);

void stop_waiting(Progress& progress);

/// Counts begin anew and the wait is over.
void begin_break(Progress& progress);

/// The rule waits so long from now on.
void wait(Turn& turn, std::size_t rule, Duration length, WaitCause cause);

// Sessions (session.cpp)

void start_session(Turn& turn, std::optional<std::size_t> rule, const std::string& exercise,
                   const ShownBy& by);
void end_session(Turn& turn, Outcome outcome);

/// As the person stops it: done from half of its length on.
void stop_session(Turn& turn);

/// A sleep, a lock or a restart ends it here; record_cut() follows when it is known how the rest went on.
void cut_session(Turn& turn);
void record_cut(Turn& turn, Outcome outcome);

// How time passes: at the desk, asleep, in a gap or with nobody watching (passing.cpp)

/// Begins a new civil day where the clock says so.
void turn_day(const Plan& plan, State& state);

/// Where the person was that long ago, in time awake: `silence` is what input timers count. Exactly at a wake
/// means the moment the machine fell asleep: who types until the lid closes is the ordinary case.
[[nodiscard]] Instant awake_before(const State& state, Duration silence);

/// Forgets facts behind the books that hindsight cannot reach any more, once there are many.
void forget_facts(const Plan& plan, State& state);

/// Time passes until just before `until`: all that is due on the way happens at its own instant.
void live_until(Turn& turn, Instant until);

/// Asleep from now until `wake`, or with the machine off.
void sleep_until(Turn& turn, Instant wake);

/// All the time from the state to the stamp, and what the clocks tell of it.
void pass_time(Turn& turn);

// Everything that time and circumstances bring at this instant (settling.cpp)

/// What the rest so far did to each rule.
[[nodiscard]] std::vector<Paid> paid_in(const State& state);

/// A rest of this length reached the rule's `rest`: nobody gives up on the person any more, a prompt for the
/// rule that is up at its end goes, and it is recorded where the law wants a record (LAW.md §6) and there is
/// none. Whether anything went or was recorded.
bool account_rest(Turn& turn, std::size_t rule, const Spell& spell, Duration length);

void settle(Turn& turn);

} // namespace limber
