// SPDX-License-Identifier: GPL-3.0-or-later
// How long the daemon was away, and what that time was (LAW.md §8).
#pragma once

#include "core/event.hpp"
#include "core/time.hpp"
#include "history/history.hpp"

#include <optional>
#include <string>

namespace limber::shell {

/// What logind says of the session at the start; nothing where it says nothing.
struct SessionFacts {
    std::optional<Utc> began;
    std::optional<bool> locked;
};

/// Waits for the answer, at most half a second; without logind nothing is known.
[[nodiscard]] SessionFacts ask_session_facts();

/// One Started has one kind. Rest: the machine was off (another boot; the gap is then measured in UTC, a
/// clock set back counts as no time), or asleep for at least half of the gap, or the person logged in since,
/// or the session was locked when the state was saved and still is. Otherwise neither work nor rest. Nothing
/// saved: first.
[[nodiscard]] Started restarted(const std::optional<history::SavedState>& saved, bool saved_locked,
                                const Stamp& now, const std::string& boot_id, const SessionFacts& session);

} // namespace limber::shell
