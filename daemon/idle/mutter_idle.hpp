// SPDX-License-Identifier: GPL-3.0-or-later
// Mutter's IdleMonitor on the session bus: GNOME on Wayland and X11. Every call is asynchronous.
#pragma once

#include "idle/idle_source.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <string>

class QDBusConnection;
class QObject;

namespace limber::idle {

inline constexpr auto mutter_name = "mutter";
inline constexpr auto mutter_bus_name = "org.gnome.Mutter.IdleMonitor";

using MutterFound = std::function<void(std::expected<std::unique_ptr<IdleSource>, std::string>)>;

/// Calls `found` once, later, from the main loop: with the source, or with why there is none (nobody owns the
/// name, or its owner does not answer within a second). Never called once `context` is gone.
void find_mutter_idle(QObject& context, const QDBusConnection& bus, IdleSource::Report report,
                      MutterFound found);

} // namespace limber::idle
