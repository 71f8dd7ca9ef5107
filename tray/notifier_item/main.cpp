// SPDX-License-Identifier: GPL-3.0-or-later
// limber-tray: icon and menu as a StatusNotifierItem, without a display of its own.
#include "bus/resident.hpp"
#include "menu/applet.hpp"
#include "notifier_item/menu_server.hpp"
#include "notifier_item/program.hpp"
#include "notifier_item/status_notifier.hpp"
#include "notifier_item/tray_types.hpp"
#include "words/language.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QTimer>

int main(int argc, char** argv) {
    using namespace limber::tray;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("limber-tray"));
    limber::speak_persons_language();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (const auto ending = begin_program(bus)) return *ending;
    register_tray_types();
    const auto bus_end = end_with_bus(bus);

    Applet applet(bus);
    QObject::connect(&applet, &Applet::quit_wanted, &application, &QCoreApplication::quit);
    const QString menu_path = QStringLiteral("/MenuBar");
    QObject menu_object;
    new MenuServer(&menu_object, applet, bus);
    bus.registerObject(menu_path, &menu_object, QDBusConnection::ExportAdaptors);
    QObject item_object;
    new StatusNotifier(&item_object, applet, menu_path);
    bus.registerObject(QStringLiteral("/StatusNotifierItem"), &item_object, QDBusConnection::ExportAdaptors);
    const QString service =
        QStringLiteral("org.kde.StatusNotifierItem-%1-1").arg(QCoreApplication::applicationPid());
    bus.registerService(service);

    const TrayHost host(bus, service);
    QTimer patience;
    patience.setSingleShot(true);
    patience.setInterval(host_patience);
    QObject::connect(&patience, &QTimer::timeout, &application,
                     [&] { become(QStringLiteral("limber-tray-xembed"), bus); });
    if (on_x11()) {
        patience.start();
        QObject::connect(&host, &TrayHost::changed, &patience,
                         [&](bool there) { there ? patience.stop() : patience.start(); });
    }
    limber::bus::give_back_what_the_start_needed();
    return QCoreApplication::exec();
}
