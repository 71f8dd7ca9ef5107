// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desktop.hpp"

#include "bus/call.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QMap>
#include <QPalette>
#include <QVariant>

#include <chrono>
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
constexpr std::chrono::milliseconds portal_patience{150};

} // namespace

Appearance::Appearance(const QDBusConnection& bus, QObject* parent)
    : QObject(parent), setting_changed_({bus, portal_name, portal_path, portal_interface},
                                        QStringLiteral("SettingChanged"), [this](const QVariantList& now) {
                                            take(now.value(0).toString(), now.value(1).toString(),
                                                 qvariant_cast<QDBusVariant>(now.value(2)).variant());
                                            Q_EMIT changed();
                                        }) {
    const auto answer =
        bus::call_now({bus, portal_name, portal_path, portal_interface}, QStringLiteral("ReadAll"),
                      {QStringList{freedesktop_look, gnome_look, gnome_access, kde_look}}, portal_patience);
    if (!answer || answer->isEmpty()) return;
    const auto spaces = qdbus_cast<QMap<QString, QVariantMap>>(answer->constFirst());
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
