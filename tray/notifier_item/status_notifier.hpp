// SPDX-License-Identifier: GPL-3.0-or-later
// The applet as org.kde.StatusNotifierItem: icon, tooltip and clicks. Hosts are told of a change only if
// there is one.
#pragma once

#include "icons/look.hpp"
#include "menu/applet.hpp"
#include "notifier_item/tray_types.hpp"

#include <QDBusAbstractAdaptor>
#include <QDBusObjectPath>
#include <QList>
#include <QObject>
#include <QString>

namespace limber::tray {

class StatusNotifier : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierItem")
    Q_PROPERTY(QString Category READ category)
    Q_PROPERTY(QString Id READ id)
    Q_PROPERTY(QString Title READ title)
    Q_PROPERTY(QString Status READ status)
    Q_PROPERTY(int WindowId READ window_id)
    Q_PROPERTY(QString IconThemePath READ icon_theme_path)
    Q_PROPERTY(QString IconName READ icon_name)
    Q_PROPERTY(QList<limber::tray::Pixmap> IconPixmap READ icon_pixmap)
    Q_PROPERTY(QString OverlayIconName READ none)
    Q_PROPERTY(QList<limber::tray::Pixmap> OverlayIconPixmap READ no_pixmap)
    Q_PROPERTY(QString AttentionIconName READ attention_icon_name)
    Q_PROPERTY(QList<limber::tray::Pixmap> AttentionIconPixmap READ attention_icon_pixmap)
    Q_PROPERTY(QString AttentionMovieName READ none)
    Q_PROPERTY(limber::tray::WireTooltip ToolTip READ tool_tip)
    Q_PROPERTY(bool ItemIsMenu READ item_is_menu)
    Q_PROPERTY(QDBusObjectPath Menu READ menu)

public:
    /// `object` is the one that is on the bus; its menu is at `menu`.
    StatusNotifier(QObject* object, Applet& applet, const QString& menu);

    [[nodiscard]] static QString category() { return QStringLiteral("ApplicationStatus"); }

    [[nodiscard]] static QString id() { return QStringLiteral("limber"); }

    [[nodiscard]] static QString title() { return QStringLiteral("Limber"); }

    [[nodiscard]] QString status() const;

    [[nodiscard]] static int window_id() { return 0; }

    [[nodiscard]] QString icon_theme_path() const { return theme_path_; }

    [[nodiscard]] QString icon_name() const;
    [[nodiscard]] QList<Pixmap> icon_pixmap() const;
    [[nodiscard]] QString attention_icon_name() const;
    [[nodiscard]] static QList<Pixmap> attention_icon_pixmap();
    [[nodiscard]] WireTooltip tool_tip() const;

    /// A click opens the menu, in hosts that leave that to the item.
    [[nodiscard]] static bool item_is_menu() { return true; }

    [[nodiscard]] QDBusObjectPath menu() const { return menu_; }

    [[nodiscard]] static QString none() { return {}; }

    [[nodiscard]] static QList<Pixmap> no_pixmap() { return {}; }

public Q_SLOTS:
    // The interface's methods, by its names.
    void Activate(int x, int y);
    void SecondaryActivate(int x, int y);
    void XAyatanaSecondaryActivate(uint time);
    /// Hosts that know no dbusmenu; this item has no menu of its own to show.
    void ContextMenu(int x, int y);
    /// Nothing happens by accident.
    void Scroll(int delta, const QString& orientation);
    void ProvideXdgActivationToken(const QString& token);

Q_SIGNALS:
    void NewIcon();
    void NewAttentionIcon();
    void NewToolTip();
    void NewStatus(const QString& status);
    void NewTitle();

private:
    void tell();

    Applet& applet_;
    QDBusObjectPath menu_;
    QString theme_path_;
    bool symbolic_;
    Icon icon_;
    Tooltip tooltip_;
};

} // namespace limber::tray
