// SPDX-License-Identifier: GPL-3.0-or-later
#include "past.hpp"

#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "record/replay.hpp"
#include "words/story_text.hpp"

#include <algorithm>
#include <expected>
#include <istream>
#include <iterator>
#include <optional>
#include <variant>
#include <vector>

namespace limber::cli {
namespace {

/// As step.before, later: an alarm more changes nothing. A wall clock that is set may jump over `at`; no more
/// time passed than until the step.
bus::StatusReport report_before(const record::ReplayedStep& step, LocalTime at) {
    State state = step.before;
    Stamp stamp = state.now;
    const Duration passed = std::clamp(at - local_time(stamp.civil), Duration::zero(),
                                       std::max(Duration::zero(), step.after.now.at - stamp.at));
    stamp.at += passed;
    stamp.civil.utc += passed;
    std::vector<Effect> effects;
    limber::step(step.plan, state, Event{stamp, AlarmRang{}}, effects);
    return report_of(step.plan, state);
}

} // namespace

std::expected<record::Replayed, record::JournalProblem> Past::read(std::istream& journal) {
    return record::replay(journal, [this](const record::ReplayedStep& step) { see(step); });
}

void Past::see(const record::ReplayedStep& step) {
    auto told = story_of(step.plan, step.event, step.effects, step.notes);
    lines_.insert(lines_.end(), std::move_iterator{told.begin()}, std::move_iterator{told.end()});
    const LocalTime local = local_time(step.after.now.civil);
    if (at_ && ends_ && *ends_ <= *at_ && *at_ < local) {
        const bool starts = std::holds_alternative<Started>(step.event.what);
        then_ = starts ? std::nullopt : std::optional{report_before(step, *at_)};
    }
    if (!begins_) begins_ = local;
    ends_ = local;
    now_ = report_of(step.plan, step.after);
}

std::optional<bus::StatusReport> Past::standing() const {
    return !at_ || (ends_ && *at_ >= *ends_) ? now_ : then_;
}

bus::StatusReport report_of(const Plan& plan, const State& state) {
    bus::StatusReport report{
        .status = status(plan, state),
        .stamp = state.now,
        .version = LIMBER_VERSION,
        .idle_source = {},
        .inhibitor_aware = false,
        .inhibited = false,
        .titles = {},
    };
    if (report.status.prompt) {
        const Exercise* exercise = find_exercise(plan, report.status.prompt->exercise);
        if (exercise != nullptr) report.titles.emplace(exercise->id, exercise->title);
    }
    return report;
}

} // namespace limber::cli
