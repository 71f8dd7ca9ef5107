// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of the tray before its menu: the icon (a look for the state, and for some of them how far the
// interval has gone), and what is shown when the pointer rests on it.

#include "bus/daemon_link.hpp"
#include "bus/status_text.hpp"
#include "bus/wire_values.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "menu/menu.hpp"
#include "words/text.hpp"

#include <QStringList>

#include <algorithm>

namespace limber::tray {
namespace {

static_assert(icon_steps == arc_steps, "an icon for each step the daemon counts");

Look look_of(Activity doing) {
    switch (doing) {
    case Activity::working: return Look::working;
    case Activity::waiting: return Look::waiting;
    case Activity::prompted: return Look::prompted;
    case Activity::resting: return Look::resting;
    case Activity::paused: return Look::paused;
    case Activity::held: return Look::held;
    case Activity::away: return Look::away;
    case Activity::outside_hours: return Look::off;
    case Activity::unknown: break;
    }
    return Look::unknown;
}

} // namespace

Icon icon_of(const View& view) {
    if (view.daemon == Daemon::absent) return {Look::absent, 0};
    if (view.daemon == Daemon::unknown || !view.report) return {Look::unknown, 0};
    const Look look = look_of(view.report->status.doing);
    return {look, shows_arc(look) ? std::clamp(view.report->status.arc, 0, icon_steps) : 0};
}

namespace {

constexpr qsizetype most_of_a_line = 160;

/// The next break where the sentence about the present does not name it.
QString then(const bus::StatusReport& report) {
    const Status& status = report.status;
    if (!status.next_at || status.next_left <= Duration{}) return {};
    const auto* const rule = rule_named(status, status.next_break);
    if (rule == nullptr) return {};
    return _("%1 about %2").arg(bus::text(title_of(*rule)), bus::clock_text(report, *status.next_at));
}

QStringList lines_for(const bus::StatusReport& report) {
    const Status& status = report.status;
    switch (status.doing) {
    case Activity::working:
        return {bus::status_sentence(report),
                status.contradiction ? bus::contradiction_text(*status.contradiction) : QString{}};
    case Activity::prompted: return {bus::status_sentence(report), bus::present_sentence(report)};
    case Activity::resting: {
        QStringList lines{bus::status_sentence(report)};
        if (status.session && !status.session->paused_at) {
            lines << _("It ends about %1").arg(bus::clock_text(report, end_of(*status.session)));
        }
        return lines;
    }
    case Activity::held:
    case Activity::paused: return {bus::present_sentence(report), then(report)};
    case Activity::waiting:
    case Activity::away:
    case Activity::outside_hours:
    case Activity::unknown: break;
    }
    return {bus::present_sentence(report)};
}

} // namespace

QString tooltip_of(const View& view) {
    QStringList lines;
    if (view.daemon == Daemon::running && view.report) {
        lines = lines_for(*view.report);
    } else if (view.daemon == Daemon::absent) {
        lines << _("Not running: no break will be suggested. Start it from the menu.");
    } else {
        lines << _("Limber does not answer.");
    }
    if (const QString problem = problem_text(view.problems); !problem.isEmpty()) {
        lines << _("Problem: %1").arg(problem);
    }
    if (!view.trouble.isEmpty()) lines << view.trouble;
    for (QString& line : lines)
        line = one_line(line, most_of_a_line);
    lines.removeAll(QString{});
    return lines.join(u'\n');
}

} // namespace limber::tray
