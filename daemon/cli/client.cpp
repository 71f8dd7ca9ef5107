// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.hpp"

#include "bus/call_trouble.hpp"
#include "bus/names.hpp"
#include "command.hpp"
#include "output.hpp"
#include "text.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QString>
#include <QVariant>

#include <expected>

namespace limber::cli {
namespace {

constexpr int patience_ms = 3000;

Failure explained(const QDBusMessage& reply) {
    switch (bus::trouble_of(QDBusError{reply})) {
    case bus::CallTrouble::absent: return not_running();
    case bus::CallTrouble::silent:
        return {Exit::failed, Cli::tr("Limber does not answer. If it stays so, restart it with: "
                                      "systemctl --user restart limberd")};
    case bus::CallTrouble::bus_lost: return bus_closed();
    case bus::CallTrouble::stranger:
        return {Exit::failed,
                Cli::tr("The running Limber does not know this yet; it is probably an older version. "
                        "Restart it with: systemctl --user restart limberd")};
    case bus::CallTrouble::refused: break;
    }
    const QString sentence = terminal::shown(reply.errorMessage().toStdString());
    return {Exit::failed,
            sentence.isEmpty() ? Cli::tr("Limber refused (%1).").arg(reply.errorName()) : sentence};
}

Result<QVariantList> ask(const QString& interface, const QString& method, const QVariantList& arguments) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return std::unexpected(no_bus());
    }
    QDBusMessage message = QDBusMessage::createMethodCall(QLatin1String{bus::bus_name},
                                                          QLatin1String{bus::bus_path}, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    const QDBusMessage reply = bus.call(message, QDBus::Block, patience_ms);
    if (reply.type() != QDBusMessage::ReplyMessage) {
        return std::unexpected(explained(reply));
    }
    return reply.arguments();
}

} // namespace

Result<QVariantList> call(const QString& method, const QVariantList& arguments) {
    return ask(QLatin1String{bus::bus_interface}, method, arguments);
}

Result<QVariantMap> properties() {
    const auto reply = ask(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("GetAll"),
                           {QString{QLatin1String{bus::bus_interface}}});
    if (!reply) {
        return std::unexpected(reply.error());
    }
    if (reply->isEmpty()) {
        return std::unexpected(Failure{Exit::failed, Cli::tr("Limber's answer cannot be understood.")});
    }
    return qdbus_cast<QVariantMap>(reply->front());
}

Failure not_running() {
    return {Exit::no_daemon, Cli::tr("Limber is not running. Start it with: systemctl --user start limberd")};
}

Failure no_bus() {
    return {Exit::no_daemon, Cli::tr("There is no session bus here, so Limber cannot be reached. "
                                     "Try it from a terminal in your desktop session.")};
}

Failure bus_closed() {
    return {Exit::no_daemon,
            Cli::tr("The session bus closed the connection. Is the desktop session ending?")};
}

Exit report(const Failure& failure) {
    complain(failure.sentence);
    return failure.exit;
}

} // namespace limber::cli
