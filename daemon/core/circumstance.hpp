// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about a state at its present instant: is the person at the desk, is a rule due, may a prompt
// appear, and when will that change? Nothing here changes anything.
#pragma once

#include "note.hpp"
#include "plan.hpp"
#include "state.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace limber {

/// What the present instant is, idleness apart (LAW.md §3).
[[nodiscard]] Ground ground_of(const Plan& plan, const State& state);

/// At the desk, as known now: neither resting nor unknown nor outside working hours nor in a session.
[[nodiscard]] bool at_desk(const Plan& plan, const State& state);

/// Known to rest: away, asleep, idle, or in a session that goes on.
[[nodiscard]] bool resting(const Plan& plan, const State& state);

/// What others say takes the person away; nothing if they say nothing, or are not believed.
[[nodiscard]] std::optional<Absence> absence(const State& state);

/// An idle inhibitor (a film, a call) is on.
[[nodiscard]] const QuietLevel* inhibitor_on(const State& state);

/// A source is there and, with the inhibitors there are, tells by itself that input stops.
[[nodiscard]] bool sees_silence(const State& state);

/// Until when a blind source is believed; `never` while it sees.
[[nodiscard]] Instant believed_until(const Plan& plan, const State& state);

/// Presence is unknown, as the source has been blind for too long.
[[nodiscard]] bool doubted(const Plan& plan, const State& state);

/// When it is known that somebody sits here whatever others say, if the typing goes on; `never` if that is
/// not told.
[[nodiscard]] Instant sits_here_at(const State& state);

/// When a request to lock that nothing confirms is known to have been in vain, if the typing goes on; or
/// `never`.
[[nodiscard]] Instant request_ends_at(const State& state);

/// A pause in the input as long as this shows that nobody need be there.
inline constexpr Duration telling_pause = std::chrono::seconds{10};

/// A request to lock is confirmed within this, or by nobody.
inline constexpr Duration request_patience = std::chrono::seconds{2};

/// The pause that tells whether somebody types after a request to lock.
inline constexpr Duration request_pause = std::chrono::seconds{1};

/// A session that stands still for so long is stopped.
inline constexpr Duration longest_standstill = std::chrono::minutes{10};

/// θ: `idle_after`, or the prompted rule's rest if that is shorter.
[[nodiscard]] Duration idle_threshold(const Plan& plan, const State& state);

/// The silence will be known as idleness at `at`, and the spell begins at `from`.
struct IdleCrossing {
    Instant at;
    Instant from;
};

/// The next crossing while the person is silent, possibly due now.
[[nodiscard]] std::optional<IdleCrossing> idle_crossing(const Plan& plan, const State& state);

[[nodiscard]] bool waits(const State& state, std::size_t rule);

/// The prompt that is up is for this rule.
[[nodiscard]] bool prompted_for(const State& state, std::size_t rule);

/// The prompt that is up, as it is shown.
[[nodiscard]] ShowPrompt prompt_shown(const Plan& plan, const State& state);

/// Its new breaks that were prompted for today.
[[nodiscard]] int prompted_today(const State& state, std::size_t rule);

/// Its `max_per_day` is reached, and no break of it is under way.
[[nodiscard]] bool day_full(const Plan& plan, const State& state, std::size_t rule);

/// When the rule is due if the person works on and nothing else happens; in the past if it is.
[[nodiscard]] Instant due_at(const Plan& plan, const State& state, std::size_t rule);

/// LAW.md §5: active ≥ interval, no wait, and the day not full.
[[nodiscard]] bool is_due(const Plan& plan, const State& state, std::size_t rule);

/// Holds, settle, return_grace and presence allow a prompt (§5.2, 5.3, 5.5).
[[nodiscard]] bool may_prompt(const Plan& plan, const State& state);

/// Which rule would be prompted for now (§5.1).
struct Choice {
    std::size_t rule = 0;
    Reason reason = Reason::due;
    Instant due_since{};
};

[[nodiscard]] std::optional<Choice> choose_rule(const Plan& plan, const State& state);

/// While a prompt is up: the longer rule that is really due and replaces it (§6).
[[nodiscard]] std::optional<Choice> replacement(const Plan& plan, const State& state);

/// The earliest instant at which a prompt is allowed if the person works on, later than now; `never` if that
/// depends on an event, or it is allowed already.
[[nodiscard]] Instant opens_at(const Plan& plan, const State& state);

/// When the prompt that is allowed, or will be at opens_at(), appears: at a gap in the typing, or when
/// patience ends (§5.4), if nothing else happens.
[[nodiscard]] Instant prompt_at(const Plan& plan, const State& state);

/// The value at or below which a prompted rule's active time must be paid back to withdraw the prompt.
[[nodiscard]] Duration rested_level(const Plan& plan, const Prompt& prompt);

/// Its active time has come to its interval, whether or not it waits.
[[nodiscard]] bool reached(const Plan& plan, const State& state, std::size_t rule);

/// Whether the plan lets this quiet level hold prompts back.
[[nodiscard]] bool may_hold(const Plan& plan, std::string_view what);

[[nodiscard]] note::Held held_by_pause(const Pause& pause);

/// All holds that are on: "pause", "outside-hours", and the quiet levels the plan lets hold.
[[nodiscard]] std::vector<note::Held> holds_on(const Plan& plan, const State& state);

/// What stands between a due break and its prompt; nothing if none is due, one is prompted for or taken, or
/// nobody is there.
[[nodiscard]] std::optional<Waiting> waiting_now(const Plan& plan, const State& state);

/// The rule that is due first if the person works on; nullopt without rules.
[[nodiscard]] std::optional<std::size_t> next_rule(const Plan& plan, const State& state);

/// 0 … arc_steps of this rule's interval.
[[nodiscard]] int arc_of(const Plan& plan, const State& state, std::size_t rule);

} // namespace limber
