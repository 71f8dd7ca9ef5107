// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.hpp"

#include "core/step.hpp"

#include <cassert>
#include <variant>

namespace limber::shell {

Runner::Runner(Plan plan, State state, Surroundings surroundings)
    : plan_(std::move(plan)), state_(std::move(state)), surroundings_(std::move(surroundings)) {}

void Runner::post(Happening what) {
    enqueue(std::move(what));
    run();
}

std::vector<Effect> Runner::handle(Happening what) {
    assert(!running_);
    std::vector<Effect> effects;
    answer_ = &effects;
    post(std::move(what));
    return effects;
}

void Runner::replace_plan(Plan plan) {
    enqueue(AlarmRang{});
    enqueue(PlanReplaced{}, std::move(plan));
    // one stamp for both: between them no time belongs to either plan
    turns_.back().event.stamp = turns_[turns_.size() - 2].event.stamp;
    run();
}

Status Runner::current_status() const {
    return status(plan_, state_);
}

void Runner::enqueue(Happening what, std::optional<Plan> plan) {
    turns_.push_back(
        {.event = {.stamp = surroundings_.now(), .what = std::move(what)}, .plan = std::move(plan)});
}

void Runner::run() {
    if (running_) return;
    running_ = true;
    while (!turns_.empty()) {
        while (!turns_.empty()) {
            Turn turn = std::move(turns_.front());
            turns_.pop_front();
            take(std::move(turn));
        }
        obey();
    }
    running_ = false;
}

void Runner::take(Turn turn) {
    if (turn.plan) plan_ = std::move(*turn.plan);
    if (surroundings_.before_step) surroundings_.before_step(plan_, state_, turn.event);
    Step result = step(plan_, std::move(state_), turn.event);
    state_ = std::move(result.state);
    if (surroundings_.after_step) surroundings_.after_step(turn.event, result.effects, result.notes);
    // the first turn after handle() is its own: nothing waits outside run()
    if (auto* answer = std::exchange(answer_, nullptr)) *answer = result.effects;
    if (!result.effects.empty()) surroundings_.perform(result.effects);
}

void Runner::obey() {
    surroundings_.set_alarm(next_wakeup(plan_, state_));
    auto thresholds = idle_watches(plan_, state_);
    if (watched_ != thresholds) {
        watched_ = thresholds;
        surroundings_.watch_idle(thresholds);
    }
    if (const auto question = idle_question(state_); question != asked_) {
        asked_ = question;
        if (question && surroundings_.ask_idle) surroundings_.ask_idle();
    }
    surroundings_.publish();
}

std::optional<Refusal> refusal_in(const std::vector<Effect>& effects) {
    for (const auto& effect : effects) {
        if (const auto* ignored = std::get_if<Ignored>(&effect.what)) return ignored->reason;
    }
    return std::nullopt;
}

} // namespace limber::shell
