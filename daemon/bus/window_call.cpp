// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_call.hpp"

#include "names.hpp"

#include <QDBusMessage>
#include <QLatin1String>
#include <QString>
#include <QStringLiteral>
#include <QVariantList>
#include <QVariantMap>

namespace limber {

QDBusMessage show_session_call(const QString& activation_token) {
    QVariantMap platform;
    if (!activation_token.isEmpty()) {
        platform = {{QStringLiteral("activation-token"), activation_token},
                    {QStringLiteral("desktop-startup-id"), activation_token}};
    }
    auto call = QDBusMessage::createMethodCall(QLatin1String{window_bus_name}, QLatin1String{window_bus_path},
                                               QStringLiteral("org.freedesktop.Application"),
                                               QStringLiteral("ActivateAction"));
    call.setArguments({QLatin1String{window_session_action}, QVariantList{}, platform});
    return call;
}

} // namespace limber
