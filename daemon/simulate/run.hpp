// SPDX-License-Identifier: GPL-3.0-or-later
// Plays what a person did against the core, answers the prompts by one policy, and tells what happened:
// LAW.md §11.
#pragma once

#include "activity.hpp"
#include "core/plan.hpp"
#include "core/status.hpp"
#include "desk.hpp"
#include "lines.hpp"

#include <cstdint>
#include <expected>
#include <functional>
#include <string_view>

namespace limber::simulate {

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
