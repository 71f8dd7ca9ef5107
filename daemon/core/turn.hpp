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

class Turn {
public:
    /// `told`: the stamp's instant, which all effects carry whenever they became true.
    Turn(const Plan& its_plan, State& its_state, std::vector<Effect>& effects, std::vector<Note>* notes,
         Instant told)
        : plan{its_plan}, state{its_state}, effects_(effects), notes_(notes), told_(told),
          first_(effects.size()) {}

    const Plan& plan;
    State& state;

    /// The instants before the stamp are being lived through: prompts wait for the stamp.
    bool on_the_way = true;

    /// The step comes so late that nobody watched: that no pause was told says nothing.
    bool late = false;

    void emit(Doing doing) { effects_.push_back({told_, std::move(doing)}); }

    void refuse(Refusal reason) {
        refused_ = true;
        emit(Ignored{reason});
    }

    [[nodiscard]] bool refused() const { return refused_; }

    /// Whether anybody wants to know why.
    [[nodiscard]] bool telling() const { return notes_ != nullptr; }

    /// It became true at the present instant, or at `at`.
    template <class What>
    void note(What what) {
        note_as_of(state.now.at, std::move(what));
    }

    template <class What>
    void note_as_of(Instant at, What what) {
        if (notes_ != nullptr) {
            notes_->push_back({at, civil_at(state.now, at), std::move(what), effects_.size() - first_});
        }
    }

    /// The state is worth writing down at the end of this step.
    void want_save() { save_ = true; }

    bool take_save() { return std::exchange(save_, false); }

    void record(const std::string& break_id, Outcome outcome, std::vector<std::string> exercises,
                Duration length);

private:
    std::vector<Effect>& effects_;
    std::vector<Note>* notes_;
    Instant told_;
    std::size_t first_; ///< effects of earlier steps
    bool save_ = false;
    bool refused_ = false;
};

// Prompts (prompting.cpp)

void show_prompt(Turn& turn, const Choice& choice);

/// Takes the prompt that is up off the screen. Its rule's waits and records are the caller's.
void withdraw_prompt(Turn& turn, Why why);
void withdraw_for_hold(Turn& turn);

/// Dismissed, timed out or lost: later, never a skip; given up after `max_prompts`.
void put_off_prompt(Turn& turn, Why why);

void answer_prompt(Turn& turn, const PromptAnswered& answer);

/// The exercise of the prompt that is up no longer suits the person: show another.
void refresh_prompt(Turn& turn);

/// Active time is 0 and a new break begins.
void clear_rule(Turn& turn, std::size_t rule);

/// The rule waits so long from now on.
void wait(Turn& turn, std::size_t rule, Duration length, WaitCause cause);

// Sessions (sessions.cpp)

void request_session(Turn& turn, const StartRequested& request);
void start_session(Turn& turn, std::optional<std::size_t> rule, const std::string& exercise,
                   const ShownBy& by);
void steer_session(Turn& turn, Steering how);
void end_session(Turn& turn, Outcome outcome);

/// As the person stops it: done from half of its length on.
void stop_session(Turn& turn);

/// A sleep, a lock or a restart ends it here; record_cut() follows when it is known how the rest went on.
void cut_session(Turn& turn);
void record_cut(Turn& turn, Outcome outcome);

// Everything that time and circumstances bring at this instant (settling.cpp)

/// What the rest so far did to each rule.
[[nodiscard]] std::vector<Paid> paid_in(const State& state);

/// A rest of this length reached the rule's `rest`: its record, if it has none. `up`: its prompt was up.
bool account_rest(Turn& turn, std::size_t rule, const Spell& spell, Duration length);

/// Unlocked, or as if.
void unlock(Turn& turn);

/// A word on lock or session: whatever was held against the last one is forgotten.
void others_speak(State& state);

void settle(Turn& turn);

} // namespace limber
