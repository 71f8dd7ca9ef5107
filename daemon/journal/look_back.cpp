// SPDX-License-Identifier: GPL-3.0-or-later
#include "look_back.hpp"

#include "core/event.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "decisions.hpp"
#include "replay.hpp"

#include <algorithm>
#include <expected>
#include <istream>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace limber {

namespace {

/// The same, later: an alarm more changes nothing. A wall clock that is set may jump over `at`; no more time
/// passed than until `next`.
Standing at_later(Standing standing, LocalTime at, Instant next) {
    const State& state = standing.state;
    Stamp stamp = state.now;
    const Duration passed = std::clamp(at - local_time(stamp.civil), Duration::zero(),
                                       std::max(Duration::zero(), next - stamp.at));
    stamp.at += passed;
    stamp.civil.utc += passed;
    standing.state = step(standing.plan, std::move(standing.state), Event{stamp, AlarmRang{}}).state;
    return standing;
}

} // namespace

std::expected<Replayed, JournalProblem> LookBack::read(std::istream& journal) {
    return replay(journal, [this](const ReplayedStep& step) { see(step); });
}

void LookBack::see(const ReplayedStep& step) {
    auto found = maker_.see(step);
    decisions_.insert(decisions_.end(), std::move_iterator{found.begin()}, std::move_iterator{found.end()});
    const LocalTime local = local_time(step.after.now.civil);
    const bool starts = std::holds_alternative<Started>(step.event.what);
    if (at_ && ends_ && *ends_ <= *at_ && *at_ < local) {
        then_ = starts ? std::nullopt : std::optional{at_later(*now_, *at_, step.after.now.at)};
    }
    if (!begins_) begins_ = local;
    ends_ = local;
    const bool other_plan = !now_ || starts || std::holds_alternative<PlanReplaced>(step.event.what);
    if (other_plan) {
        now_ = Standing{step.plan, step.after};
    } else {
        now_->state = step.after;
    }
}

std::optional<Standing> LookBack::standing() const {
    if (!at_ || (ends_ && *at_ >= *ends_)) return now_;
    return then_;
}

} // namespace limber
