// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the stories: one table for reading and writing them.
#pragma once

#include "story.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace limber::story {

using namespace simulate;

inline constexpr std::array<std::pair<std::string_view, Plain>, 25> plain_words{{
    {"presses a key", Plain::presses_a_key},
    {"locks the screen", Plain::locks},
    {"unlocks the screen", Plain::unlocks},
    {"machine sleeps", Plain::sleeps},
    {"machine wakes", Plain::wakes},
    {"screen is asked to lock", Plain::asked_to_lock},
    {"leaves the session", Plain::leaves},
    {"returns to the session", Plain::returns},
    {"idle source lost", Plain::source_lost},
    {"idle source found", Plain::source_found},
    {"idle source is blind", Plain::source_blind},
    {"idle source sees", Plain::source_sees},
    {"idle source can be asked", Plain::source_answers},
    {"machine announces sleep", Plain::announces_sleep},
    {"closes the prompt", Plain::dismisses},
    {"prompt expires", Plain::prompt_expires},
    {"prompt cannot be shown", Plain::prompt_fails},
    {"has rested", Plain::rested},
    {"resumes", Plain::resumes},
    {"reloads", Plain::reloads},
    {"alarm rings", Plain::ticks},
    {"saves and loads", Plain::saves_and_loads},
    {"looks", Plain::looks},
    {"asks who is there", Plain::asks_who_is_there},
    {"ends", Plain::ends},
}};

inline constexpr std::array<std::pair<std::string_view, Answer>, 5> answer_words{{
    {"starts", Answer::start},
    {"snoozes", Answer::snooze},
    {"skips", Answer::skip},
    {"asks for another", Answer::another},
    {"never this one", Answer::never_again},
}};

inline constexpr std::array<std::pair<std::string_view, Steering>, 6> steering_words{{
    {"session: pause", Steering::pause},
    {"session: resume", Steering::resume},
    {"session: repeat", Steering::repeat},
    {"session: next", Steering::next},
    {"session: enough", Steering::enough},
    {"session: stop", Steering::stop},
}};

inline constexpr std::array<std::pair<std::string_view, Level>, 3> level_words{{
    {" on", Level::on},
    {" off", Level::off},
    {" unknown", Level::unknown},
}};

/// A film or a call that keeps the screen from going dark has words of its own.
inline constexpr std::string_view inhibitor = "inhibitor";
inline constexpr std::array<std::pair<std::string_view, Level>, 3> film_words{{
    {"film begins", Level::on},
    {"film ends", Level::off},
    {"film unknown", Level::unknown},
}};

inline constexpr std::array<std::pair<std::string_view, AnswerPolicy>, 5> policy_words{{
    {"ignore", AnswerPolicy::ignore},
    {"start", AnswerPolicy::start},
    {"follow", AnswerPolicy::follow},
    {"snooze", AnswerPolicy::snooze},
    {"skip", AnswerPolicy::skip},
}};

/// Durations of a rule and of the plan that a story may set.
inline constexpr std::array<std::pair<std::string_view, Duration BreakRule::*>, 2> rule_lengths{{
    {"prompt_timeout", &BreakRule::prompt_timeout},
    {"repeat_after", &BreakRule::repeat_after},
}};

inline constexpr std::array<std::pair<std::string_view, int BreakRule::*>, 2> rule_numbers{{
    {"max_snoozes", &BreakRule::max_snoozes},
    {"max_prompts", &BreakRule::max_prompts},
}};

inline constexpr std::array<std::pair<std::string_view, Duration Plan::*>, 7> plan_lengths{{
    {"idle_after", &Plan::idle_after},
    {"merge_within", &Plan::merge_within},
    {"typing_gap", &Plan::typing_gap},
    {"typing_patience", &Plan::typing_patience},
    {"settle", &Plan::settle},
    {"return_grace", &Plan::return_grace},
    {"day_starts", &Plan::day_starts},
}};

template <typename Table, typename Value>
[[nodiscard]] std::string_view word_for(const Table& table, Value value) {
    for (const auto& [word, meaning] : table) {
        if (meaning == value) return word;
    }
    return "?";
}

} // namespace limber::story
