// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/daemon_link.hpp"

#include "bus/names.hpp"
#include "bus/wire_values.hpp"
#include "words/text.hpp"

#include <QLatin1String>
#include <QStringList>
#include <QVariantMap>

#include <utility>

namespace limber::bus {
namespace {

Snapshot snapshot_in(const Answer& properties) {
    Snapshot snapshot;
    snapshot.take(properties_in(properties));
    return snapshot;
}

} // namespace

Object daemon_on(const QDBusConnection& bus) {
    return {bus, bus_name, bus_path, bus_interface};
}

QString sentence_of(const QDBusError& error) {
    const QString restart = QStringLiteral("systemctl --user restart limberd");
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
        return _("Limber is not running. Start it with: systemctl --user start limberd");
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return _("Limber does not answer. If it stays so, restart it with: %1").arg(restart);
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return _("There is no session bus here, so Limber cannot be reached. "
                 "Try it from a terminal in your desktop session.");
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty:
    case QDBusError::UnknownObject:
        return _("The running Limber does not know this; it is probably another version. "
                 "Restart it with: %1")
            .arg(restart);
    default: break;
    }
    return error.message().isEmpty() ? _("Limber refused (%1).").arg(error.name()) : error.message();
}

std::expected<Snapshot, QDBusError> read_now(const QDBusConnection& bus) {
    const auto answer = call_now(properties_of(daemon_on(bus)), QStringLiteral("GetAll"), {bus_interface});
    if (!answer) return std::unexpected(answer.error());
    return snapshot_in(answer);
}

DaemonLink::DaemonLink(const QDBusConnection& bus, QObject* parent)
    : QObject(parent), daemon_object_(daemon_on(bus)),
      owner_(bus, bus_name, [this](const QString& owner) { owner_changed(owner); }) {
    register_wire_types();
}

void DaemonLink::ask(const QString& method, const QVariantList& arguments, Then then) {
    ask_for(method, arguments,
            [then = std::move(then)](const QVariantList& /*values*/, const QString& error) {
                if (then) then(error);
            });
}

void DaemonLink::ask_for(const QString& method, const QVariantList& arguments, Replied replied) {
    call(*this, daemon_object_, method, arguments, [replied = std::move(replied)](const Answer& answer) {
        if (answer) {
            replied(*answer, {});
        } else {
            replied({}, sentence_of(answer.error()));
        }
    });
}

void DaemonLink::owner_changed(const QString& owner) {
    news_.reset();
    if (owner.isEmpty()) {
        ++reads_;
        reading_ = false;
        return forget(Daemon::absent, {QDBusError::ServiceUnknown, QStringLiteral("nobody has the name")});
    }
    Object sender = properties_of(daemon_object_);
    sender.service = owner;
    news_.emplace(sender, QStringLiteral("PropertiesChanged"),
                  [this](const QVariantList& news) { heard(news); });
    read();
}

void DaemonLink::read() {
    missed_ = false;
    reading_ = true;
    call(*this, properties_of(daemon_object_), QStringLiteral("GetAll"), {bus_interface},
         [this, number = ++reads_](const Answer& answer) {
             if (number == reads_) take(answer);
         });
}

void DaemonLink::take(const Answer& answer) {
    reading_ = false;
    if (!answer) {
        const bool absent = answer.error().type() == QDBusError::ServiceUnknown;
        // One that hangs is read again when it says something.
        forget(absent ? Daemon::absent : Daemon::silent, answer.error());
        if (missed_) read();
        return;
    }
    daemon_ = Daemon::running;
    snapshot_ = snapshot_in(answer);
    Q_EMIT changed();
}

void DaemonLink::heard(const QVariantList& news) {
    if (news.value(0).toString() != QLatin1String{bus_interface}) return;
    if (reading_) {
        missed_ = true; // what is being read is newer; this counts only if reading fails
        return;
    }
    const QVariantMap properties = map_of(news.value(1));
    // without a status, the one kept here is of an earlier moment
    if (daemon_ != Daemon::running || !news.value(2).toStringList().isEmpty() ||
        !properties.contains(QStringLiteral("Status"))) {
        return read();
    }
    snapshot_.take(properties);
    Q_EMIT changed();
}

void DaemonLink::forget(Daemon daemon, const QDBusError& why) {
    const bool same = std::exchange(daemon_, daemon) == daemon;
    trouble_ = why;
    snapshot_ = {};
    if (!same) Q_EMIT changed();
}

} // namespace limber::bus
