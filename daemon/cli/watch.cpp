// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch.hpp"

#include "bus/names.hpp"
#include "client.hpp"
#include "command.hpp"
#include "text.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QSocketNotifier>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <expected>
#include <unistd.h>
#include <utility>

namespace limber::cli {

Watch::Watch(Tell tell) : tell_{std::move(tell)} {}

Exit Watch::run() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return report(no_bus());
    }
    owner_.setConnection(bus);
    owner_.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    owner_.addWatchedService(QLatin1String{bus::bus_name});
    connect(&owner_, &QDBusServiceWatcher::serviceOwnerChanged, this, &Watch::owner_changed);
    bus.connect(QLatin1String{bus::bus_name}, QLatin1String{bus::bus_path},
                QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"), this,
                SLOT(changed(QString, QVariantMap, QStringList)));
    bus.connect({}, QStringLiteral("/org/freedesktop/DBus/Local"),
                QStringLiteral("org.freedesktop.DBus.Local"), QStringLiteral("Disconnected"), this,
                SLOT(bus_lost()));
    // nobody reads any more: noticed now, not with the next thing to say
    const QSocketNotifier reader_gone{STDOUT_FILENO, QSocketNotifier::Exception};
    connect(&reader_gone, &QSocketNotifier::activated, this,
            [] { QCoreApplication::exit(static_cast<int>(Exit::failed)); });
    read();
    return static_cast<Exit>(QCoreApplication::exec());
}

void Watch::changed(const QString& interface, const QVariantMap& properties, const QStringList& outdated) {
    if (interface != QLatin1String{bus::bus_interface}) {
        return;
    }
    if (!outdated.isEmpty() || properties_.isEmpty() || !properties.contains(QStringLiteral("Status"))) {
        read(); // the status kept here is of an earlier moment
        return;
    }
    properties_.insert(properties);
    tell_(properties_);
}

void Watch::owner_changed(const QString& /*service*/, const QString& /*before*/, const QString& now) {
    if (now.isEmpty()) {
        properties_.clear();
        tell_(std::unexpected(not_running()));
    } else {
        read();
    }
}

void Watch::bus_lost() {
    QCoreApplication::exit(static_cast<int>(report(bus_closed())));
}

void Watch::read() {
    const auto all = properties();
    properties_ = all.value_or(QVariantMap{});
    tell_(all);
}

} // namespace limber::cli
