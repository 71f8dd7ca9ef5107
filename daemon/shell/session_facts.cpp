// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_facts.hpp"

#include "bus/call.hpp"
#include "core/time.hpp"

#include <QDBusConnection>
#include <QString>
#include <QVariant>
#include <QVariantMap>

#include <chrono>
#include <limits>

namespace limber::shell {

constexpr std::chrono::milliseconds half_a_second{500};

SessionFacts ask_session_facts() {
    const bus::Object session{QDBusConnection::systemBus(), "org.freedesktop.login1",
                              "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session"};
    const QVariantMap facts = bus::properties_in(bus::call_now(
        bus::properties_of(session), QStringLiteral("GetAll"), {session.interface}, half_a_second));

    SessionFacts result;
    const QVariant locked = facts.value(QStringLiteral("LockedHint"));
    if (locked.typeId() == QMetaType::Bool) result.locked = locked.toBool();
    const qulonglong began = facts.value(QStringLiteral("Timestamp")).toULongLong();
    if (began > 0 && began < static_cast<qulonglong>(std::numeric_limits<qlonglong>::max() / 1000)) {
        result.began = Utc{std::chrono::microseconds{static_cast<qlonglong>(began)}};
    }
    return result;
}

} // namespace limber::shell
