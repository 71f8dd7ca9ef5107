// SPDX-License-Identifier: GPL-3.0-or-later
#include "icon.hpp"

#include "bus/daemon_link.hpp"
#include "core/status.hpp"
#include "icons/look.hpp"
#include "menu.hpp"

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

} // namespace limber::tray
