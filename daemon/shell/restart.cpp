// SPDX-License-Identifier: GPL-3.0-or-later
#include "restart.hpp"

#include "core/event.hpp"
#include "core/time.hpp"
#include "history/history.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace limber::shell {

Started restarted(const std::optional<history::SavedState>& saved, bool saved_locked, const Stamp& now,
                  const std::string& boot_id, const SessionFacts& session) {
    if (!saved) return {.gap = {}, .kind = Gap::first};
    const Stamp& then = saved->stamp;
    const bool same_boot = !boot_id.empty() && saved->boot_id == boot_id && now.at >= then.at;
    if (!same_boot) {
        return {.gap = std::max(now.civil.utc - then.civil.utc, Duration{}),
                .kind = Gap::rest,
                .other_boot = true};
    }

    const Duration gap = now.at - then.at;
    const Duration slept = std::max(now.asleep - then.asleep, Duration{});
    // "locked then and now" says nothing about the time between, but hardly anybody unlocks for so short a
    // while
    const bool gone = session.began && *session.began > then.civil.utc;
    const bool locked = saved_locked && session.locked.value_or(false);
    const bool rest = slept >= gap - slept || gone || locked;
    return {.gap = gap, .kind = rest ? Gap::rest : Gap::neither};
}

} // namespace limber::shell
