// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/service_owner.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringLiteral>

#include <utility>

namespace limber::quiet {

ServiceOwner::ServiceOwner(QDBusConnection bus, const QString& service, Changed changed)
    : bus_(std::move(bus)), watcher_(service, bus_, QDBusServiceWatcher::WatchForOwnerChange),
      changed_(std::move(changed)) {
    connect(
        &watcher_, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString& /*name*/, const QString& /*before*/, const QString& after) { is_now(after); });
    auto who = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetNameOwner"));
    who << service;
    auto* answer = new QDBusPendingCallWatcher{bus_.asyncCall(who), this};
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        // a change that was told meanwhile is newer; an error says that nobody has it
        if (owner_) return;
        is_now(answer->isError() ? QString{} : answer->reply().arguments().value(0).toString());
    });
}

void ServiceOwner::is_now(const QString& owner) {
    if (owner == owner_) return;
    owner_ = owner;
    changed_(*owner_);
}

} // namespace limber::quiet
