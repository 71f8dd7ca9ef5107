// SPDX-License-Identifier: GPL-3.0-or-later
// ext-idle-notify-v1: Plasma, wlroots since 0.16, Hyprland, labwc, niri. Version 2 sees through inhibitors.
#pragma once

#include "idle/wayland_connection.hpp"
#include "idle/wayland_idle.hpp"

#include <expected>
#include <memory>
#include <string>

namespace limber::idle {

inline constexpr auto ext_idle_notify_name = "ext-idle-notify-v1";

/// The reason when the compositor does not offer it. The connection must outlive the answer.
[[nodiscard]] std::expected<std::unique_ptr<WaylandIdleProtocol>, std::string>
bind_ext_idle_notify(WaylandConnection& connection);

} // namespace limber::idle
