// SPDX-License-Identifier: GPL-3.0-or-later
// A story: what a person and the machine did, dated, in words that anybody can read. README.md has the
// language.
#pragma once

#include "simulate/desk.hpp"
#include "simulate/run.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace limber::story {

using namespace simulate;

enum class Plain {
    presses_a_key,
    locks,
    unlocks,
    sleeps,
    wakes,
    leaves,
    returns,
    asked_to_lock,
    source_lost,
    source_found,
    source_blind,
    source_sees,
    source_answers,
    announces_sleep,
    dismisses,
    prompt_expires,
    prompt_fails,
    rested,
    resumes,
    reloads,
    ticks,
    saves_and_loads,
    looks,
    asks_who_is_there,
    ends
};

struct Types {
    Duration until{};
};

struct Quiet {
    std::string what;
    Level level = Level::unknown;
};

/// No event reaches the core before that.
struct Unwatched {
    Duration until{};
};

struct SetsClock {
    Duration by{};
};

/// `late`: the answer was meant for the prompt before the last one.
struct Answers {
    Answer answer = Answer::start;
    Duration snooze{};
    bool late = false;
};

struct Begins {
    std::string rule;
    std::string exercise;
    bool replace = false;
};

struct Steers {
    Steering how = Steering::stop;
};

struct Pauses {
    decltype(PauseRequested::until) until;
};

/// Rules that take the place of those of the same name, or are added.
struct Changes {
    std::vector<BreakRule> rules;
};

struct Drops {
    std::string rule;
};

struct Restarts {
    Duration gap{};
    Gap kind = Gap::neither;
    bool boots = false;
    Ending ending = Ending::orderly;
};

using Deed = std::variant<Plain, Types, Quiet, Unwatched, SetsClock, Answers, Begins, Steers, Pauses, Changes,
                          Drops, Restarts>;

/// `at` is counted from midnight before the story begins.
struct Dated {
    Duration at{};
    Deed what;
};

struct ZoneChange {
    Utc from{};
    std::chrono::seconds offset{};
};

struct Story {
    std::string head; ///< comments and settings as they were written; kept when expectations are rewritten
    Plan plan;
    AnswerPolicy answers = AnswerPolicy::ignore;
    std::chrono::sys_days date = std::chrono::sys_days{std::chrono::January / 6 / 2025};
    std::chrono::seconds offset{};
    std::vector<ZoneChange> zone;
    std::vector<Dated> deeds; ///< in order of time; the first one starts the daemon
    std::vector<std::string> expected;
};

/// Rules micro (30 min / 40 s) and long (60 min / 5 min), three exercises of 40 s each, every hold holds.
[[nodiscard]] Plan story_plan();
[[nodiscard]] BreakRule rule(std::string name, Duration interval, Duration rest);

/// The error names line and reason.
[[nodiscard]] std::expected<Story, std::string> parse_story(std::string_view text);

/// Settings, deeds and expectations as text that parses back to it; without `head`, settings are written out.
[[nodiscard]] std::string story_text(const Story& story);

/// "09:30:40", "09:20:26.667"; days after the first one as "+1d 08:00:00".
[[nodiscard]] std::string clock_text(Duration since_midnight);
[[nodiscard]] std::string length_text(Duration length);
[[nodiscard]] std::optional<Duration> parse_length(std::string_view text);

} // namespace limber::story
