// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/findings.hpp"

#include "words/said.hpp"

#include <fmt/ranges.h>

#include <utility>

namespace limber::quiet {

Finding session_finding(const SessionSeen& session) {
    Finding finding{.id = "session", .grade = Grade::note, .sentence = {}, .remedy = {}};
    if (!session.logind) {
        finding.sentence = said("there is no logind: locks and sleep are seen by the clocks and by idleness");
    } else if (session.id.empty()) {
        finding.sentence = said("logind knows none of yours: switching to another one is not seen");
    } else if (session.remote) {
        finding.sentence = said("{} is a remote one", session.id);
    } else {
        finding.grade = Grade::good;
        finding.sentence =
            said("{} ({}) of logind: locks, sleep and switched sessions are seen", session.id, session.type);
    }
    return finding;
}

Finding locks_finding(const SessionSeen& session, std::vector<std::string> savers) {
    if (session.tells_of_locks) savers.emplace_back("logind");
    Finding finding{.id = "locks", .grade = Grade::note, .sentence = {}, .remedy = {}};
    if (!savers.empty()) {
        finding.grade = Grade::good;
        finding.sentence = said("told by {}", fmt::format("{}", fmt::join(savers, ", ")));
    } else if (!session.id.empty()) {
        finding.sentence = said(
            "logind would tell, if your locker told it; else a lock is seen as idleness, a little later");
    } else {
        finding.sentence = said("nobody tells; a locked screen is seen as idleness, a little later");
    }
    return finding;
}

Finding inhibitors_finding(bool blind, bool counts, bool listed) {
    Finding finding{.id = "inhibitors", .grade = Grade::note, .sentence = {}, .remedy = {}};
    if (blind) {
        finding.sentence =
            said("while one keeps the screen awake, this source does not tell that you rest your hands");
    } else if (counts && !listed) {
        finding.sentence = said("passive_screen = \"count\" has no effect here: no list of them can be read");
    } else {
        finding.grade = Grade::good;
        finding.sentence = counts ? said("watching counts as work, as you have set it")
                                  : said("watching is a rest; only input is work");
    }
    return finding;
}

Finding screen_finding(const std::optional<std::vector<std::string>>& kept_on_by,
                       const std::vector<std::string>& services, const std::string& display) {
    Finding finding{.id = "screen", .sentence = {}, .remedy = {}};
    if (kept_on_by && !kept_on_by->empty()) {
        finding.sentence =
            said("kept on during a break, by {}", fmt::format("{}", fmt::join(*kept_on_by, ", ")));
    } else if (!kept_on_by && !services.empty()) {
        finding.sentence =
            said("would be kept on during a break, by {}", fmt::format("{}", fmt::join(services, ", ")));
    } else if (!kept_on_by && display == "x11") {
        finding.sentence = said("would be kept on during a break, by the X server");
    } else if (!kept_on_by && display == "wayland") {
        finding.sentence =
            said("would be kept on during a break, if the compositor heeds its idle-inhibit protocol "
                 "(sway does)");
    } else {
        finding.grade = Grade::note;
        finding.sentence = said("nothing here keeps it on during a break");
    }
    return finding;
}

Finding holds_finding() {
    return {.id = "quiet",
            .grade = Grade::note,
            .sentence =
                said("pauses and working hours; do-not-disturb, full screen, microphone and camera are not "
                     "watched by this version"),
            .remedy = {}};
}

} // namespace limber::quiet
