// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the core remembers. A value: copy it, compare it, write it down (record/record.hpp).
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "ledger.hpp"
#include "naming.hpp"
#include "session.hpp"
#include "status.hpp"
#include "time.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

/// What is known of input. While `silent` there has been none since `last`; otherwise there may be some at
/// any moment.
struct Input {
    Instant last{};
    Instant seen{};        ///< an input that is certain: a BecameActive, or the start
    Instant seen_before{}; ///< the one before it
    bool silent = false;
    Instant certain{}; ///< the last sign that needs no good sight: an answer, a command, an unlock, a return
    Instant typing_since{}; ///< from then on no pause was seen that tells, but for the present silence
};

/// How far one rule is with its present break.
struct Progress {
    std::string break_id;
    std::optional<Instant> wait_until;
    WaitCause wait_cause = WaitCause::none;
    int prompts = 0;           ///< shown for this break
    int snoozes = 0;           ///< in a row
    bool given_up = false;     ///< the last break went unanswered: one prompt a break until somebody reacts
    bool due = false;          ///< as last noted
    bool day_full = false;     ///< as last noted, when due
    std::string same_exercise; ///< snoozed: show this one next time
    std::optional<Instant> accounted_at;   ///< last answer, session or record: no other record in that spell
    std::optional<Instant> prompted_until; ///< a prompt for it was up until here
};

/// The prompt that is up.
struct Prompt {
    PromptId id = 0;
    std::size_t rule = 0;
    std::string exercise;
    Reason reason = Reason::due;
    Instant shown{};
    Instant due_since{};
    std::string held_by;
    Duration value{};               ///< the rule's active time when it appeared
    std::optional<Day> counted_on;  ///< it began a new break, counted on this day
    bool on_screen = true;          ///< the server has it
    std::vector<std::string> tried; ///< exercises turned down at this prompt
};

/// A quiet level that was told of.
struct QuietLevel {
    std::string what;
    Level level = Level::unknown;
    Instant since{};
    Instant began = the_past; ///< as `since`, but what is back within `idle_after` is the same one
};

struct Pause {
    Instant since{};
    Instant until = never; ///< never: until resumed
};

/// One civil day's counts; a clock set back does not empty them.
struct Tally {
    Day day{};
    std::map<std::string, int> breaks_prompted; ///< by rule: new breaks, for max_per_day
    std::map<std::string, std::map<Outcome, int>> outcomes;
};

/// What choosing remembers of one exercise on the present day.
struct ExerciseMemory {
    std::string id;
    int skipped_today = 0;
    int done_today = 0;
    std::optional<Duration> last_done; ///< desk time then, for quotas
};

/// The shuffle bag (one for all rules) and what was shown lately.
struct Bag {
    std::vector<std::string> ids;        ///< twice where a round began before the last one was over
    std::vector<std::string> last_areas; ///< at most two, newest last
    std::string last_shown;
    std::vector<ExerciseMemory> memory;
    std::vector<std::string> never; ///< not again until re-allowed
    std::uint64_t dice = 0;
    Duration day_began{};           ///< desk time then
    std::vector<Duration> workdays; ///< time at the desk on the last ten of them, newest last
};

struct Period {
    Instant from{};
    Instant until{};
};

/// How far a source that is blind behind an inhibitor is trusted.
enum class Trust { full, believed, doubted };

/// A session that a lock, a sleep or a restart cut: its record waits for how the spell goes on.
struct CutSession {
    std::string break_id; ///< empty when it was started for one exercise
    std::vector<std::string> exercises;
    Duration enough{}; ///< as long a spell makes it `done`
};

/// A rule that the settings lack for now: kept until the next day begins.
struct KeptRule {
    Progress progress;
    Duration active{};
};

struct State {
    bool started = false;
    Instant started_at{}; ///< the last Started
    Stamp now;
    Ledger ledger;
    Input input;
    std::vector<Period> sleeps; ///< of the machine, the last few: to tell instants from silence in time awake

    bool presence_known = false;
    bool locked = false;
    PresenceFound sight;                   ///< what the source is able to tell
    std::optional<Instant> lock_requested; ///< the lock is a request that nothing has confirmed yet
    bool elsewhere = false;
    Instant others_said{};           ///< the last word on lock or session
    bool sits_here = false;          ///< whatever others say
    Trust trust = Trust::full;       ///< as last noted
    bool away = false;               ///< as last noted
    bool unseen = false;             ///< as last noted: nothing tells of input any more
    bool asleep = false;             ///< only inside a step that crosses a sleep
    bool unwitnessed = false;        ///< only inside a step that came late
    std::optional<Period> unwatched; ///< the last time in which nobody watched (LAW.md §1)
    std::optional<Instant> booted;   ///< Limber's start after another boot
    std::optional<Instant> ask_at;   ///< when the source was last wanted to be asked
    bool outside_hours = false;
    Instant outside_since{};
    std::vector<QuietLevel> levels;
    std::optional<Pause> pause;

    bool held = false; ///< as of `now`; to see a hold come and go
    std::string last_hold;
    Instant last_hold_end = the_past;
    Instant settle_until = the_past;
    Instant grace_until = the_past;
    std::optional<Instant> open_since; ///< since when a prompt is allowed, the typing apart
    std::optional<Waiting> waiting;    ///< as last noted

    std::vector<Progress> progress; ///< by rule, in the plan's order
    std::optional<Prompt> prompt;
    std::optional<Session> session;
    std::optional<CutSession> cut;
    std::vector<KeptRule> kept;
    PromptId next_prompt_id = 1;
    SessionId next_session_id = 1;

    Duration unsaved{};   ///< accrued since the last Save
    Duration desk_time{}; ///< accrued in all, for quotas
    Tally tally;
    Bag bag;
};

template <>
inline constexpr std::array<std::string_view, 2> unwritten<State>{"asleep", "unwitnessed"};

} // namespace limber
