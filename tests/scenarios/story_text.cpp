// SPDX-License-Identifier: GPL-3.0-or-later
// Stories as text: lengths, clock times, and writing a story out.
#include "core/overloaded.hpp"
#include "story_words.hpp"

#include <algorithm>
#include <cstdio>

namespace limber::story {

using namespace simulate;

using namespace std::chrono_literals;

namespace {

std::string rule_text(const BreakRule& rule) {
    const BreakRule usual;
    std::string text = rule.name + " " + length_text(rule.interval) + "/" + length_text(rule.rest);
    if (rule.snooze != usual.snooze) {
        text += " snooze ";
        for (std::size_t i = 0; i < rule.snooze.size(); ++i) {
            text += (i == 0 ? "" : ",") + length_text(rule.snooze[i]);
        }
        if (rule.snooze.empty()) text += "none";
    }
    for (const auto& [word, member] : rule_lengths) {
        if (rule.*member != usual.*member) text += " " + std::string(word) + " " + length_text(rule.*member);
    }
    for (const auto& [word, member] : rule_numbers) {
        if (rule.*member != usual.*member)
            text += " " + std::string(word) + " " + std::to_string(rule.*member);
    }
    if (rule.max_per_day) text += " max_per_day " + std::to_string(*rule.max_per_day);
    return text;
}

std::string offset_text(std::chrono::seconds offset) {
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(offset < 0s ? -offset : offset).count();
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset < 0s ? '-' : '+',
                  static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return text.data();
}

std::string date_text(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string settings_text(const Story& story) {
    std::string text;
    for (const BreakRule& rule : story.plan.breaks)
        text += "rule: " + rule_text(rule) + "\n";
    const Plan usual = story_plan();
    std::string with;
    for (const auto& [word, member] : plan_lengths) {
        if (story.plan.*member != usual.*member)
            with += " " + std::string(word) + " " + length_text(story.plan.*member);
    }
    if (story.plan.passive_screen != usual.passive_screen) with += " passive_screen count";
    if (!with.empty()) text += "with:" + with + "\n";
    if (story.plan.hours) {
        text += "hours:";
        for (const HoursRange& range : story.plan.hours->days[0]) {
            text += " " + clock_text(range.from).substr(0, 5) + "-" + clock_text(range.until).substr(0, 5);
        }
        if (!story.plan.hours->days[6].empty()) text += " every day";
        text += "\n";
    }
    if (story.answers != AnswerPolicy::ignore) {
        text += "answers: " + std::string(word_for(policy_words, story.answers)) + "\n";
    }
    const Story plain;
    if (story.date != plain.date || story.offset != plain.offset) {
        text += "begins: " + date_text(story.date) + " " + offset_text(story.offset) + "\n";
    }
    for (const ZoneChange& change : story.zone) {
        const auto day = std::chrono::floor<std::chrono::days>(change.from);
        text += "zone: " + offset_text(change.offset) + " from " + date_text(day) + " " +
                clock_text(change.from - day) + " UTC\n";
    }
    return text;
}

std::string snooze_text(const Answers& one) {
    return one.snooze == Duration{} ? "" : " " + length_text(one.snooze);
}

std::string deed_text(const Deed& deed) {
    return std::visit(
        Overloaded{
            [](Plain one) { return std::string(word_for(plain_words, one)); },
            [](const Types& one) { return "types until " + clock_text(one.until); },
            [](const Quiet& one) {
                return one.what == inhibitor ? std::string(word_for(film_words, one.level))
                                             : one.what + std::string(word_for(level_words, one.level));
            },
            [](const Unwatched& one) { return "nobody watches until " + clock_text(one.until); },
            [](const SetsClock& one) {
                return one.by < Duration{} ? "clock set back " + length_text(-one.by)
                                           : "clock set forward " + length_text(one.by);
            },
            [](const Answers& one) {
                return std::string(word_for(answer_words, one.answer)) + snooze_text(one) +
                       (one.late ? ", too late" : "");
            },
            [](const Begins& one) {
                return "begins a session" + (one.rule.empty() ? "" : " for " + one.rule) +
                       (one.exercise.empty() ? "" : " of " + one.exercise) + (one.replace ? ", at once" : "");
            },
            [](const Steers& one) { return std::string(word_for(steering_words, one.how)); },
            [](const Pauses& one) {
                return "pauses " +
                       std::visit(Overloaded{[](UntilResumed) { return std::string("until resumed"); },
                                             [](UntilTomorrow) { return std::string("until tomorrow"); },
                                             [](const ForDuration& time) {
                                                 return "for " + length_text(time.length);
                                             },
                                             [](const UntilClock& time) {
                                                 return "until " + clock_text(time.time_of_day);
                                             }},
                                  one.until);
            },
            [](const Changes& one) {
                std::string text = "changes rule:";
                for (const BreakRule& rule : one.rules)
                    text += (text.back() == ':' ? " " : ", ") + rule_text(rule);
                return text;
            },
            [](const Drops& one) { return "drops rule: " + one.rule; },
            [](const Restarts& one) {
                return "daemon " + std::string(one.ending == Ending::killed ? "killed" : "stopped") +
                       " for " + length_text(one.gap) + (one.kind == Gap::rest ? ", at rest" : "") +
                       (one.boots ? ", machine boots" : "");
            }},
        deed);
}

} // namespace

BreakRule rule(std::string name, Duration interval, Duration rest) {
    BreakRule made;
    made.name = std::move(name);
    made.interval = interval;
    made.rest = rest;
    return made;
}

Plan story_plan() {
    Plan plan;
    plan.breaks = {rule("micro", 30min, 40s), rule("long", 60min, 5min)};
    for (const char* id : {"shoulder-rolls", "neck-turns", "wrist-circles"}) {
        Exercise exercise;
        exercise.id = id;
        exercise.title = id;
        exercise.area = "body";
        exercise.positions = {"seated"};
        exercise.places = {"office", "private"};
        const Phase phase{.name = id, .text = {}, .kind = PhaseKind::move, .side = Side::none, .length = 40s};
        exercise.blocks = {Block{.reps = 1, .mirror = false, .phases = {phase}}};
        plan.exercises.push_back(exercise);
    }
    plan.holds = {"do-not-disturb", "fullscreen", "microphone", "camera", "screen-share"};
    return plan;
}

std::string clock_text(Duration since_midnight) {
    const Duration::rep millis = (since_midnight.count() + 500'000) / 1'000'000;
    const Duration::rep seconds = millis / 1000;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(seconds / 3600 % 24),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    std::string clock = text.data();
    if (seconds >= 86400) clock = "+" + std::to_string(seconds / 86400) + "d " + clock;
    if (millis % 1000 != 0) {
        std::snprintf(text.data(), text.size(), ".%03d", static_cast<int>(millis % 1000));
        clock += text.data();
    }
    return clock;
}

std::string length_text(Duration length) {
    const Duration::rep millis = (length.count() + 500'000) / 1'000'000;
    const Duration::rep hours = millis / 3'600'000;
    const Duration::rep minutes = millis / 60'000 % 60;
    std::string text;
    if (hours != 0) text += std::to_string(hours) + "h";
    if (minutes != 0) text += std::to_string(minutes) + "min";
    const Duration::rep rest = millis % 60'000;
    if (rest % 1000 == 0) {
        if (rest != 0 || text.empty()) text += std::to_string(rest / 1000) + "s";
        return text;
    }
    std::string decimals = std::to_string(1000 + rest % 1000).substr(1);
    while (decimals.back() == '0')
        decimals.pop_back();
    return text + std::to_string(rest / 1000) + "." + decimals + "s";
}

std::string story_text(const Story& story) {
    std::string text = story.head.empty() ? settings_text(story) : story.head;
    for (const Dated& deed : story.deeds)
        text += clock_text(deed.at) + "   " + deed_text(deed.what) + "\n";
    text += "----\n";
    for (const std::string& line : story.expected)
        text += line + "\n";
    return text;
}

} // namespace limber::story
