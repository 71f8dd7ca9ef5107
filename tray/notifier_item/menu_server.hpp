// SPDX-License-Identifier: GPL-3.0-or-later
// The applet's menu as com.canonical.dbusmenu. Texts are made when a host is about to show it; hosts are told
// of changes only where entries come, go, or can no longer be clicked.
#pragma once

#include "menu/applet.hpp"
#include "menu/menu.hpp"
#include "notifier_item/tray_types.hpp"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace limber::tray {

class MenuServer : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "com.canonical.dbusmenu")
    Q_PROPERTY(uint Version MEMBER version_ CONSTANT)
    Q_PROPERTY(QString TextDirection MEMBER text_direction_ CONSTANT)
    Q_PROPERTY(QString Status MEMBER status_ CONSTANT)
    Q_PROPERTY(QStringList IconThemePath MEMBER icon_theme_path_ CONSTANT)

public:
    /// `object` is the one that is on the bus.
    MenuServer(QObject* object, Applet& applet, QDBusConnection bus);

public Q_SLOTS:
    // The interface's methods, by its names. An id that is not in the menu is an error for those who ask
    // about it, and is ignored when it is clicked.
    uint GetLayout(int parent, int depth, const QStringList& names, const QDBusMessage& call,
                   limber::tray::WireItem& layout);
    QList<limber::tray::WireProperties> GetGroupProperties(const QList<int>& ids, const QStringList& names);
    QDBusVariant GetProperty(int id, const QString& name, const QDBusMessage& call);

    void Event(int id, const QString& type, const QDBusVariant& content, uint time);
    QList<int> EventGroup(const QList<limber::tray::WireEvent>& events);
    bool AboutToShow(int id);
    QList<int> AboutToShowGroup(const QList<int>& ids, QList<int>& unknown);

Q_SIGNALS:
    void ItemsPropertiesUpdated(const QList<limber::tray::WireProperties>& updated,
                                const QList<limber::tray::WireRemoved>& removed);
    void LayoutUpdated(uint revision, int parent);
    void ItemActivationRequested(int id, uint time);

private:
    enum class Change { none, texts, structure };

    /// Makes the menu anew and compares it with the last one.
    Change renew();
    /// renew(), and hosts are told.
    Change renew_and_tell();
    void put(const Item& item, int id);
    int id_of(const QString& key);
    [[nodiscard]] WireItem wire_of(int id, int depth, const QStringList& names) const;
    bool handle(int id, const QString& type);

    /// An entry without its children.
    struct Entry {
        QString key;
        QVariantMap properties;
        QList<int> children;
    };

    // what never changes
    uint version_ = 3;
    QString text_direction_ = QStringLiteral("ltr");
    QString status_ = QStringLiteral("normal");
    QStringList icon_theme_path_;

    Applet& applet_;
    QDBusConnection bus_;
    uint revision_ = 1;
    QHash<QString, int> ids_; ///< a key keeps its id for life, so that a late click never means another entry
    QHash<int, Entry> entries_;
    QList<WireProperties> retold_; ///< by the last renew(): those with other texts
    qint64 made_ = -1;             ///< the second entries_ were made in
};

} // namespace limber::tray
