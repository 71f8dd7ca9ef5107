// SPDX-License-Identifier: GPL-3.0-or-later
// What may be shown to a person: a value made from plan and state, without texts.
#pragma once

#include "effect.hpp"
#include "note.hpp"
#include "session.hpp"
#include "time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

/// What Limber is doing. `waiting`: active time calls for a break, and it waits (WaitCause).
/// `away`: idle, locked, asleep or another session in front.
enum class Activity { working, waiting, prompted, resting, paused, held, away, outside_hours, unknown };

/// After every so much accrued time the core asks for the state to be saved.
inline constexpr Duration save_every = std::chrono::minutes{5};

/// The tray's arc: 0 (nothing) … arc_steps (due) of the way to the next break.
inline constexpr int arc_steps = 12;

struct RuleStatus {
    std::string name;
    std::string title;
    Duration interval{};
    Duration rest{};
    Duration active{};
    bool due = false;
    std::optional<Instant> due_since;
    std::optional<Instant> waits_until;
    int prompts = 0;
    int snoozes = 0;
    int snoozes_left = 0;
    int prompted_today = 0;
};

struct Status {
    Activity doing = Activity::unknown;
    std::vector<std::string> holds; ///< "pause", "outside-hours", or a quiet level, in the order they came
    std::optional<Instant> held_since;
    std::optional<Instant> paused_until; ///< unset while paused: until resumed
    WaitCause wait_cause = WaitCause::none;
    std::optional<Instant> waits_until;
    bool presence_known = false; ///< a source tells of input
    bool blind = false; ///< it does, but has not seen through an inhibitor for so long that nothing is known
    bool locked = false;
    std::optional<Absence> contradiction; ///< others say that nobody is here, and yet somebody types
    std::optional<Instant> away_since;

    std::string next_break;         ///< the rule that will be due first, empty if none will be today
    Duration next_left{};           ///< active time until then, a wait apart; 0 when there is enough of it
    std::optional<Instant> next_at; ///< when it is due if the person works on; unset while not at the desk
    int arc = 0;                    ///< 0 … arc_steps

    std::optional<ShowPrompt> prompt; ///< on screen now
    std::optional<Session> session;   ///< running now
    std::vector<RuleStatus> rules;
    std::map<std::string, std::map<Outcome, int>> today; ///< by rule; "" for single exercises
    std::vector<std::string> never;                      ///< exercises not to be chosen until re-allowed
};

/// What people call it: its title, or its name where it has none.
[[nodiscard]] const std::string& title_of(const RuleStatus& rule);

/// Nothing without a rule of that name.
[[nodiscard]] const RuleStatus* rule_named(const Status& status, std::string_view name);

/// The title of the rule of that name; the name itself without such a rule.
[[nodiscard]] std::string title_of(const Status& status, const std::string& rule);

/// Breaks and single exercises done today.
[[nodiscard]] int done_today(const Status& status);

} // namespace limber
