// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_host.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <algorithm>
#include <chrono>
#include <utility>

namespace limber::tray {
namespace {

const QString watcher_name = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString watcher_path = QStringLiteral("/StatusNotifierWatcher");

using namespace std::chrono_literals;

// A panel under load drops items it could not ask in time; one that refuses them is not pestered.
constexpr std::chrono::milliseconds first_pause = 1s;
constexpr std::chrono::milliseconds longest_pause = 5min;

QDBusMessage to_watcher(const QString& interface, const QString& method, const QVariantList& arguments) {
    auto message = QDBusMessage::createMethodCall(watcher_name, watcher_path, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

} // namespace

TrayHost::TrayHost(const QDBusConnection& bus, QString item)
    : bus_(bus), watcher_(watcher_name, bus, QDBusServiceWatcher::WatchForOwnerChange),
      item_(std::move(item)), pause_(first_pause) {
    connect(&watcher_, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString& /*name*/, const QString& /*before*/, const QString& now) {
                watcher_changed(now);
            });
    for (const char* news : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"}) {
        bus_.connect(watcher_name, watcher_path, watcher_name, QLatin1String{news}, this, SLOT(ask()));
    }
    bus_.connect(watcher_name, watcher_path, watcher_name, QStringLiteral("StatusNotifierItemUnregistered"),
                 this, SLOT(unregistered(QString)));
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, [this] {
        send_item();
        ask();
    });
    send_item();
    ask();
}

void TrayHost::watcher_changed(const QString& owner) {
    pause_ = first_pause;
    if (owner.isEmpty()) {
        again_.stop();
        set_there(false);
        return;
    }
    send_item();
    ask();
}

void TrayHost::send_item() {
    if (!item_.isEmpty()) {
        bus_.send(to_watcher(watcher_name, QStringLiteral("RegisterStatusNotifierItem"), {item_}));
    }
}

void TrayHost::ask() {
    const auto message = to_watcher(QStringLiteral("org.freedesktop.DBus.Properties"),
                                    QStringLiteral("GetAll"), {watcher_name});
    auto* call = new QDBusPendingCallWatcher(bus_.asyncCall(message), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        const QDBusPendingReply<QVariantMap> reply = *call;
        if (reply.isError()) return set_there(false);
        const QVariantMap watcher = reply.value();
        set_there(watcher.value(QStringLiteral("IsStatusNotifierHostRegistered")).toBool());
        look_for_item(watcher.value(QStringLiteral("RegisteredStatusNotifierItems")).toStringList());
    });
}

void TrayHost::look_for_item(const QStringList& items) {
    if (item_.isEmpty()) return;
    if (std::ranges::any_of(items, [this](const QString& item) { return ours(item); })) {
        again_.stop();
        pause_ = first_pause;
    } else if (!again_.isActive()) {
        again_.start(pause_);
        pause_ = std::min(2 * pause_, longest_pause);
    }
}

void TrayHost::unregistered(const QString& item) {
    if (ours(item) && !again_.isActive()) again_.start(pause_);
}

/// Watchers name an item by its bus name or its owner's, and most add the object: "/…", "@/…".
bool TrayHost::ours(const QString& item) const {
    const auto begins = [&](const QString& name) {
        return !name.isEmpty() && item.startsWith(name) &&
               (item.size() == name.size() || item[name.size()] == u'/' || item[name.size()] == u'@');
    };
    return begins(item_) || begins(bus_.baseService());
}

void TrayHost::set_there(bool there) {
    if (there == there_) return;
    there_ = there;
    Q_EMIT changed(there);
}

} // namespace limber::tray
