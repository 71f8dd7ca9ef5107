// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.hpp"

#include "bus/status_text.hpp"
#include "core/choosing.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "words/missing_parts.hpp"
#include "words/text.hpp"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <utility>

namespace limber::shell {
namespace {

std::string first_break(const bus::StatusReport& report) {
    const Status& status = report.status;
    if (status.next_break.empty()) return _("none is configured").toStdString();
    const QString title = QString::fromStdString(title_of(status, status.next_break));
    if (status.next_at)
        return _("%1 about %2").arg(title, bus::clock_text(report, *status.next_at)).toStdString();
    return _("%1 after %2 at the desk").arg(title, bus::left_text(status.next_left)).toStdString();
}

Finding exercises_finding(const Plan& plan) {
    const auto all = static_cast<int>(plan.exercises.size());
    const auto fit = std::ranges::count_if(
        plan.exercises, [&](const Exercise& exercise) { return unfit(plan, Bag{}, exercise) == Unfit::no; });
    if (fit > 0) return found("exercises", Grade::good, _("%1, of which %2 fit you").arg(all).arg(fit));
    return found("exercises", Grade::lacking,
                 all == 0 ? _("No exercise is installed, so breaks have none.")
                          : _("None of %1 exercises fits you, so breaks have none.").arg(all),
                 "limber exercises");
}

} // namespace

Finding found(const char* id, Grade grade, const QString& sentence, const QString& remedy) {
    return {.id = id, .grade = grade, .sentence = sentence.toStdString(), .remedy = remedy.toStdString()};
}

bool has_error(const Problems& problems) {
    return std::ranges::any_of(problems, [](const settings::Problem& problem) {
        return problem.severity == settings::Problem::Severity::error;
    });
}

std::vector<Finding> settings_findings(const settings::Loaded& loaded, const Problems& problems,
                                       const idle::DisplayEnvironment& display) {
    QStringList files;
    for (const auto& file : loaded.files)
        files << QString::fromStdString(file.string());
    QStringList mistakes;
    for (const auto& problem : problems)
        mistakes << QString::fromStdString(settings::to_string(problem));
    if (files.isEmpty()) files << _("built-in ones; limber config default --write makes a file to change");
    const Grade grade = has_error(problems) ? Grade::lacking : problems.empty() ? Grade::good : Grade::note;
    const QString sentence =
        grade == Grade::lacking
            ? _("There are mistakes in the settings. What is in order, or was before, is in use.")
        : grade == Grade::note ? _("in use, with a remark")
                               : files.join(", ");
    std::vector<Finding> all{found("settings", grade, sentence, mistakes.join(u'\n')),
                             exercises_finding(loaded.settings.plan)};
    for (const auto& missing :
         {missing_display_parts(!display.wayland_display.empty(), !display.x11_display.empty()),
          missing_parts(loaded.settings)})
        all.insert(all.end(), missing.begin(), missing.end());
    return all;
}

Finding history_finding(const std::filesystem::path& file, const Problems& problems) {
    Grade grade = Grade::good;
    QStringList sentences;
    for (const settings::Problem& problem : problems) {
        const bool mended = problem.severity == settings::Problem::Severity::warning;
        grade = mended ? std::max(grade, Grade::note) : Grade::lacking;
        sentences << QString::fromStdString(problem.message);
    }
    if (sentences.isEmpty()) sentences << QString::fromStdString(file.string());
    return found("history", grade, sentences.join(u'\n'));
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
    lines.push_back(_("First break:").toStdString() + " " + first_break(report));
    return lines;
}

Problems ProblemBoard::all() const {
    Problems all;
    for (const auto& [topic, problems] : topics_)
        all.insert(all.end(), problems.begin(), problems.end());
    return all;
}

FindingBoard::FindingBoard(Show show, std::chrono::milliseconds passing) : show_(std::move(show)) {
    lasting_.setSingleShot(true);
    lasting_.setInterval(passing);
    lasting_.callOnTimeout([this] { lasted(); });
}

bool FindingBoard::set(std::vector<Finding> findings) {
    if (findings == findings_) return false;
    findings_ = std::move(findings);
    const auto now = lacking();
    const auto is_over = [&](const std::string& id) { return !now.contains(id); };
    std::erase_if(waiting_, is_over);
    if (std::erase_if(notified_, is_over) > 0) show({});
    wait();
    return true;
}

std::set<std::string> FindingBoard::lacking() const {
    std::set<std::string> ids;
    for (const Finding& finding : findings_) {
        // mistakes in the settings have a notification of their own
        if (finding.grade == Grade::lacking && finding.id != "settings") ids.insert(finding.id);
    }
    return ids;
}

void FindingBoard::wait() {
    if (lasting_.isActive()) return;
    waiting_ = lacking();
    // what could not be said while nothing showed it is said as soon as something does
    if (waiting_.contains("notifications")) return waiting_.clear();
    std::erase_if(waiting_, [this](const std::string& id) { return notified_.contains(id); });
    if (!waiting_.empty()) lasting_.start();
}

void FindingBoard::lasted() {
    const auto fresh = std::exchange(waiting_, {});
    if (!fresh.empty() && !lacking().contains("notifications")) {
        notified_.insert(fresh.begin(), fresh.end());
        show(fresh);
    }
    wait();
}

void FindingBoard::show(const std::set<std::string>& fresh) const {
    std::vector<Finding> told;
    std::ranges::copy_if(findings_, std::back_inserter(told),
                         [this](const Finding& finding) { return notified_.contains(finding.id); });
    show_(told, fresh);
}

} // namespace limber::shell
