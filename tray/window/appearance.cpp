// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/appearance.hpp"

#include "window/style.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QMap>
#include <QObject>
#include <QPalette>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <utility>

namespace limber::window {
namespace {

constexpr auto portal_name = "org.freedesktop.portal.Desktop";
constexpr auto portal_path = "/org/freedesktop/portal/desktop";
constexpr auto portal_interface = "org.freedesktop.portal.Settings";

const QString freedesktop_look = QStringLiteral("org.freedesktop.appearance");
const QString gnome_look = QStringLiteral("org.gnome.desktop.interface");
const QString gnome_access = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString kde_look = QStringLiteral("org.kde.kdeglobals.KDE");

// The portal runs or it does not; nobody waits for it to be started.
constexpr int patience_ms = 150;

} // namespace

Appearance::Appearance(QDBusConnection bus, QObject* parent) : QObject(parent), bus_(std::move(bus)) {
    bus_.connect(QLatin1String{portal_name}, QLatin1String{portal_path}, QLatin1String{portal_interface},
                 QStringLiteral("SettingChanged"), this,
                 SLOT(setting_changed(QString, QString, QDBusVariant)));
    auto call = QDBusMessage::createMethodCall(QLatin1String{portal_name}, QLatin1String{portal_path},
                                               QLatin1String{portal_interface}, QStringLiteral("ReadAll"));
    call.setAutoStartService(false);
    call.setArguments({QStringList{freedesktop_look, gnome_look, gnome_access, kde_look}});
    const QDBusMessage answer = bus_.call(call, QDBus::Block, patience_ms);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) return;
    const auto spaces = qdbus_cast<QMap<QString, QVariantMap>>(answer.arguments().constFirst());
    for (auto space = spaces.begin(); space != spaces.end(); ++space) {
        for (auto key = space.value().begin(); key != space.value().end(); ++key) {
            take(space.key(), key.key(), key.value());
        }
    }
}

Scheme Appearance::scheme() const {
    const bool dark_palette = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const Scheme scheme = scheme_.value_or(dark_palette ? Scheme::dark : Scheme::light);
    return contrast_ ? with_contrast(scheme) : scheme;
}

void Appearance::setting_changed(const QString& name_space, const QString& key, const QDBusVariant& value) {
    take(name_space, key, value.variant());
    Q_EMIT changed();
}

void Appearance::take(const QString& name_space, const QString& key, const QVariant& value) {
    if (name_space == freedesktop_look && key == u"color-scheme") {
        // 0: no preference
        const uint preference = value.toUInt();
        scheme_.reset();
        if (preference == 1) scheme_ = Scheme::dark;
        if (preference == 2) scheme_ = Scheme::light;
    } else if (name_space == freedesktop_look && key == u"contrast") {
        contrast_ = value.toUInt() == 1;
    } else if (name_space == gnome_access && key == u"high-contrast") {
        contrast_ = value.toBool();
    } else if (name_space == freedesktop_look && key == u"reduced-motion") {
        reduced_motion_ = value.toUInt() == 1;
    } else if (name_space == gnome_look && key == u"enable-animations") {
        reduced_motion_ = !value.toBool();
    } else if (name_space == kde_look && key == u"AnimationDurationFactor") {
        bool number = false;
        const double factor = value.toString().toDouble(&number);
        if (number) reduced_motion_ = factor <= 0;
    }
}

} // namespace limber::window
