// SPDX-License-Identifier: GPL-3.0-or-later
// One step under way: the state being changed and the effects so far. Inside the core only.
#pragma once

#include "circumstance.hpp"
#include "effect.hpp"
#include "plan.hpp"
#include "state.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber {

class Turn {
public:
    Turn(const Plan& its_plan, State& its_state, std::vector<Effect>& effects)
        : plan{its_plan}, state{its_state}, effects_(effects) {}

    const Plan& plan;
    State& state;

    /// What a sleep brought about carries the wake's instant.
    void stamp_with(std::optional<Instant> wake) { wake_ = wake; }

    void emit(Doing doing) { effects_.push_back({wake_.value_or(state.now.at), std::move(doing)}); }

    void refuse(Refusal reason) { emit(Ignored{reason}); }

    /// The state is worth writing down at the end of this instant.
    void want_save() { save_ = true; }

    bool take_save() { return std::exchange(save_, false); }

    void record(const std::string& break_id, Outcome outcome, std::vector<std::string> exercises,
                Duration length);

private:
    std::vector<Effect>& effects_;
    std::optional<Instant> wake_;
    bool save_ = false;
};

// Prompts (prompting.cpp)

void show_prompt(Turn& turn, const Choice& choice);

/// Takes the prompt that is up off the screen. Its rule's waits and records are the caller's.
void withdraw_prompt(Turn& turn, Why why);
void withdraw_for_hold(Turn& turn);

/// Closed without an answer, or not shown at all: later, never a skip.
void put_off_prompt(Turn& turn, Why why);
void time_out_prompt(Turn& turn);

void answer_prompt(Turn& turn, const PromptAnswered& answer);

/// The exercise of the prompt that is up no longer suits the person: show another.
void refresh_prompt(Turn& turn);

/// Active time is 0 and a new break begins.
void clear_rule(Turn& turn, std::size_t rule);

// Sessions (sessions.cpp)

void request_session(Turn& turn, const StartRequested& request);
void start_session(Turn& turn, std::optional<std::size_t> rule, const std::string& exercise);
void steer_session(Turn& turn, Steering how);
void end_session(Turn& turn, Outcome outcome);

/// A sleep, a lock or a restart ends it here.
void cut_session(Turn& turn);

// Everything that time and circumstances bring at this instant (settling.cpp)

void settle(Turn& turn);

} // namespace limber
