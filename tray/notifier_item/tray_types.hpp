// SPDX-License-Identifier: GPL-3.0-or-later
// The types of org.kde.StatusNotifierItem and com.canonical.dbusmenu as they travel: each is a structure of
// its parts, in their order.
#pragma once

#include <QByteArray>
#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QList>
#include <QMetaType>
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

inline QDBusArgument& operator<<(QDBusArgument& to, const WireItem& item) {
    to.beginStructure();
    to << item.id << item.properties;
    to.beginArray(QMetaType::fromType<QDBusVariant>());
    for (const WireItem& child : item.children)
        to << QDBusVariant{QVariant::fromValue(child)};
    to.endArray();
    to.endStructure();
    return to;
}

inline const QDBusArgument& operator>>(const QDBusArgument& from, WireItem& item) {
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

// NOLINTEND(bugprone-return-const-ref-from-parameter)

template <class... Types>
void register_types() {
    (qDBusRegisterMetaType<Types>(), ...);
}

/// Once per program, before the first object is on the bus.
inline void register_tray_types() {
    register_types<Pixmap, QList<Pixmap>, WireTooltip, WireProperties, QList<WireProperties>, WireRemoved,
                   QList<WireRemoved>, WireItem, WireEvent, QList<WireEvent>, QList<int>>();
}

} // namespace limber::tray
