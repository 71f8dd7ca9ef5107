// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads in notifications, made from values of the core. Pure but for the language.
#pragma once

#include "core/effect.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "notify/notifier.hpp"

#include <string_view>

namespace limber::notify {

/// The exercise (or a plain rest, if none fits the person), how long it takes, its caution, and since when it
/// is due if it was held back for 5 minutes or more. Keys: "default", "start", "snooze" (the first length
/// offered; left out when there is none), "skip".
[[nodiscard]] PromptView prompt_view(const ShowPrompt& prompt, const Plan& plan);

/// The phase at `cursor` of a running session. Keys: "next", "enough", "stop".
[[nodiscard]] PromptView phase_view(const Session& session, const Cursor& cursor, const Plan& plan);

/// How a session ended; without an outcome it was cut. Without actions; the caller withdraws it.
[[nodiscard]] PromptView session_over_view(std::optional<Outcome> outcome);

/// A mistake in the configuration: "FILE:LINE: key: message", and that the old settings stay. `more`: how
/// many other mistakes there are. Without actions. Line 0 and an empty key are left out.
[[nodiscard]] PromptView settings_problem_view(std::string_view file, int line, std::string_view key,
                                               std::string_view message, int more);

/// Something lacks that matters: what, and what to do. Without actions.
[[nodiscard]] PromptView findings_view(const std::vector<Finding>& findings);

} // namespace limber::notify
