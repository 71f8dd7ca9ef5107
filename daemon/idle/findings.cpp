// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/findings.hpp"

#include "core/finding.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "translation/said.hpp"

#include <fmt/ranges.h>

#include <string>
#include <vector>

namespace limber::idle {

using translation::said;

Finding display_finding(const DisplayEnvironment& environment) {
    Finding finding{.id = "display", .sentence = {}, .remedy = {}};
    if (!environment.wayland_display.empty()) {
        finding.sentence = said(QT_TRANSLATE_NOOP("said", "Wayland ({})"), environment.wayland_display);
    } else if (!environment.x11_display.empty() && !environment.x11_authority.empty()) {
        finding.sentence = said(QT_TRANSLATE_NOOP("said", "X11 ({}), with the key in {}"),
                                environment.x11_display, environment.x11_authority);
    } else if (!environment.x11_display.empty()) {
        finding.sentence = said(QT_TRANSLATE_NOOP("said", "X11 ({})"), environment.x11_display);
    } else {
        finding.grade = Grade::note;
        finding.sentence =
            said(QT_TRANSLATE_NOOP("said", "none here: neither WAYLAND_DISPLAY nor DISPLAY is set"));
        if (const auto sockets = present_wayland_sockets(environment); !sockets.empty()) {
            finding.remedy = said(QT_TRANSLATE_NOOP("said", "There are Wayland sockets all the same: {}"),
                                  fmt::format("{}", fmt::join(sockets, ", ")));
        }
    }
    return finding;
}

Finding presence_finding(const std::string& source, const std::vector<Refused>& refused) {
    std::vector<std::string> lines;
    lines.reserve(refused.size());
    for (const Refused& one : refused)
        lines.push_back(said(QT_TRANSLATE_NOOP("said", "{}: no, {}"), one.name, one.reason));
    Finding finding{.id = "idle", .sentence = {}, .remedy = {}};
    if (source.empty()) {
        finding.grade = Grade::lacking;
        finding.sentence = said(QT_TRANSLATE_NOOP(
            "said", "Limber cannot see whether you are at the desk, so nothing is counted and suggested."));
        lines.insert(
            lines.begin(),
            said(QT_TRANSLATE_NOOP("said", "If you sit at a desktop: limber doctor, in a terminal of it, "
                                           "says what to do. limber start works all the same.")));
    } else {
        finding.sentence = said(QT_TRANSLATE_NOOP("said", "seen by {}"), source);
        if (!lines.empty()) lines.insert(lines.begin(), said(QT_TRANSLATE_NOOP("said", "Tried before it:")));
    }
    finding.remedy = fmt::format("{}", fmt::join(lines, "\n"));
    return finding;
}

} // namespace limber::idle
