// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_types.hpp"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QList>
#include <QMetaType>
#include <QVariant>

namespace limber::tray {

// NOLINTBEGIN(bugprone-return-const-ref-from-parameter): as QtDBus wants these operators
QDBusArgument& operator<<(QDBusArgument& to, const Pixmap& pixmap) {
    to.beginStructure();
    to << pixmap.width << pixmap.height << pixmap.pixels;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, Pixmap& pixmap) {
    from.beginStructure();
    from >> pixmap.width >> pixmap.height >> pixmap.pixels;
    from.endStructure();
    return from;
}

QDBusArgument& operator<<(QDBusArgument& to, const WireTooltip& tooltip) {
    to.beginStructure();
    to << tooltip.icon << tooltip.pixmaps << tooltip.title << tooltip.text;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, WireTooltip& tooltip) {
    from.beginStructure();
    from >> tooltip.icon >> tooltip.pixmaps >> tooltip.title >> tooltip.text;
    from.endStructure();
    return from;
}

QDBusArgument& operator<<(QDBusArgument& to, const WireProperties& item) {
    to.beginStructure();
    to << item.id << item.properties;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, WireProperties& item) {
    from.beginStructure();
    from >> item.id >> item.properties;
    from.endStructure();
    return from;
}

QDBusArgument& operator<<(QDBusArgument& to, const WireRemoved& item) {
    to.beginStructure();
    to << item.id << item.properties;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, WireRemoved& item) {
    from.beginStructure();
    from >> item.id >> item.properties;
    from.endStructure();
    return from;
}

QDBusArgument& operator<<(QDBusArgument& to, const WireItem& item) {
    to.beginStructure();
    to << item.id << item.properties;
    to.beginArray(QMetaType::fromType<QDBusVariant>());
    for (const WireItem& child : item.children)
        to << QDBusVariant{QVariant::fromValue(child)};
    to.endArray();
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, WireItem& item) {
    from.beginStructure();
    from >> item.id >> item.properties;
    from.beginArray();
    item.children.clear();
    while (!from.atEnd()) {
        QDBusVariant child;
        from >> child;
        item.children.append(qdbus_cast<WireItem>(child.variant()));
    }
    from.endArray();
    from.endStructure();
    return from;
}

QDBusArgument& operator<<(QDBusArgument& to, const WireEvent& event) {
    to.beginStructure();
    to << event.id << event.type << event.content << event.time;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, WireEvent& event) {
    from.beginStructure();
    from >> event.id >> event.type >> event.content >> event.time;
    from.endStructure();
    return from;
}

// NOLINTEND(bugprone-return-const-ref-from-parameter)

void register_tray_types() {
    qDBusRegisterMetaType<Pixmap>();
    qDBusRegisterMetaType<QList<Pixmap>>();
    qDBusRegisterMetaType<WireTooltip>();
    qDBusRegisterMetaType<WireProperties>();
    qDBusRegisterMetaType<QList<WireProperties>>();
    qDBusRegisterMetaType<WireRemoved>();
    qDBusRegisterMetaType<QList<WireRemoved>>();
    qDBusRegisterMetaType<WireItem>();
    qDBusRegisterMetaType<WireEvent>();
    qDBusRegisterMetaType<QList<WireEvent>>();
    qDBusRegisterMetaType<QList<int>>();
}

} // namespace limber::tray
