// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the core: stamps what happens, steps, has the effects performed, and obeys what the core asks for
// next.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/time.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace limber::shell {

/// What the runner asks of the world, in the order in which it asks within one turn.
struct Surroundings {
    std::function<Stamp()> now;
    std::function<void(const std::vector<Effect>&)> perform; ///< those of one step, in their order
    std::function<void(Instant)> set_alarm;                  ///< `never`: none
    std::function<void(const std::vector<Duration>&)>
        watch_idle;                 ///< only when they differ from the last ones
    std::function<void()> ask_idle; ///< how long has there been no input? May be empty
    std::function<void()> publish;  ///< something may have changed

    /// For a journal; may be empty. Just before a step, with what it is given, and just after, before its
    /// effects are performed.
    std::function<void(const Plan&, const State&, const Event&)> before_step;
    std::function<void(const Event&, const std::vector<Effect>&, const std::vector<Note>&)> after_step;
};

/// One thread. Whatever is told to it from within a callback waits for its turn: steps never nest.
class Runner {
public:
    Runner(Plan plan, State state, Surroundings surroundings);

    /// Takes note of it as happening now.
    void post(Happening what);

    /// As post(), for callers who need the answer: the effects of this event's step. Not from a callback.
    std::vector<Effect> handle(Happening what);

    /// The old plan sees the time until now, then the new one takes over.
    void replace_plan(Plan plan);

    /// Goes on from a saved state. Before the first event, which is then Started.
    void take_over(State state) { state_ = std::move(state); }

    [[nodiscard]] const Plan& plan() const { return plan_; }

    [[nodiscard]] const State& state() const { return state_; }

    [[nodiscard]] Status current_status() const;

private:
    struct Turn {
        Event event;
        std::optional<Plan> plan; ///< comes with PlanReplaced
    };

    void enqueue(Happening what, std::optional<Plan> plan = std::nullopt);
    void run();
    void take(Turn turn);
    void obey();

    Plan plan_;
    State state_;
    Surroundings surroundings_;
    std::deque<Turn> turns_;
    std::optional<std::vector<Duration>> watched_;
    std::optional<Instant> asked_;          ///< the last idle_question() that was handed on
    std::vector<Effect>* answer_ = nullptr; ///< where handle() wants its effects
    bool running_ = false;
};

/// Why the step changed nothing, if it says so.
[[nodiscard]] std::optional<Refusal> refusal_in(const std::vector<Effect>& effects);

} // namespace limber::shell
