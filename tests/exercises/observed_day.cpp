// SPDX-License-Identifier: GPL-3.0-or-later
#include "observed_day.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace limber::testing {

using namespace simulate;

using namespace std::chrono_literals;

namespace {

DeskClock monday_at_nine() {
    DeskClock clock;
    clock.utc = std::chrono::sys_days{std::chrono::January / 6 / 2025} + 9h;
    return clock;
}

} // namespace

ObservedDay::ObservedDay(Plan plan, std::uint64_t seed, Answering answering)
    : desk(std::move(plan), seed, monday_at_nine(),
           [this](const Event& /*event*/, const std::vector<Effect>& effects) { note(effects); }),
      answering_(std::move(answering)) {
    desk.start();
}

void ObservedDay::answer(const ShowPrompt& prompt, Answer answer) {
    desk.tell(PromptAnswered{.id = prompt.id, .answer = answer, .snooze = {}});
}

void ObservedDay::work(Duration time) {
    const Duration goal = desk.state().desk_time + time;
    while (desk.state().desk_time < goal) {
        const Duration until = desk.now() + std::max<Duration>(goal - desk.state().desk_time, 1s);
        desk.type(until);
        desk.pass(until);
    }
}

void ObservedDay::note(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        if (const auto* prompt = std::get_if<ShowPrompt>(&effect.what)) {
            prompts.push_back(*prompt);
            if (!prompt->exercise.empty()) shown.push_back(prompt->exercise);
            if (answering_) answering_(*this, *prompt);
        } else if (const auto* opened = std::get_if<OpenSession>(&effect.what)) {
            sessions.push_back({desk.state().desk_time, desk.state().bag.ids, opened->session});
            shown.insert(shown.end(), opened->session.exercises.begin(), opened->session.exercises.end());
            for (const SessionPhase& phase : opened->session.phases) {
                if (!phase.exercise.empty()) shown.push_back(phase.exercise);
            }
        } else if (const auto* record = std::get_if<Record>(&effect.what)) {
            shown.insert(shown.end(), record->exercises.begin(), record->exercises.end());
        } else if (std::holds_alternative<Ignored>(effect.what)) {
            ++refusals;
        }
    }
}

void does_it(ObservedDay& day, const ShowPrompt& prompt) {
    day.answer(prompt, Answer::start);
}

} // namespace limber::testing
