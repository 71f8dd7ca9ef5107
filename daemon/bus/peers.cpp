// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers.hpp"

#include "names.hpp"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QStringLiteral>
#include <QVariantMap>

namespace limber::bus {
namespace {

QVariantMap platform_with(const QString& activation_token) {
    if (activation_token.isEmpty()) return {};
    return {{QStringLiteral("activation-token"), activation_token},
            {QStringLiteral("desktop-startup-id"), activation_token}};
}

} // namespace

Object window_on(const QDBusConnection& bus) {
    return {bus, window_bus_name, window_bus_path, "org.freedesktop.Application", true};
}

QVariantList to_show_window(const QString& activation_token) {
    return {platform_with(activation_token)};
}

QVariantList to_show_session(const QString& activation_token) {
    return {window_session_action, QVariantList{}, platform_with(activation_token)};
}

Object notifications_on(const QDBusConnection& bus) {
    return {bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
            "org.freedesktop.Notifications"};
}

Object panel_on(const QDBusConnection& bus) {
    return {bus, "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher"};
}

Followed::Question panel_question(const QDBusConnection& bus) {
    const Object panel = panel_on(bus);
    auto question = Followed::property(panel, "IsStatusNotifierHostRegistered");
    question.signal_interface = panel.interface;
    question.signals_ = {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"};
    return question;
}

QString program_path(const QString& name) {
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

} // namespace limber::bus
