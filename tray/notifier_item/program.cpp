// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier_item/program.hpp"

#include "bus/call.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "menu/menu.hpp"
#include "words/text.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLatin1String>
#include <QVariantMap>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace limber::tray {
namespace {

void say(std::FILE* to, const QString& sentence) {
    std::fprintf(to, "%s\n", sentence.toLocal8Bit().constData());
}

} // namespace

std::optional<Exit> begin_program(QDBusConnection bus) {
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(u"--version")) {
        say(stdout, QStringLiteral("%1 " LIMBER_VERSION).arg(QCoreApplication::applicationName()));
        return ended;
    }
    if (arguments.contains(u"--help") || arguments.contains(u"-h")) {
        say(stdout, _("Limber's icon and menu in the panel. Everything it offers can also be done with: "
                      "limber --help"));
        return ended;
    }
    if (!arguments.isEmpty()) {
        say(stderr,
            _("%1 takes no arguments but --help and --version.").arg(QCoreApplication::applicationName()));
        return usage;
    }
    if (!bus.isConnected()) {
        say(stderr, _("There is no session bus here, and so no panel to show an icon."));
        return lost;
    }
    if (!bus.registerService(QLatin1String{bus::tray_bus_name})) {
        say(stderr, _("Limber's tray is running already."));
        return ended;
    }
    return std::nullopt;
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

namespace {

using namespace std::chrono_literals;

// A panel under load drops items it could not ask in time; one that refuses them is not pestered.
constexpr std::chrono::milliseconds first_pause = 1s;
constexpr std::chrono::milliseconds longest_pause = 5min;

bus::Followed::Question panel_and_items(const QDBusConnection& bus) {
    auto question = bus::panel_question(bus);
    question.method = QStringLiteral("GetAll");
    question.arguments = {bus::panel_on(bus).interface};
    return question;
}

} // namespace

TrayHost::TrayHost(const QDBusConnection& bus, QString item)
    : bus_(bus), item_(std::move(item)), pause_(first_pause),
      panel_(bus, bus::panel_on(bus).service, [this](const QString& owner) { panel_changed(owner); }),
      host_(panel_and_items(bus),
            [this](const bus::Answer& answer) {
                const QVariantMap panel = bus::properties_in(answer);
                set_there(panel.value(QStringLiteral("IsStatusNotifierHostRegistered")).toBool());
                if (!answer) return;
                look_for_item(panel.value(QStringLiteral("RegisteredStatusNotifierItems")).toStringList());
            }),
      dropped_(bus::panel_on(bus), QStringLiteral("StatusNotifierItemUnregistered"),
               [this](const QVariantList& gone) { unregistered(gone.value(0).toString()); }) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, [this] {
        send_item();
        host_.ask();
    });
}

void TrayHost::panel_changed(const QString& owner) {
    pause_ = first_pause;
    if (owner.isEmpty()) {
        again_.stop();
    } else {
        send_item();
    }
}

void TrayHost::send_item() {
    if (!item_.isEmpty())
        bus::tell(bus::panel_on(bus_), QStringLiteral("RegisterStatusNotifierItem"), {item_});
}

void TrayHost::look_for_item(const QStringList& items) {
    if (item_.isEmpty()) return;
    if (std::ranges::any_of(items, [this](const QString& item) { return ours(item); })) {
        again_.stop();
        pause_ = first_pause;
    } else if (!again_.isActive()) {
        again_.start(pause_);
        pause_ = std::min(2 * pause_, longest_pause);
    }
}

void TrayHost::unregistered(const QString& item) {
    if (ours(item) && !again_.isActive()) again_.start(pause_);
}

/// Watchers name an item by its bus name or its owner's, and most add the object: "/…", "@/…".
bool TrayHost::ours(const QString& item) const {
    const auto begins = [&](const QString& name) {
        return !name.isEmpty() && item.startsWith(name) &&
               (item.size() == name.size() || item[name.size()] == u'/' || item[name.size()] == u'@');
    };
    return begins(item_) || begins(bus_.baseService());
}

void TrayHost::set_there(bool there) {
    if (there == there_) return;
    there_ = there;
    Q_EMIT changed(there);
}

} // namespace limber::tray
