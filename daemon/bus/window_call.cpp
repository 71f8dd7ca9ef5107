// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_call.hpp"

#include "names.hpp"

#include <QDBusMessage>
#include <QLatin1String>
#include <QString>
#include <QStringLiteral>
#include <QVariantList>
#include <QVariantMap>

namespace limber::bus {
namespace {

QDBusMessage call_of(const char* method, QVariantList arguments, const QString& activation_token) {
    QVariantMap platform;
    if (!activation_token.isEmpty()) {
        platform = {{QStringLiteral("activation-token"), activation_token},
                    {QStringLiteral("desktop-startup-id"), activation_token}};
    }
    auto call =
        QDBusMessage::createMethodCall(QLatin1String{window_bus_name}, QLatin1String{window_bus_path},
                                       QStringLiteral("org.freedesktop.Application"), QLatin1String{method});
    arguments.push_back(platform);
    call.setArguments(arguments);
    return call;
}

} // namespace

QDBusMessage show_window_call(const QString& activation_token) {
    return call_of("Activate", {}, activation_token);
}

QDBusMessage show_session_call(const QString& activation_token) {
    return call_of("ActivateAction", {QLatin1String{window_session_action}, QVariantList{}},
                   activation_token);
}

} // namespace limber::bus
