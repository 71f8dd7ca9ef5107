// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon tells of itself: what it has found, what it lacks, and what is wrong in the settings.
#include "bus/wire.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "daemon.hpp"
#include "desktop.hpp"
#include "findings.hpp"
#include "history/history.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "log.hpp"
#include "notify/prompt_view.hpp"
#include "performer.hpp"
#include "problem_board.hpp"
#include "senses.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "text.hpp"

#include <QString>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

std::vector<Finding> Daemon::find() const {
    if (!senses_ || !desktop_) return {};
    const settings::Loaded& loaded = settings_.now();
    std::vector<Finding> all{idle::display_finding(idle::DisplayEnvironment::of_this_process())};
    const auto add = [&](const std::vector<Finding>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(senses_->findings(loaded.settings.plan.passive_screen == PassiveScreen::count));
    add(desktop_->findings());
    add(settings_findings(loaded, problems_.of("settings")));
    for (const std::string topic : {"watching", "window"}) {
        for (const auto& problem : problems_.of(topic))
            all.push_back({topic, Grade::lacking, problem.message, problem.hint});
    }
    all.push_back(history_finding(history_file_, history_problems_));
    return all;
}

/// What ends without a word is looked at when somebody wants to know.
void Daemon::look_around() {
    settings_.try_to_watch();
    if (desktop_) desktop_->check();
    if (!std::ranges::all_of(history_problems_, &history::HistoryProblem::mended)) performer_->save();
    tell_findings();
}

void Daemon::tell_findings() {
    if (!desktop_) return;
    findings_.set(find());
    offer_in_window();
    announce();
}

/// Whoever has neither notifications nor a panel would never be asked: the window has a button for each
/// break.
void Daemon::offer_in_window() {
    const auto& prompt = runner_->state().prompt;
    if (!prompt) offered_ = false;
    if (!prompt || prompt->on_screen || offered_ || !desktop_ || !desktop_->shows_nothing()) return;
    offered_ = true;
    window_->offer();
}

void Daemon::show_findings(const std::vector<Finding>& findings, bool news) {
    if (findings.empty()) return performer_->withdraw_notice(Notice::findings);
    // what the person has closed does not come again because it got better
    if (news || performer_->shows(Notice::findings))
        performer_->show_notice(Notice::findings, notify::findings_view(findings));
}

void Daemon::announce() {
    if (!announce_ || !senses_->looked_for_idle_source() || !desktop_->known()) return;
    std::exchange(announce_, {})(lines_of(findings_.all(), report()));
}

void Daemon::say_mistakes(const std::vector<settings::Problem>& mistakes) {
    if (!problems_.set("settings", mistakes) || mistakes.empty()) return;
    for (const auto& mistake : mistakes) {
        log::error(settings::to_string(mistake));
    }
    const settings::Problem& first = mistakes.front();
    performer_->show_notice(Notice::settings,
                            notify::settings_problem_view(first.file, first.line, first.key, first.message,
                                                          static_cast<int>(mistakes.size()) - 1));
}

void Daemon::say_of_history() {
    const auto before = std::exchange(history_problems_, history_->problems());
    const auto lasts = [](const history::HistoryProblem& problem) { return !problem.mended; };
    using Severity = settings::Problem::Severity;
    std::vector<settings::Problem> problems;
    for (const auto& problem : history_problems_) {
        problems.push_back({.severity = problem.mended ? Severity::warning : Severity::error,
                            .message = problem.sentence}); // which names the file
        if (std::ranges::find(before, problem) != before.end()) continue;
        problem.mended ? log::warning(problem.sentence) : log::error(problem.sentence);
    }
    problems_.set("history", std::move(problems));
    if (std::ranges::any_of(before, lasts) && std::ranges::none_of(history_problems_, lasts))
        log::info("the history can be written again");
}

void Daemon::say_of_window(const QString& trouble) {
    std::vector<settings::Problem> problems;
    if (!trouble.isEmpty()) {
        problems.push_back(
            {.severity = settings::Problem::Severity::warning,
             .message =
                 (runner_->state().session
                      ? Limberd::tr(
                            "The window of the guided break did not come, so notifications guide it: %1.")
                      : Limberd::tr("The window that offers breaks here did not come: %1."))
                     .arg(trouble)
                     .toStdString(),
             .hint = on_terminal_
                         ? std::string{}
                         : Limberd::tr("more is said by journalctl --user -u limber-window").toStdString()});
    }
    const bool is_new = problems_.set("window", problems);
    if (is_new && !problems.empty()) log::warning(problems.front().message);
}

} // namespace limber::shell
