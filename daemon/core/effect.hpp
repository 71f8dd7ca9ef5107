// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the core wants done. The performer does it after the step has ended.
#pragma once

#include "event.hpp"
#include "session.hpp"
#include "time.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace limber {

enum class Reason { due, merged, again };
enum class Why { start, snooze, skip, dismissed, timeout, hold, replaced, followed, rested, lost };
enum class Outcome { done, abandoned, snoozed, skipped, unanswered, followed, natural };

/// Show this prompt, or show it anew if its id is on screen already (another exercise was asked for).
/// Ends with exactly one WithdrawPrompt.
struct ShowPrompt {
    PromptId id = 0;
    std::string break_id;
    std::string exercise; ///< id; empty when none fits the person: stand up and rest
    Reason reason = Reason::due;
    Instant at{};
    Instant due_since{};
    std::string held_by;          ///< what held it back until now; empty if nothing did
    std::vector<Duration> snooze; ///< lengths offered; empty: none left
    bool on_screen = true;        ///< false: it has left the screen and stays up in tray and command line
};

struct WithdrawPrompt {
    PromptId id = 0;
    std::string break_id;
    Why why = Why::lost;
};

struct OpenSession {
    Session session;
    ShownBy by;
};

/// Paused, resumed, or moved to another phase.
struct UpdateSession {
    Session session;
};

/// Without an outcome it was cut, and its record comes when it is known how the rest goes on.
struct CloseSession {
    SessionId id = 0;
    std::optional<Outcome> outcome = Outcome::done;
};

/// One line of history.
struct Record {
    std::string break_id; ///< empty for a session of one exercise
    Outcome outcome = Outcome::done;
    std::vector<std::string> exercises;
    Civil when{};
    Day day{};
    Duration length{}; ///< of the rest, as known now
};

/// Write the state to disk.
struct Save {};

enum class Refusal {
    nothing_prompted, ///< snooze, skip, another, never: nothing to answer; `pause` is what they look for
    stale_prompt,
    no_snooze_left,
    snooze_out_of_range,
    busy, ///< a session is running
    no_session,
    no_such_rule,
    no_such_exercise,
    no_other_exercise,
    not_suitable, ///< asked for by id, but the person's health says no
    not_paused,
    pause_out_of_range,
    not_started, ///< no Started has been seen yet
    not_excluded ///< to be allowed again, but it was never excluded
};

/// The event changed nothing, and why.
struct Ignored {
    Refusal reason = Refusal::stale_prompt;
};

using Doing =
    std::variant<ShowPrompt, WithdrawPrompt, OpenSession, UpdateSession, CloseSession, Record, Save, Ignored>;

/// What to do, and when it was decided.
struct Effect {
    Instant at{};
    Doing what;
};

} // namespace limber
