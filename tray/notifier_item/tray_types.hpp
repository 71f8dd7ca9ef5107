// SPDX-License-Identifier: GPL-3.0-or-later
// The types of org.kde.StatusNotifierItem and com.canonical.dbusmenu as they travel: each is a structure of
// its parts, in their order.
#pragma once

#include <QByteArray>
#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <tuple>

namespace limber::tray {

/// (iiay): ARGB32 in network byte order.
struct Pixmap {
    int width = 0;
    int height = 0;
    QByteArray pixels;

    static auto parts(auto& of) { return std::tie(of.width, of.height, of.pixels); }

    bool operator==(const Pixmap&) const = default;
};

/// (sa(iiay)ss)
struct WireTooltip {
    QString icon;
    QList<Pixmap> pixmaps;
    QString title;
    QString text; ///< markup

    static auto parts(auto& of) { return std::tie(of.icon, of.pixmaps, of.title, of.text); }

    bool operator==(const WireTooltip&) const = default;
};

/// (ia{sv})
struct WireProperties {
    int id = 0;
    QVariantMap properties;

    static auto parts(auto& of) { return std::tie(of.id, of.properties); }

    bool operator==(const WireProperties&) const = default;
};

/// (ias)
struct WireRemoved {
    int id = 0;
    QStringList properties;

    static auto parts(auto& of) { return std::tie(of.id, of.properties); }
};

/// (ia{sv}av)
struct WireItem {
    int id = 0;
    QVariantMap properties;
    QVariantList children; ///< of WireItem

    static auto parts(auto& of) { return std::tie(of.id, of.properties, of.children); }
};

/// (isvu)
struct WireEvent {
    int id = 0;
    QString type;
    QDBusVariant content;
    uint time = 0;

    static auto parts(auto& of) { return std::tie(of.id, of.type, of.content, of.time); }
};

template <class T>
concept WireStructure = requires(T& of) { T::parts(of); };

// NOLINTBEGIN(bugprone-return-const-ref-from-parameter): as QtDBus wants these operators
template <WireStructure T>
QDBusArgument& operator<<(QDBusArgument& to, const T& value) {
    to.beginStructure();
    std::apply([&](const auto&... part) { (to << ... << part); }, T::parts(value));
    to.endStructure();
    return to;
}

template <WireStructure T>
const QDBusArgument& operator>>(const QDBusArgument& from, T& value) {
    from.beginStructure();
    std::apply([&](auto&... part) { (from >> ... >> part); }, T::parts(value));
    from.endStructure();
    return from;
}

// NOLINTEND(bugprone-return-const-ref-from-parameter)

/// Once per program, before the first object is on the bus.
inline void register_tray_types() {
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
