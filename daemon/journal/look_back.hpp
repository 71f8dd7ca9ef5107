// SPDX-License-Identifier: GPL-3.0-or-later
// What a journal tells of a past: all decisions, and how things stood at one time of day.
#pragma once

#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"
#include "decisions.hpp"
#include "replay.hpp"

#include <chrono>
#include <expected>
#include <istream>
#include <optional>
#include <vector>

namespace limber {

using LocalTime = std::chrono::local_time<Duration>;

/// A plan and what had become of it.
struct Standing {
    Plan plan;
    State state;
};

/// Reads one journal after the other, the older ones first.
class LookBack {
public:
    /// `at`: the local time whose standing is wanted. Without one it is that of the end.
    explicit LookBack(std::optional<LocalTime> at) : at_(at) {}

    [[nodiscard]] std::expected<Replayed, JournalProblem> read(std::istream& journal);

    [[nodiscard]] const std::vector<Decision>& decisions() const { return decisions_; }

    /// As of the wanted time; the last one it passed, if the clock was set back. Nothing if that is before
    /// the first event, or while Limber was not running. After the last event it is the standing of that.
    [[nodiscard]] std::optional<Standing> standing() const;

    /// Local times of the first and the last event; nothing without any.
    [[nodiscard]] std::optional<LocalTime> begins() const { return begins_; }

    [[nodiscard]] std::optional<LocalTime> ends() const { return ends_; }

private:
    void see(const ReplayedStep& step);

    std::optional<LocalTime> at_;
    DecisionMaker maker_;
    std::vector<Decision> decisions_;
    std::optional<Standing> now_;  ///< after the last step
    std::optional<Standing> then_; ///< at the wanted time
    std::optional<LocalTime> begins_;
    std::optional<LocalTime> ends_;
};

} // namespace limber
