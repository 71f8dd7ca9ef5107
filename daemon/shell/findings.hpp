// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon found at its start, in five lines.
#pragma once

#include "bus/wire.hpp"

#include <QDBusConnection>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace limber::shell {

struct Findings {
    std::string display;
    std::string idle; ///< the source, or why there is none
    std::string notifications;
    std::vector<std::filesystem::path> files; ///< limber.toml files that were read
    std::string not_read;                     ///< one that was left out, as there is an error in it
    bus::StatusReport report;
};

[[nodiscard]] std::vector<std::string> lines_of(const Findings& findings);

/// "Wayland (wayland-0)", "X11 (:0)", "none", from the environment.
[[nodiscard]] std::string display_found();

/// Asks who shows notifications, without starting anybody; `found` is called once, now or
/// later.
void ask_notification_server(const QDBusConnection& bus, std::function<void(std::string)> found);

} // namespace limber::shell
