// SPDX-License-Identifier: GPL-3.0-or-later
// How the guided break's window is asked to come up, or to show the running session.
#pragma once

#include <QDBusMessage>
#include <QString>

namespace limber::bus {

/// org.freedesktop.Application.Activate: the window comes up, with a session or without.
[[nodiscard]] QDBusMessage show_window_call(const QString& activation_token);

/// org.freedesktop.Application.ActivateAction: starts the window where the bus can, and is answered once it
/// is shown. The token lets it take the focus; may be empty.
[[nodiscard]] QDBusMessage show_session_call(const QString& activation_token);

} // namespace limber::bus
