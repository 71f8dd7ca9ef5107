// SPDX-License-Identifier: GPL-3.0-or-later
// A notifier that writes down, a history that does too, a clock that is set by hand, a plan with one rule.
#pragma once

#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/time.hpp"
#include "history/history.hpp"
#include "notify/notifier.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace limber::test {

class NotedNotifier : public notify::Notifier {
public:
    struct Call {
        bool shown = true; ///< false: withdrawn
        std::uint32_t id = 0;
        notify::PromptView view;
    };

    void show(std::uint32_t id, const notify::PromptView& view) override {
        calls.push_back({true, id, view});
    }

    void withdraw(std::uint32_t id) override { calls.push_back({false, id, {}}); }

    /// Ids on the screen now, in the order they first came.
    [[nodiscard]] std::vector<std::uint32_t> on_screen() const {
        std::vector<std::uint32_t> ids;
        for (const auto& call : calls) {
            std::erase(ids, call.id);
            if (call.shown) ids.push_back(call.id);
        }
        return ids;
    }

    std::vector<Call> calls;
};

class NotedHistory : public history::History {
public:
    void write(const std::vector<Record>& records, const std::optional<history::SavedState>& state) override {
        writes.push_back({records, state});
    }

    std::optional<history::SavedState> saved() override { return std::nullopt; }

    void keep_saved(const std::string& /*reason*/, bool /*nothing_taken*/) override {}

    [[nodiscard]] std::vector<history::HistoryProblem> problems() const override { return {}; }

    struct Write {
        std::vector<Record> records;
        std::optional<history::SavedState> state;
    };

    std::vector<Write> writes;
};

/// One rule, "micro": 30 min, 40 s; one exercise, "roll": two phases of 10 s.
[[nodiscard]] inline Plan small_plan() {
    Plan plan;
    BreakRule rule;
    rule.name = "micro";
    rule.title = "Micro-break";
    rule.interval = std::chrono::minutes{30};
    rule.rest = std::chrono::seconds{40};
    plan.breaks = {rule};
    Exercise exercise;
    exercise.id = "roll";
    exercise.title = "Roll";
    exercise.summary = "Roll your shoulders.";
    exercise.area = "shoulders";
    exercise.positions = {"seated"};
    exercise.places = {"office"};
    Phase up;
    up.name = "up";
    up.text = "Lift them.";
    up.length = std::chrono::seconds{10};
    Phase down = up;
    down.name = "down";
    down.text = "Lower them.";
    Block block;
    block.phases = {up, down};
    exercise.blocks = {block};
    plan.exercises = {exercise};
    return plan;
}

} // namespace limber::test
