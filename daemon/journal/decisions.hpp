// SPDX-License-Identifier: GPL-3.0-or-later
// Why things happened, and why they did not: what each step decided, as values. The words are made elsewhere
// (cli/decision_text).
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "waiting.hpp"

#include <optional>
#include <string>
#include <vector>

namespace limber {

struct ReplayedStep;

enum class DecisionKind {
    started,          ///< for the first time
    restarted,        ///< after `length`, of the kind `gap`
    plan_replaced,    ///< other settings
    presence_lost,    ///< nothing tells of input any more
    presence_found,   ///< something does again
    left,             ///< no input since `since`
    locked,           ///< the screen
    session_left,     ///< another session or terminal is in front
    slept,            ///< woke after `length` of sleep
    returned,         ///< to the desk, after `length`; `paid`: what that did
    due,              ///< a rule, since `at`
    day_full,         ///< due, but its `max_per_day` (`count`) is reached
    wait_over,        ///< due again: `cause` had made it wait
    hold_began,       ///< `hold`, until `until` if that is known
    hold_ended,       ///< `hold`, which had been on since `since`
    waits,            ///< nothing but that `waiting` is another one now
    prompted,         ///< `reason`, `since` (due), `hold` (held it back), `typed_on`
    exercise_changed, ///< of the prompt that is up; `never`: the old one never again
    withdrawn,        ///< `why`; waits `until`; `given_up`; `others` wait as well
    taken,            ///< a rest of `length` counts as a break; `outcome` followed or natural
    session_began,    ///< of `length`
    session_paused,
    session_resumed,
    session_ended, ///< `outcome` after `length`
    rested,        ///< the person said so
    refused,       ///< what was asked for, because of `refusal`
    allowed        ///< `exercise`, or all of them
};

/// What a rest did to a rule's active time.
struct ThePaid {
    std::string rule;
    std::string title;
    Duration before{};
    Duration after{};
    Duration interval{};

    bool operator==(const ThePaid&) const = default;
};

/// Which members mean something depends on the kind.
struct Decision {
    Instant at{};
    Civil when{}; ///< the same, on the wall
    DecisionKind kind = DecisionKind::waits;
    std::string rule;
    std::string title;    ///< of the rule; what people call it
    std::string exercise; ///< what people call it
    std::string hold;
    std::optional<Instant> since;
    std::optional<Instant> until;
    Duration length{};
    Gap gap = Gap::first;
    WaitCause cause = WaitCause::none;
    Reason reason = Reason::due;
    Why why = Why::lost;
    Outcome outcome = Outcome::done;
    Refusal refusal = Refusal::stale_prompt;
    int count = 0;
    bool typed_on = false; ///< there was no pause in the typing
    bool given_up = false; ///< the next breaks of the rule are prompted for once each
    bool never = false;
    std::vector<std::string> others; ///< titles of rules that wait because this one was answered
    std::vector<ThePaid> paid;
    std::optional<TheWait> waiting; ///< what is waited for from here on, if that is new

    bool operator==(const Decision&) const = default;
};

/// Sees one step after the other and tells what each decided.
class DecisionMaker {
public:
    /// In the order in which it happened.
    [[nodiscard]] std::vector<Decision> see(const ReplayedStep& step);

private:
    std::optional<TheWait> waiting_;
    std::optional<Instant> started_at_; ///< until presence was found for the first time
    bool away_told_ = false;
};

} // namespace limber
