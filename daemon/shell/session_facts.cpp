// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_facts.hpp"

#include "core/time.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QString>
#include <QVariant>
#include <QVariantMap>

#include <chrono>
#include <limits>

namespace limber::shell {

SessionFacts ask_session_facts() {
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) return {};
    auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1/session/auto"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("GetAll"));
    question.setAutoStartService(false);
    question.setArguments({QStringLiteral("org.freedesktop.login1.Session")});
    const auto answer = bus.call(question, QDBus::Block, 500);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) return {};
    const auto facts = qdbus_cast<QVariantMap>(answer.arguments().constFirst());

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
