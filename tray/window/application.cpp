// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/application.hpp"

#include "bus/call.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

#include <utility>

namespace limber::window {
namespace {

QString token_in(const QVariantMap& platform) {
    const QString token = platform.value(QStringLiteral("activation-token")).toString();
    return token.isEmpty() ? platform.value(QStringLiteral("desktop-startup-id")).toString() : token;
}

} // namespace

Application::Application(QDBusConnection bus, Opening open, QObject* parent)
    : QObject(parent), bus_(std::move(bus)), open_(std::move(open)) {}

bool Application::claim() {
    if (!bus_.isConnected()) return false;
    bus_.registerObject(QLatin1String{bus::window_bus_path}, this, QDBusConnection::ExportScriptableSlots);
    const auto reply = bus_.interface()->registerService(QLatin1String{bus::window_bus_name},
                                                         QDBusConnectionInterface::DontQueueService,
                                                         QDBusConnectionInterface::DontAllowReplacement);
    return reply.isValid() && reply.value() == QDBusConnectionInterface::ServiceRegistered;
}

void Application::say_painted() const {
    bus_.send(QDBusMessage::createSignal(QLatin1String{bus::window_bus_path},
                                         QLatin1String{bus::window_interface},
                                         QLatin1String{bus::window_painted_signal}));
}

void Application::activate_other(const QDBusConnection& bus, const QString& token) {
    [[maybe_unused]] const auto shown =
        bus::call_now(bus::window_on(bus), QStringLiteral("Activate"), bus::to_show_window(token));
}

void Application::Activate(const QVariantMap& platform) {
    answer_when_open(false, platform);
}

void Application::Open(const QStringList& /*uris*/, const QVariantMap& platform) {
    answer_when_open(false, platform);
}

void Application::ActivateAction(const QString& action, const QVariantList& /*parameters*/,
                                 const QVariantMap& platform) {
    answer_when_open(action == QLatin1String{bus::window_session_action}, platform);
}

void Application::answer_when_open(bool only_session, const QVariantMap& platform) {
    setDelayedReply(true);
    open_(only_session, token_in(platform), [bus = bus_, call = message()] { bus.send(call.createReply()); });
}

} // namespace limber::window
