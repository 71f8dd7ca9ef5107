// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.hpp"

#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/choosing.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "history/history.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "text.hpp"
#include "words/missing_parts.hpp"

#include <QString>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace limber::shell {
namespace {

void add_line(std::string& text, const std::string& line) {
    text += (text.empty() ? "" : "\n") + line;
}

std::string first_break(const bus::StatusReport& report) {
    const Status& status = report.status;
    if (status.next_break.empty()) return Limberd::tr("none is configured").toStdString();
    const QString title = QString::fromStdString(title_of(status, status.next_break));
    if (status.next_at)
        return Limberd::tr("%1 about %2").arg(title, bus::clock_text(report, *status.next_at)).toStdString();
    return Limberd::tr("%1 after %2 at the desk").arg(title, bus::left_text(status.next_left)).toStdString();
}

Finding exercises_finding(const Plan& plan) {
    const auto all = static_cast<int>(plan.exercises.size());
    const auto fit = std::ranges::count_if(
        plan.exercises, [&](const Exercise& exercise) { return unfit(plan, Bag{}, exercise) == Unfit::no; });
    Finding finding{.id = "exercises", .sentence = {}, .remedy = {}};
    if (fit > 0) {
        finding.sentence = Limberd::tr("%1, of which %2 fit you").arg(all).arg(fit).toStdString();
        return finding;
    }
    finding.grade = Grade::lacking;
    finding.sentence =
        all == 0 ? Limberd::tr("No exercise is installed, so breaks have none.").toStdString()
                 : Limberd::tr("None of %1 exercises fits you, so breaks have none.").arg(all).toStdString();
    finding.remedy = "limber exercises";
    return finding;
}

} // namespace

std::vector<Finding> settings_findings(const settings::Loaded& loaded,
                                       const std::vector<settings::Problem>& problems) {
    Finding finding{.id = "settings", .sentence = {}, .remedy = {}};
    for (const settings::Problem& problem : problems)
        add_line(finding.remedy, settings::to_string(problem));
    const auto is_error = [](const settings::Problem& problem) {
        return problem.severity == settings::Problem::Severity::error;
    };
    if (std::ranges::any_of(problems, is_error)) {
        finding.grade = Grade::lacking;
        finding.sentence =
            Limberd::tr("There are mistakes in the settings. What is in order, or was before, is in use.")
                .toStdString();
    } else if (!problems.empty()) {
        finding.grade = Grade::note;
        finding.sentence = Limberd::tr("in use, but something is left out").toStdString();
    } else {
        for (const auto& file : loaded.files)
            finding.sentence += (finding.sentence.empty() ? "" : ", ") + file.string();
        if (loaded.files.empty()) {
            finding.sentence =
                Limberd::tr("built-in ones; limber config default --write makes a file to change")
                    .toStdString();
        }
    }
    std::vector<Finding> all{finding, exercises_finding(loaded.settings.plan)};
    for (const auto& missing : {missing_display_parts(), missing_parts(loaded.settings)})
        all.insert(all.end(), missing.begin(), missing.end());
    return all;
}

Finding history_finding(const std::filesystem::path& file,
                        const std::vector<history::HistoryProblem>& problems) {
    Finding finding{.id = "history", .sentence = file.string(), .remedy = {}};
    for (const auto& problem : problems) {
        if (finding.grade == Grade::good) finding.sentence.clear();
        finding.grade = problem.mended ? std::max(finding.grade, Grade::note) : Grade::lacking;
        add_line(finding.sentence, problem.sentence);
    }
    return finding;
}

std::vector<std::string> lines_of(const std::vector<Finding>& findings, const bus::StatusReport& report) {
    std::vector<std::string> lines;
    for (const char* id : {"display", "idle", "notifications", "settings"}) {
        const auto finding = std::ranges::find(findings, id, &Finding::id);
        if (finding == findings.end()) continue;
        std::string line = bus::subject_of(id).toStdString() + ": " + finding->sentence;
        if (finding->grade == Grade::lacking && !finding->remedy.empty()) line += " " + finding->remedy;
        std::ranges::replace(line, '\n', ' ');
        lines.push_back(line);
    }
    lines.push_back(Limberd::tr("First break:").toStdString() + " " + first_break(report));
    return lines;
}

} // namespace limber::shell
