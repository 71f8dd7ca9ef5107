// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier_item/program.hpp"

#include "bus/names.hpp"
#include "menu/menu.hpp"
#include "words/text.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLatin1String>
#include <QStringList>
#include <QtGlobal>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <unistd.h>

namespace limber::tray {
namespace {

void say(std::FILE* to, const QString& sentence) {
    std::fprintf(to, "%s\n", sentence.toLocal8Bit().constData());
}

} // namespace

Beginning begin_program(const QDBusConnection& bus) {
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(u"--version")) {
        say(stdout, QStringLiteral("%1 " LIMBER_VERSION).arg(QCoreApplication::applicationName()));
        return {false, ended};
    }
    if (arguments.contains(u"--help") || arguments.contains(u"-h")) {
        say(stdout, _("Limber's icon and menu in the panel. Everything it offers can also be done with: "
                      "limber --help"));
        return {false, ended};
    }
    if (!arguments.isEmpty()) {
        say(stderr,
            _("%1 takes no arguments but --help and --version.").arg(QCoreApplication::applicationName()));
        return {false, usage};
    }
    if (!bus.isConnected()) {
        say(stderr, _("There is no session bus here, and so no panel to show an icon."));
        return {false, lost};
    }
    QDBusConnection connection = bus;
    if (!connection.registerService(QLatin1String{bus::tray_bus_name})) {
        say(stderr, _("Limber's tray is running already."));
        return {false, ended};
    }
    return {true, ended};
}

std::unique_ptr<bus::Signal> end_with_bus(const QDBusConnection& bus) {
    return bus::Signal::of_lost_bus(bus, [] { QCoreApplication::exit(lost); });
}

bool on_x11() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
           qEnvironmentVariable("XDG_SESSION_TYPE") != u"wayland";
}

void become(const QString& program, QDBusConnection bus) {
    const QString path = QCoreApplication::applicationDirPath() + u'/' + program;
    if (!QFileInfo(path).isExecutable()) {
        say(stderr, _("%1 is not there.").arg(path));
        return;
    }
    // Given back now: the new program must find it free.
    bus.unregisterService(QLatin1String{bus::tray_bus_name});
    const QByteArray file = QFile::encodeName(path);
    QByteArray name = file;
    const std::array<char*, 2> arguments{name.data(), nullptr};
    execv(file.constData(), arguments.data());
    say(stderr, _("%1 cannot be started: %2")
                    .arg(path, QString::fromStdString(std::generic_category().message(errno))));
    bus.registerService(QLatin1String{bus::tray_bus_name});
}

} // namespace limber::tray
