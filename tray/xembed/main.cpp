// SPDX-License-Identifier: GPL-3.0-or-later
// limber-tray-xembed: takes the place of limber-tray where X11 has a tray of the old kind only, and gives it
// back as soon as a panel shows StatusNotifierItems.
#include "bus/resident.hpp"
#include "display_needed.hpp"
#include "menu/applet.hpp"
#include "notifier_item/program.hpp"
#include "words/language.hpp"
#include "xembed/tray_icon.hpp"

#include <QApplication>
#include <QByteArray>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QGuiApplication>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QtGlobal>

#include <optional>
#include <utility>

namespace {

/// For the programs that this one starts, and the one it becomes.
void restore(const char* variable, const QByteArray& value) {
    if (value.isNull()) {
        qunsetenv(variable);
    } else {
        qputenv(variable, value);
    }
}

} // namespace

int main(int argc, char** argv) {
    using namespace limber::tray;
    const QString name = QStringLiteral("limber-tray-xembed");
    if (argc > 1) { // whatever they say, it is answered without a display
        const QCoreApplication application(argc, argv);
        QCoreApplication::setApplicationName(name);
        limber::speak_persons_language();
        return begin_program(QDBusConnection::sessionBus()).value_or(ended);
    }
    std::optional<limber::tray::DisplayNeeded> needed{std::in_place,
                                                      "limber-tray-xembed: no X11 display here.\n", lost};
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    qputenv("QT_QPA_PLATFORM", "xcb");
    const QApplication application(argc, argv);
    needed.reset();
    restore("QT_QPA_PLATFORM", platform);
    QApplication::setApplicationName(name);
    QGuiApplication::setLayoutDirection(
        QLocale{QString::fromStdString(limber::speak_persons_language())}.textDirection());
    QApplication::setQuitOnLastWindowClosed(false);
    // Qt decides once in a process whether its icons are StatusNotifierItems, by whether it reaches a
    // watcher. It must not: a connection of our own stays, and Qt's default one finds nothing.
    const QDBusConnection bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("limber"));
    if (const auto ending = begin_program(bus)) return *ending;
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/limber");
    const auto bus_end = end_with_bus(bus);

    Applet applet(bus);
    QObject::connect(&applet, &Applet::quit_wanted, &application, &QApplication::quit);
    const TrayIcon icon(applet);
    restore("DBUS_SESSION_BUS_ADDRESS", address);

    const TrayHost host(bus);
    QObject::connect(&host, &TrayHost::changed, &application, [&](bool there) {
        if (there) become(QStringLiteral("limber-tray"), bus);
    });
    limber::bus::give_back_what_the_start_needed();
    return QApplication::exec();
}
