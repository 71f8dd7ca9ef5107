// SPDX-License-Identifier: GPL-3.0-or-later
// Whom more than one program of Limber asks or starts: the guided break's window, the panel, what shows
// notifications, each other.
#pragma once

#include "bus/call.hpp"
#include "bus/follow.hpp"

#include <QDBusConnection>
#include <QString>
#include <QVariant>

namespace limber::bus {

/// The window as an org.freedesktop.Application, which a call starts where the bus can.
[[nodiscard]] Object window_on(const QDBusConnection& bus);

/// Of the method Activate: the window comes up, with a session or without. The token lets it take the focus;
/// may be empty.
[[nodiscard]] QVariantList to_show_window(const QString& activation_token);

/// Of the method ActivateAction, which is answered once the running session is shown.
[[nodiscard]] QVariantList to_show_session(const QString& activation_token);

/// org.freedesktop.Notifications: what shows them.
[[nodiscard]] Object notifications_on(const QDBusConnection& bus);

/// org.kde.StatusNotifierWatcher, to which icons are made known.
[[nodiscard]] Object panel_on(const QDBusConnection& bus);

/// Whether somebody shows StatusNotifierItems.
[[nodiscard]] Followed::Question panel_question(const QDBusConnection& bus);

/// A program of Limber: beside this one, which is the same version, or else in PATH. Empty: there is none.
[[nodiscard]] QString program_path(const QString& name);

} // namespace limber::bus
