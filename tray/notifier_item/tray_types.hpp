// SPDX-License-Identifier: GPL-3.0-or-later
// The types of org.kde.StatusNotifierItem and com.canonical.dbusmenu as they travel.
#pragma once

#include <QByteArray>
#include <QDBusArgument>
#include <QDBusVariant>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

namespace limber::tray {

/// (iiay): ARGB32 in network byte order.
struct Pixmap {
    int width = 0;
    int height = 0;
    QByteArray pixels;

    bool operator==(const Pixmap&) const = default;
};

/// (sa(iiay)ss)
struct WireTooltip {
    QString icon;
    QList<Pixmap> pixmaps;
    QString title;
    QString text; ///< markup

    bool operator==(const WireTooltip&) const = default;
};

/// (ia{sv})
struct WireProperties {
    int id = 0;
    QVariantMap properties;

    bool operator==(const WireProperties&) const = default;
};

/// (ias)
struct WireRemoved {
    int id = 0;
    QStringList properties;
};

/// (ia{sv}av): the children are (ia{sv}av) again.
struct WireItem {
    int id = 0;
    QVariantMap properties;
    QList<WireItem> children;
};

/// (isvu)
struct WireEvent {
    int id = 0;
    QString type;
    QDBusVariant content;
    uint time = 0;
};

QDBusArgument& operator<<(QDBusArgument& to, const Pixmap& pixmap);
const QDBusArgument& operator>>(const QDBusArgument& from, Pixmap& pixmap);
QDBusArgument& operator<<(QDBusArgument& to, const WireTooltip& tooltip);
const QDBusArgument& operator>>(const QDBusArgument& from, WireTooltip& tooltip);
QDBusArgument& operator<<(QDBusArgument& to, const WireProperties& item);
const QDBusArgument& operator>>(const QDBusArgument& from, WireProperties& item);
QDBusArgument& operator<<(QDBusArgument& to, const WireRemoved& item);
const QDBusArgument& operator>>(const QDBusArgument& from, WireRemoved& item);
QDBusArgument& operator<<(QDBusArgument& to, const WireItem& item);
const QDBusArgument& operator>>(const QDBusArgument& from, WireItem& item);
QDBusArgument& operator<<(QDBusArgument& to, const WireEvent& event);
const QDBusArgument& operator>>(const QDBusArgument& from, WireEvent& event);

/// Once per program, before the first object is on the bus.
void register_tray_types();

} // namespace limber::tray

Q_DECLARE_METATYPE(limber::tray::Pixmap)
Q_DECLARE_METATYPE(limber::tray::WireTooltip)
Q_DECLARE_METATYPE(limber::tray::WireProperties)
Q_DECLARE_METATYPE(limber::tray::WireRemoved)
Q_DECLARE_METATYPE(limber::tray::WireItem)
Q_DECLARE_METATYPE(limber::tray::WireEvent)
