// SPDX-License-Identifier: GPL-3.0-or-later
// One view as a notification, by way of libnotify.
#pragma once

#include "notify/notifier.hpp"

#include <cstdint>
#include <expected>
#include <string>

namespace limber::notify {

/// What Limber needs to know of a server's capabilities.
struct Capabilities {
    bool actions = false;
    bool markup = false;
    bool default_is_a_button = false; ///< xfce4-notifyd draws one for the action "default" too
};

/// Shows the view in the place of `replaced`, if that is not 0, and gives the server's number of it, never 0;
/// or the reason of a refusal. Waits for the server, 25 s if it hangs.
[[nodiscard]] std::expected<std::uint32_t, std::string> send_view(const PromptView& view, Capabilities can,
                                                                  std::uint32_t replaced);

} // namespace limber::notify
