// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.hpp"

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "output.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
#include <variant>

namespace limber::cli {

namespace fs = std::filesystem;

std::vector<fs::path> journal_parts(const fs::path& journal) {
    if (journal == "-") return {journal};
    std::error_code error;
    const fs::path newest = fs::is_directory(journal, error) ? journal / "journal" : journal;
    fs::path older = newest;
    older += ".old";
    std::vector<fs::path> parts;
    for (const fs::path& part : {older, newest})
        if (fs::exists(part, error)) parts.push_back(part);
    return parts;
}

bool with_journal(const fs::path& part, const std::function<void(std::istream&)>& read) {
    if (part == "-") {
        read(std::cin);
        return true;
    }
    errno = 0;
    std::ifstream file(part, std::ios::binary);
    std::error_code error;
    if (!file || fs::is_directory(part, error)) {
        const auto reason = std::generic_category().message(errno != 0 ? errno : EISDIR);
        complain(_("%1 cannot be read: %2").arg(terminal::shown(part.string()), terminal::shown(reason)));
        return false;
    }
    read(file);
    return true;
}

namespace {

/// What is published of such a state, by a program of this version.
bus::StatusReport report_of(const Plan& plan, const State& state) {
    bus::StatusReport report;
    report.status = status(plan, state);
    report.stamp = state.now;
    report.version = LIMBER_VERSION;
    if (report.status.prompt) {
        const Exercise* exercise = find_exercise(plan, report.status.prompt->exercise);
        if (exercise != nullptr) report.titles.emplace(exercise->id, exercise->title);
    }
    return report;
}

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

} // namespace limber::cli
