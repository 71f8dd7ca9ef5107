// SPDX-License-Identifier: GPL-3.0-or-later
#include "call.hpp"

#include "wire_values.hpp"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QObject>
#include <QTimer>

#include <utility>

namespace limber::bus {
namespace {

QDBusMessage message_of(const Object& object, const QString& method, const QVariantList& arguments) {
    auto message = QDBusMessage::createMethodCall(object.service, object.path, object.interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(object.may_start);
    return message;
}

Answer answer_in(const QDBusMessage& reply) {
    if (reply.type() == QDBusMessage::ReplyMessage) return reply.arguments();
    // without a type of its own in Qt
    if (reply.errorName() == u"org.freedesktop.DBus.Error.NameHasNoOwner")
        return std::unexpected(QDBusError{QDBusError::ServiceUnknown, reply.errorMessage()});
    return std::unexpected(QDBusError{reply});
}

Answer no_bus() {
    return std::unexpected(QDBusError{QDBusError::Disconnected, QStringLiteral("there is no bus")});
}

} // namespace

void call(QObject& context, const Object& object, const QString& method, const QVariantList& arguments,
          Then then, std::chrono::milliseconds length) {
    if (!object.bus.isConnected()) {
        // Qt never ends such calls
        QTimer::singleShot(0, &context, [then = std::move(then)] { then(no_bus()); });
        return;
    }
    const auto pending =
        object.bus.asyncCall(message_of(object, method, arguments), static_cast<int>(length.count()));
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): owned by the context
    auto* watcher = new QDBusPendingCallWatcher{pending, &context};
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &context,
                     [watcher, then = std::move(then)] {
                         watcher->deleteLater();
                         // `then` may end the context, and this with it
                         const auto ours = then;
                         ours(answer_in(watcher->reply()));
                     });
}

void read_all(QObject& context, const Object& object, std::function<void(const QVariantMap&)> then,
              std::chrono::milliseconds length) {
    call(
        context, properties_of(object), QStringLiteral("GetAll"), {object.interface},
        [then = std::move(then)](const Answer& answer) { then(properties_in(answer)); }, length);
}

void tell(const Object& object, const QString& method, const QVariantList& arguments) {
    if (object.bus.isConnected()) object.bus.send(message_of(object, method, arguments));
}

Answer call_now(const Object& object, const QString& method, const QVariantList& arguments,
                std::chrono::milliseconds length) {
    if (!object.bus.isConnected()) return no_bus();
    return answer_in(object.bus.call(message_of(object, method, arguments), QDBus::Block,
                                     static_cast<int>(length.count())));
}

Object driver_on(const QDBusConnection& bus) {
    return {bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"};
}

Object properties_of(Object object) {
    object.interface = QLatin1String{properties_interface};
    return object;
}

QVariant property_in(const Answer& answer) {
    return answer ? qvariant_cast<QDBusVariant>(answer->value(0)).variant() : QVariant{};
}

QVariantMap properties_in(const Answer& answer) {
    return answer ? map_of(answer->value(0)) : QVariantMap{};
}

} // namespace limber::bus
