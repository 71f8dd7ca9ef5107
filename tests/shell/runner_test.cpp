// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/plan.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "fakes.hpp"
#include "record/record.hpp"
#include "shell/runner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <variant>
#include <vector>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

namespace {

/// A runner whose clock stands until it is moved, and whose alarm is rung by hand.
struct Bench {
    Stamp clock{.at = Instant{100h}, .asleep = 1h, .civil = {.utc = Utc{500'000h}}};
    std::vector<Effect> performed;
    Instant alarm = never;
    std::vector<std::vector<Duration>> watched;
    int published = 0;
    int depth = 0;
    std::function<void(const Effect&)> on_effect = [](const Effect&) {};

    Runner runner{
        test::small_plan(), fresh_state(test::small_plan(), 1),
        Surroundings{.now = [this] { return clock; },
                     .perform =
                         [this](const std::vector<Effect>& effects) {
                             ++depth;
                             CHECK(depth == 1);
                             for (const auto& effect : effects) {
                                 performed.push_back(effect);
                                 on_effect(effect);
                             }
                             --depth;
                         },
                     .set_alarm = [this](Instant at) { alarm = at; },
                     .watch_idle = [this](const std::vector<Duration>& list) { watched.push_back(list); },
                     .publish = [this] { ++published; }}};

    Bench() {
        runner.post(Started{});
        runner.post(PresenceFound{});
    }

    void pass(Duration time) {
        clock.at += time;
        clock.civil.utc += time;
    }

    /// Time passes until `end`, with each alarm at its instant.
    void live_until(Instant end) {
        while (alarm <= end) {
            REQUIRE(alarm > clock.at);
            pass(alarm - clock.at);
            alarm = never;
            runner.post(AlarmRang{});
        }
        pass(end - clock.at);
    }

    template <class What>
    [[nodiscard]] const What* find() const {
        for (const auto& effect : performed) {
            if (const auto* what = std::get_if<What>(&effect.what)) return what;
        }
        return nullptr;
    }
};

} // namespace

TEST_CASE("the alarm brings a prompt after half an hour of work") {
    Bench desk;
    desk.live_until(desk.clock.at + 29min);
    CHECK(desk.find<ShowPrompt>() == nullptr);
    desk.live_until(desk.clock.at + 2min);
    REQUIRE(desk.find<ShowPrompt>() != nullptr);
    CHECK(desk.find<ShowPrompt>()->break_id == "micro");
    CHECK(desk.find<Save>() != nullptr);
}

TEST_CASE("idle thresholds are asked for when they change, and only then") {
    Bench desk;
    const auto asked = desk.watched.size();
    REQUIRE(asked >= 1);
    for (int i = 0; i < 5; ++i) {
        desk.pass(1s);
        desk.runner.post(AlarmRang{});
    }
    CHECK(desk.watched.size() == asked);
    desk.live_until(desk.clock.at + 31min);
    CHECK(desk.watched.size() > asked);
    CHECK(std::ranges::adjacent_find(desk.watched) == desk.watched.end());
}

TEST_CASE("what happens during an effect waits for its turn") {
    Bench desk;
    desk.on_effect = [&](const Effect& effect) {
        if (const auto* prompt = std::get_if<ShowPrompt>(&effect.what)) {
            desk.runner.post(PromptAnswered{.id = prompt->id, .answer = Answer::skip});
            // still inside the effect: the step of the answer has not begun
            CHECK(desk.find<WithdrawPrompt>() == nullptr);
        }
    };
    desk.live_until(desk.clock.at + 31min);
    REQUIRE(desk.find<WithdrawPrompt>() != nullptr);
    CHECK(desk.find<WithdrawPrompt>()->why == Why::skip);
}

TEST_CASE("who asks gets the effects of its own event, or the refusal") {
    Bench desk;
    CHECK(refusal_in(desk.runner.handle(SessionSteered{Steering::stop})) == Refusal::no_session);
    const auto effects = desk.runner.handle(StartRequested{.rule = "micro"});
    CHECK_FALSE(refusal_in(effects).has_value());
    CHECK(std::ranges::any_of(
        effects, [](const Effect& effect) { return std::holds_alternative<OpenSession>(effect.what); }));
    CHECK(refusal_in(desk.runner.handle(StartRequested{.rule = "micro"})) == Refusal::busy);
    CHECK(desk.runner.current_status().session.has_value());
}

TEST_CASE("a new plan keeps the active time and sees none of the time before") {
    Bench desk;
    desk.live_until(desk.clock.at + 20min);
    Plan plan = test::small_plan();
    plan.breaks[0].interval = 40min;
    desk.runner.replace_plan(plan);
    const Status status = desk.runner.current_status();
    CHECK(status.rules.at(0).active == 20min);
    CHECK(status.rules.at(0).interval == 40min);
    CHECK(desk.runner.plan() == plan);
}

TEST_CASE("after each turn the state is published") {
    Bench desk;
    const int before = desk.published;
    desk.runner.post(AlarmRang{});
    CHECK(desk.published == before + 1);
}

TEST_CASE("a state that is taken over goes on") {
    Bench first;
    first.live_until(first.clock.at + 20min);
    first.runner.post(AlarmRang{});
    auto state = record::read_state(record::write_state(first.runner.state()));
    REQUIRE(state.has_value());

    Bench second;
    Runner& runner = second.runner;
    runner.take_over(*state);
    second.clock = first.clock;
    second.pass(3s);
    runner.post(Started{.gap = 3s, .kind = Gap::neither});
    CHECK(runner.current_status().rules.at(0).active == 20min);
}
