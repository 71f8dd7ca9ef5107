// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say of sessions, locks and reasons not to disturb.
#pragma once

#include "core/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace limber::quiet {

/// logind's session of this user, as far as it is known.
struct SessionSeen {
    bool logind = false; ///< there is one
    std::string id;      ///< empty: it knows no session of this user
    std::string type;
    bool remote = false;
    bool tells_of_locks = false; ///< its hint has been set once
};

[[nodiscard]] Finding session_finding(const SessionSeen& session);

/// `savers`: those screen savers that answer. A name that answers nothing tells nothing.
[[nodiscard]] Finding locks_finding(const SessionSeen& session, std::vector<std::string> savers);

/// `blind`: the idle source does not see through them. `counts`: passive_screen = "count". `listed`: somebody
/// tells of them.
[[nodiscard]] Finding inhibitors_finding(bool blind, bool counts, bool listed);

/// `kept_on_by`: who did in the last break. Before the first one it is what can be expected of `services`,
/// those that take inhibitors, or, where there are none, of the `display`, "x11" or "wayland".
[[nodiscard]] Finding screen_finding(const std::optional<std::vector<std::string>>& kept_on_by,
                                     const std::vector<std::string>& services, const std::string& display);

/// Which reasons not to disturb are seen.
[[nodiscard]] Finding holds_finding();

} // namespace limber::quiet
