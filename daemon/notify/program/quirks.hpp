// SPDX-License-Identifier: GPL-3.0-or-later
// What notification servers do that their capabilities do not say, by the name each gives itself.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace limber::notify {

struct Quirks {
    bool default_is_a_button = false; ///< the action "default" is drawn beside the others
    bool brings_back = false;         ///< what was closed can be fetched from its history, with live buttons
    bool old_image_path = false; ///< takes the hint "image-path" for pixels, and only "image_path" for a path

    bool operator==(const Quirks&) const = default;
};

/// A server without an entry is one like all others.
[[nodiscard]] constexpr Quirks quirks_of(std::string_view server) {
    struct Entry {
        std::string_view server;
        Quirks quirks;
    };

    constexpr std::array known{
        Entry{"mako", {.brings_back = true}},                       // 1.7.1, by makoctl restore
        Entry{"Xfce Notify Daemon", {.default_is_a_button = true}}, // 0.7.3
        // 1.2.0; with more than three actions it shows a list to choose from
        Entry{"lxqt-notificationd", {.default_is_a_button = true, .old_image_path = true}},
    };
    const auto* const found = std::ranges::find(known, server, &Entry::server);
    return found == known.end() ? Quirks{} : found->quirks;
}

} // namespace limber::notify
