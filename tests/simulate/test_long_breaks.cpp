// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that people bring along from other break reminders: the short breaks are taken, and the long ones
// come.
#include "settings/settings.hpp"
#include "simulate/desk_worker.hpp"
#include "simulate/reckoning.hpp"
#include "simulate/run.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

struct Setting {
    std::string name;
    Plan plan; ///< the short rule, then the long one
};

Plan shipped() {
    const auto loaded =
        settings::load_settings({.user = {}, .system = {}, .shipped = LIMBER_SOURCE_DIR "/config"});
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->settings.plan.breaks.size() == 2);
    return loaded->settings.plan;
}

Setting setting(const std::string& name, Duration interval, Duration rest, Duration long_interval,
                Duration long_rest) {
    Plan plan = shipped();
    plan.breaks[0].interval = interval;
    plan.breaks[0].rest = rest;
    plan.breaks[1].interval = long_interval;
    plan.breaks[1].rest = long_rest;
    return {name, plan};
}

std::vector<Setting> brought_along() {
    return {setting("15min/15s and 75min/60s", 15min, 15s, 75min, 60s),
            setting("25min/5min and 100min/15min", 25min, 5min, 100min, 15min),
            setting("3min/30s and 45min/10min", 3min, 30s, 45min, 10min),
            {"as shipped", shipped()}};
}

std::string typing_for(Duration length) {
    return "{\"at\": 0, \"input\": \"typing\", \"until\": " + std::to_string(length / 1s) + "}\n";
}

/// What is told of so much typing, in which every prompt gets this answer.
std::vector<Line> typed(const Plan& plan, Duration length, AnswerPolicy answer,
                        SessionLength sessions = SessionLength::rest) {
    std::istringstream text(typing_for(length));
    auto source = open_activity(text);
    REQUIRE(source.has_value());
    std::vector<Line> lines;
    const auto played = run(plan, **source, {.answer = answer, .session_length = sessions},
                            [&](const Line& line) { lines.push_back(line); });
    REQUIRE(played.has_value());
    return lines;
}

const Prompted* first_prompt_of(const std::string& rule, const Line& line) {
    const auto* prompt = std::get_if<Prompted>(&line.what);
    return prompt != nullptr && prompt->break_id == rule && prompt->reason != Reason::again ? prompt
                                                                                            : nullptr;
}

int breaks_asked_for(const std::string& rule, const std::vector<Line>& lines) {
    int breaks = 0;
    for (const Line& line : lines)
        breaks += first_prompt_of(rule, line) != nullptr ? 1 : 0;
    return breaks;
}

Plan without_the_short_one(Plan plan) {
    plan.breaks.erase(plan.breaks.begin());
    return plan;
}

constexpr std::array taken{AnswerPolicy::follow, AnswerPolicy::start};

} // namespace

TEST_CASE(
    "with every short break taken, the long one comes due after the same time at the desk as without them") {
    for (Setting& each : brought_along()) {
        each.plan.merge_within = 0s; // what is asked for early does not come due
        const BreakRule& small = each.plan.breaks[0];
        const BreakRule& large = each.plan.breaks[1];
        for (const AnswerPolicy answer : taken) {
            CAPTURE(each.name);
            CAPTURE(answer);
            Duration rested{};
            std::optional<Duration> due;
            for (const Line& line : typed(each.plan, 4h, answer)) {
                if (const Prompted* prompt = first_prompt_of(large.name, line)) {
                    due = prompt->due_since;
                    break;
                }
                rested += first_prompt_of(small.name, line) != nullptr ? small.rest : Duration{};
            }
            REQUIRE(due.has_value());
            CHECK(*due - rested == large.interval);
        }
    }
}

TEST_CASE("eight hours of work bring as many long breaks as without the short ones, or one more or less") {
    for (const Setting& each : brought_along()) {
        const std::string& large = each.plan.breaks[1].name;
        for (const AnswerPolicy answer : taken) {
            CAPTURE(each.name);
            CAPTURE(answer);
            const int with = breaks_asked_for(large, typed(each.plan, 8h, answer));
            const int without = breaks_asked_for(large, typed(without_the_short_one(each.plan), 8h, answer));
            CAPTURE(with);
            CAPTURE(without);
            CHECK(without >= 4);
            CHECK(std::abs(with - without) <= 1);
        }
    }
}

TEST_CASE("the shipped rules do so with the sessions of their exercises as well") {
    const Plan plan = shipped();
    const std::string& large = plan.breaks[1].name;
    const int with =
        breaks_asked_for(large, typed(plan, 8h, AnswerPolicy::start, SessionLength::of_exercises));
    const int without = breaks_asked_for(
        large, typed(without_the_short_one(plan), 8h, AnswerPolicy::start, SessionLength::of_exercises));
    CAPTURE(with);
    CAPTURE(without);
    CHECK(std::abs(with - without) <= 1);
}

TEST_CASE(
    "no day of more than twice the long interval at the desk is without a long break, asked for or taken") {
    const FileClock monday{std::chrono::sys_days{std::chrono::January / 6 / 2025}, 0s};
    int long_days = 0;
    // the third habit gets up every half hour, which is better than any of it
    for (const Setting& each : brought_along()) {
        const BreakRule& large = each.plan.breaks[1];
        for (const Habit habit : {Habit::writer, Habit::in_meetings}) {
            for (const AnswerPolicy answer :
                 {AnswerPolicy::start, AnswerPolicy::follow, AnswerPolicy::ignore}) {
                for (std::uint64_t seed = 1; seed <= 20; ++seed) {
                    CAPTURE(each.name);
                    CAPTURE(static_cast<int>(habit));
                    CAPTURE(answer);
                    CAPTURE(seed);
                    DeskWorker person(habit, seed, 1, monday);
                    Reckoner reckoner;
                    int long_breaks = 0;
                    const auto played = run(
                        each.plan, person,
                        {.answer = answer, .seed = seed, .session_length = SessionLength::rest},
                        [&](const Line& line) {
                            reckoner.tell(line);
                            const auto* record = std::get_if<Recorded>(&line.what);
                            const bool rested = record != nullptr && record->break_id == large.name;
                            long_breaks += rested || first_prompt_of(large.name, line) != nullptr ? 1 : 0;
                        },
                        [&](Duration at, const Desk& desk) { reckoner.watch(at, desk); });
                    REQUIRE(played.has_value());
                    if (reckoner.result().at_desk <= 2 * large.interval) continue;
                    ++long_days;
                    CHECK(long_breaks > 0);
                }
            }
        }
    }
    CHECK(long_days > 450);
}
