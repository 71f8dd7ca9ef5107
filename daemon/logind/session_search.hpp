// SPDX-License-Identifier: GPL-3.0-or-later
// Which of logind's sessions is this user's, as seen from a service that is in none.
#pragma once

#include <QDBusConnection>
#include <QString>
#include <QVariantMap>

#include <functional>

class QObject;

namespace limber::logind {

inline constexpr auto logind_service = "org.freedesktop.login1";
inline constexpr auto logind_path = "/org/freedesktop/login1";
inline constexpr auto logind_manager = "org.freedesktop.login1.Manager";
inline constexpr auto logind_session = "org.freedesktop.login1.Session";

/// A session that has ended is "closing" for as long as a program is left behind in it.
[[nodiscard]] bool is_open(const QVariantMap& session);

/// XDG_SESSION_ID's, else that of our X11 display, else session/auto, else the user's Display: the first that
/// is of this user, open, not by ssh where we have a display, and on no other X11 display than ours (the
/// variable may be of an earlier login, and its number somebody else's by now). Where no session is on our
/// display, XDG_SESSION_ID's open one: ours is in a window of it. `found` is called once, from the main loop,
/// with its object path or nothing; never once `context` is gone. logind is not started for it.
void find_login_session(QObject& context, const QDBusConnection& system_bus,
                        std::function<void(const QString& path)> found);

} // namespace limber::logind
