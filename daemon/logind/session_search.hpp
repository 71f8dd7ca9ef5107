// SPDX-License-Identifier: GPL-3.0-or-later
// Which of logind's sessions is this user's, as seen from a service that is in none.
#pragma once

#include <QDBusConnection>
#include <QString>

#include <functional>

class QObject;

namespace limber::logind {

inline constexpr auto logind_service = "org.freedesktop.login1";
inline constexpr auto logind_path = "/org/freedesktop/login1";
inline constexpr auto logind_manager = "org.freedesktop.login1.Manager";
inline constexpr auto logind_session = "org.freedesktop.login1.Session";

/// XDG_SESSION_ID's if that is one of this user (the variable may be of an earlier login, and its number
/// somebody else's by now), else session/auto, else the user's Display. `found` is called once, from the main
/// loop, with its object path or nothing; never once `context` is gone. logind is not started for it.
void find_login_session(QObject& context, const QDBusConnection& system_bus,
                        std::function<void(const QString& path)> found);

} // namespace limber::logind
