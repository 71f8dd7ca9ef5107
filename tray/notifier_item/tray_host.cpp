// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_host.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariant>

namespace limber::tray {
namespace {

const QString watcher_name = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString watcher_path = QStringLiteral("/StatusNotifierWatcher");

QDBusMessage to_watcher(const QString& interface, const QString& method, const QVariantList& arguments) {
    auto message = QDBusMessage::createMethodCall(watcher_name, watcher_path, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

} // namespace

TrayHost::TrayHost(const QDBusConnection& bus, QObject* parent)
    : QObject(parent), bus_(bus), watcher_(watcher_name, bus, QDBusServiceWatcher::WatchForOwnerChange) {
    connect(&watcher_, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString& /*name*/, const QString& /*before*/, const QString& now) {
                watcher_changed(now);
            });
    for (const char* news : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"}) {
        bus_.connect(watcher_name, watcher_path, watcher_name, QLatin1String{news}, this, SLOT(ask()));
    }
    ask();
}

void TrayHost::register_item(const QString& service) {
    service_ = service;
    send_item();
}

void TrayHost::watcher_changed(const QString& owner) {
    if (owner.isEmpty()) {
        set_there(false);
        return;
    }
    send_item();
    ask();
}

void TrayHost::send_item() {
    if (!service_.isEmpty()) {
        bus_.send(to_watcher(watcher_name, QStringLiteral("RegisterStatusNotifierItem"), {service_}));
    }
}

void TrayHost::ask() {
    const auto message = to_watcher(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                                    {watcher_name, QStringLiteral("IsStatusNotifierHostRegistered")});
    auto* call = new QDBusPendingCallWatcher(bus_.asyncCall(message), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *call;
        set_there(!reply.isError() && reply.value().variant().toBool());
    });
}

void TrayHost::set_there(bool there) {
    if (there == there_) return;
    there_ = there;
    Q_EMIT changed(there);
}

} // namespace limber::tray
