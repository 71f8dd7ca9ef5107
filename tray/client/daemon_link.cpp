// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon_link.hpp"

#include "bus/call_trouble.hpp"
#include "bus/names.hpp"
#include "bus/snapshot.hpp"
#include "bus/wire.hpp"
#include "bus/wire_values.hpp"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QLatin1String>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <utility>

namespace limber::tray {
namespace {

class Client {
    Q_DECLARE_TR_FUNCTIONS(limber::Client)
};

const QString properties_interface = QStringLiteral("org.freedesktop.DBus.Properties");

QDBusMessage message_to_daemon(const QString& interface, const QString& method,
                               const QVariantList& arguments) {
    QDBusMessage message = QDBusMessage::createMethodCall(QLatin1String{bus::bus_name},
                                                          QLatin1String{bus::bus_path}, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

QString sentence_for(const QDBusError& error) {
    switch (bus::trouble_of(error)) {
    case bus::CallTrouble::absent: return Client::tr("Limber is not running.");
    case bus::CallTrouble::silent: return Client::tr("Limber does not answer.");
    case bus::CallTrouble::stranger:
        return Client::tr("The running Limber does not know this; it is probably another version. "
                          "Restart it.");
    case bus::CallTrouble::bus_lost:
    case bus::CallTrouble::refused: break;
    }
    return error.message().isEmpty() ? Client::tr("Limber refused (%1).").arg(error.name()) : error.message();
}

} // namespace

DaemonLink::DaemonLink(const QDBusConnection& bus, QObject* parent)
    : QObject(parent), bus_(bus),
      owner_(QLatin1String{bus::bus_name}, bus, QDBusServiceWatcher::WatchForOwnerChange) {
    bus::register_wire_types();
    connect(&owner_, &QDBusServiceWatcher::serviceOwnerChanged, this, &DaemonLink::owner_changed);
    bus_.connect(QLatin1String{bus::bus_name}, QLatin1String{bus::bus_path}, properties_interface,
                 QStringLiteral("PropertiesChanged"), this,
                 SLOT(properties_changed(QString, QVariantMap, QStringList)));
    read();
}

void DaemonLink::ask(const QString& method, const QVariantList& arguments, Then then) {
    ask_for(method, arguments,
            [then = std::move(then)](const QVariantList& /*values*/, const QString& error) {
                if (then) then(error);
            });
}

void DaemonLink::ask_for(const QString& method, const QVariantList& arguments, Answer answer) {
    const auto message = message_to_daemon(QLatin1String{bus::bus_interface}, method, arguments);
    auto* call = new QDBusPendingCallWatcher(bus_.asyncCall(message), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [answer = std::move(answer), call] {
        call->deleteLater();
        if (!answer) return;
        if (call->isError()) {
            answer({}, sentence_for(call->error()));
        } else {
            answer(call->reply().arguments(), {});
        }
    });
}

void DaemonLink::read() {
    missed_ = false;
    delete std::exchange(reading_, nullptr);
    const auto message = message_to_daemon(properties_interface, QStringLiteral("GetAll"),
                                           {QString{QLatin1String{bus::bus_interface}}});
    reading_ = new QDBusPendingCallWatcher(bus_.asyncCall(message), this);
    connect(reading_, &QDBusPendingCallWatcher::finished, this, &DaemonLink::take);
}

void DaemonLink::take(QDBusPendingCallWatcher* call) {
    reading_ = nullptr;
    call->deleteLater();
    if (call->isError()) {
        // One that hangs is read again when it says something.
        forget(bus::trouble_of(call->error()) == bus::CallTrouble::absent ? Daemon::absent : Daemon::unknown);
        if (missed_) read();
        return;
    }
    const auto values = call->reply().arguments();
    daemon_ = Daemon::running;
    snapshot_ = {};
    snapshot_.take(values.isEmpty() ? QVariantMap{} : bus::map_of(values.front()));
    Q_EMIT changed();
}

void DaemonLink::properties_changed(const QString& interface, const QVariantMap& properties,
                                    const QStringList& outdated) {
    if (interface != QLatin1String{bus::bus_interface}) return;
    if (reading_ != nullptr) {
        missed_ = true; // what is being read is newer; this counts only if reading fails
        return;
    }
    if (daemon_ != Daemon::running || !outdated.isEmpty()) {
        read();
        return;
    }
    snapshot_.take(properties);
    Q_EMIT changed();
}

void DaemonLink::owner_changed(const QString& /*service*/, const QString& /*before*/, const QString& now) {
    if (now.isEmpty()) {
        delete std::exchange(reading_, nullptr);
        forget(Daemon::absent);
        return;
    }
    read();
}

void DaemonLink::forget(Daemon daemon) {
    const bool same = daemon_ == daemon;
    daemon_ = daemon;
    snapshot_ = {};
    if (!same) Q_EMIT changed();
}

} // namespace limber::tray
