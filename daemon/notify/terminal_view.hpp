// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt, message or phase as it looks on a terminal, and what a key there means.
#pragma once

#include "notify/notifier.hpp"
#include "terminal/card.hpp"

#include <QString>

#include <chrono>
#include <optional>
#include <string>

namespace limber::notify {

/// Twice: whether a "never" was meant.
enum class Asked { once, twice };

/// The view as a card, `since` after it was made. In the background its keys are left out, and the commands
/// named instead.
[[nodiscard]] terminal::Card card_of(const PromptView& view, std::chrono::milliseconds since, Asked asked,
                                     bool background);

/// The action behind a key: the view's own ("start", "snooze", "skip", "next", "enough", "stop"), and those
/// that need no button on a desktop ("another", "never", "pause", "resume", "repeat"). Nothing for other
/// keys, and for actions the view does not have.
[[nodiscard]] std::optional<std::string> action_of(const PromptView& view, char key);

/// What remains of a prompt in the terminal: "Shoulder Rolls: Snooze 5 min", or its title alone.
[[nodiscard]] QString trace_of(const PromptView& view, const std::string& action);

} // namespace limber::notify
