// SPDX-License-Identifier: GPL-3.0-or-later
// org_kde_kwin_idle: sway 1.7 and old KWin. It cannot see through idle inhibitors.
#pragma once

#include "idle/wayland_connection.hpp"
#include "idle/wayland_idle.hpp"

#include <expected>
#include <memory>
#include <string>

namespace limber::idle {

inline constexpr auto kwin_idle_name = "kwin-idle";

/// The reason when the compositor does not offer it. The connection must outlive the answer.
[[nodiscard]] std::expected<std::unique_ptr<WaylandIdleProtocol>, std::string>
bind_kwin_idle(WaylandConnection& connection);

} // namespace limber::idle
