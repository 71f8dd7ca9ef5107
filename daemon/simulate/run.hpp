// SPDX-License-Identifier: GPL-3.0-or-later
// Plays what a person did against the core, answers the prompts by one policy, and tells what happened, as
// values and as JSON lines: LAW.md §11.
#pragma once

#include "activity.hpp"
#include "core/effect.hpp"
#include "core/plan.hpp"
#include "core/status.hpp"
#include "desk.hpp"

#include <utility>

namespace limber::simulate {

struct Prompted {
    std::string break_id;
    std::string exercise;
    Reason reason = Reason::due;
    Duration due_since{};
    std::string held_by; ///< what held it back; not written
};

struct Withdrawn {
    std::string break_id;
    Why why = Why::lost;
};

struct Recorded {
    std::string break_id;
    Outcome outcome = Outcome::done;
};

struct SessionOpened {
    std::string break_id;
    std::string exercise; ///< the first one
    Duration length{};
};

/// The last one: active time of each rule as known at the end, in the plan's order.
struct DayEnded {
    std::vector<std::pair<std::string, Duration>> active;
};

/// `at` and all other instants are counted from the start.
struct Line {
    Duration at{};
    std::variant<Prompted, Withdrawn, Recorded, SessionOpened, DayEnded> what;
};

/// Nothing for what a simulated day does not tell: saves, refusals, the course of a session.
/// `start` is the instant the day began.
[[nodiscard]] std::optional<Line> line_of(const Effect& effect, Instant start);

/// One JSON object without a line end; seconds with three decimals.
[[nodiscard]] std::string json_text(const Line& line);

enum class AnswerPolicy { start, follow, snooze, skip, ignore };

/// "start", "follow", …; nothing for any other word.
[[nodiscard]] std::optional<AnswerPolicy> parse_answer_policy(std::string_view word);

enum class SessionLength { of_exercises, rest };

struct RunOptions {
    AnswerPolicy answer = AnswerPolicy::ignore;
    std::uint64_t seed = 1;
    SessionLength session_length = SessionLength::of_exercises;
    /// The wall clock at the start, unless the activity names dates. The default is a Monday morning.
    Utc begins = std::chrono::sys_days{std::chrono::January / 6 / 2025} + std::chrono::hours{9};
    Zone zone; ///< unset: the offset the activity is written in, else UTC
};

/// Called in order of time; DayEnded comes last.
using Tell = std::function<void(const Line&)>;

/// Called after each step, with its notes, for those who draw a picture of the day.
using Watch = std::function<void(Duration at, const Desk& desk)>;

/// Plays the whole activity in constant memory. What was told before a problem stays told.
[[nodiscard]] std::expected<void, ActivityProblem> run(const Plan& plan, ActivitySource& activity,
                                                       const RunOptions& options, const Tell& tell,
                                                       const Watch& watch = {});

/// The plan as a simulation uses it: every hold holds, and sessions last as wished.
[[nodiscard]] Plan simulated_plan(Plan plan, SessionLength length);

} // namespace limber::simulate
