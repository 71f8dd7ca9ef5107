// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon tells of itself: what it has found, what it lacks, and what is wrong in the settings.
#include "daemon.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "log.hpp"
#include "notify/prompt_view.hpp"
#include "settings/problem.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <utility>

namespace limber::shell {

std::vector<Finding> findings_of(const Senses& senses, const Desktop& desktop, const settings::Loaded& loaded,
                                 const Problems& mistakes) {
    auto all = senses.findings(loaded.settings.plan.passive_screen == PassiveScreen::count);
    for (const auto& more :
         {desktop.findings(),
          settings_findings(loaded, mistakes, idle::DisplayEnvironment::of_this_process())})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

bool Daemon::set_problems(const std::string& topic, const Problems& problems) {
    if (!problems_.set(topic, problems)) return false;
    service_.publish_problems(problems_.all());
    tell_findings();
    return true;
}

std::vector<Finding> Daemon::find() const {
    if (!senses_ || !desktop_) return {};
    const settings::Loaded& loaded = settings_.now();
    auto all = findings_of(*senses_, *desktop_, loaded, problems_.of("settings"));
    for (const std::string topic : {"watching", "window"}) {
        for (const auto& problem : problems_.of(topic))
            all.push_back({topic, Grade::lacking, problem.message, problem.hint});
    }
    all.push_back(history_finding(history_file_, problems_.of("history")));
    return all;
}

/// What ends without a word is looked at when somebody wants to know.
void Daemon::look_around() {
    settings_.try_to_watch();
    if (desktop_) desktop_->check();
    if (has_error(problems_.of("history"))) performer_->save();
    tell_findings();
}

void Daemon::tell_findings() {
    if (!desktop_) return;
    if (findings_.set(find())) service_.publish_findings(findings_.all());
    offer_in_window();
    if (!announce_ || !senses_->looked_for_idle_source() || !desktop_->known()) return;
    for (const std::string& line : lines_of(findings_.all(), report()))
        announce_(line);
    announce_ = {};
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

void Daemon::show_findings(const std::vector<Finding>& told, const std::set<std::string>& fresh) {
    for (const Finding& finding : told) {
        // problems were logged when they came
        if (fresh.contains(finding.id) && problems_.of(finding.id).empty()) log::warning(finding.sentence);
    }
    if (told.empty()) return performer_->withdraw_notice(Notice::findings);
    // what the person has closed does not come again because it got better
    if (!fresh.empty() || performer_->shows(Notice::findings))
        performer_->show_notice(Notice::findings, notify::findings_view(told));
}

void Daemon::say_mistakes(const Problems& mistakes) {
    if (!set_problems("settings", mistakes) || mistakes.empty()) return;
    for (const auto& mistake : mistakes) {
        log::error(settings::to_string(mistake));
    }
    const settings::Problem& first = mistakes.front();
    performer_->show_notice(Notice::settings,
                            notify::settings_problem_view(first.file, first.line, first.key, first.message,
                                                          static_cast<int>(mistakes.size()) - 1));
}

void Daemon::say_of_history() {
    using Severity = settings::Problem::Severity;
    const Problems before = problems_.of("history");
    Problems now;
    for (const auto& [sentence, mended] : history_->problems()) {
        // the sentence names the file
        now.push_back({.severity = mended ? Severity::warning : Severity::error, .message = sentence});
        if (std::ranges::find(before, now.back()) != before.end()) continue;
        mended ? log::warning(sentence) : log::error(sentence);
    }
    if (has_error(before) && !has_error(now)) log::info("the history can be written again");
    set_problems("history", now);
}

void Daemon::say_of_window(const std::string& trouble) {
    if (trouble.empty()) {
        set_problems("window", {});
        return;
    }
    const QString message =
        runner_->state().session
            ? _("The window of the guided break did not come, so notifications guide it: %1.")
            : _("The window that offers breaks here did not come: %1.");
    settings::Problem problem{.severity = settings::Problem::Severity::warning,
                              .message = message.arg(QString::fromStdString(trouble)).toStdString()};
    if (!on_terminal_) problem.hint = _("more is said by journalctl --user -u limber-window").toStdString();
    if (set_problems("window", {problem})) log::warning(problem.message);
}

} // namespace limber::shell
