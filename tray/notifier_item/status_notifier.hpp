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
    Q_PROPERTY(QString Category MEMBER category_ CONSTANT)
    Q_PROPERTY(QString Id MEMBER id_ CONSTANT)
    Q_PROPERTY(QString Title MEMBER title_ CONSTANT)
    Q_PROPERTY(QString Status READ status)
    Q_PROPERTY(int WindowId MEMBER window_id_ CONSTANT)
    Q_PROPERTY(QString IconThemePath MEMBER theme_path_ CONSTANT)
    Q_PROPERTY(QString IconName READ icon_name)
    Q_PROPERTY(QList<limber::tray::Pixmap> IconPixmap READ icon_pixmap)
    Q_PROPERTY(QString OverlayIconName MEMBER none_ CONSTANT)
    Q_PROPERTY(QList<limber::tray::Pixmap> OverlayIconPixmap MEMBER no_pixmap_ CONSTANT)
    Q_PROPERTY(QString AttentionIconName READ attention_icon_name)
    Q_PROPERTY(QList<limber::tray::Pixmap> AttentionIconPixmap READ attention_icon_pixmap)
    Q_PROPERTY(QString AttentionMovieName MEMBER none_ CONSTANT)
    Q_PROPERTY(limber::tray::WireTooltip ToolTip READ tool_tip)
    Q_PROPERTY(bool ItemIsMenu MEMBER item_is_menu_ CONSTANT)
    Q_PROPERTY(QDBusObjectPath Menu MEMBER menu_ CONSTANT)

public:
    /// `object` is the one that is on the bus; its menu is at `menu`.
    StatusNotifier(QObject* object, Applet& applet, const QString& menu);

    [[nodiscard]] QString status() const { return status_word(icon_); }

    [[nodiscard]] QString icon_name() const {
        return QString::fromStdString(tray::icon_name(icon_, symbolic_));
    }

    [[nodiscard]] QList<Pixmap> icon_pixmap() const { return pixmaps_of(icon_); }

    [[nodiscard]] QString attention_icon_name() const {
        return QString::fromStdString(tray::icon_name(attention, symbolic_));
    }

    [[nodiscard]] static QList<Pixmap> attention_icon_pixmap() { return pixmaps_of(attention); }

    /// The text is markup by the protocol, and hosts take it as such.
    [[nodiscard]] WireTooltip tool_tip() const { return {.title = title_, .text = tooltip_.toHtmlEscaped()}; }

public Q_SLOTS:

    // The interface's methods, by its names.
    void Activate(int x, int y);
    void SecondaryActivate(int x, int y);
    void XAyatanaSecondaryActivate(uint time);
    /// Hosts that know no dbusmenu; this item has no menu of its own to show.
    void ContextMenu(int x, int y);
    /// Nothing happens by accident.
    void Scroll(int delta, const QString& orientation);

    void ProvideXdgActivationToken(const QString& token) { applet_.set_activation_token(token); }

Q_SIGNALS:
    void NewIcon();
    void NewAttentionIcon();
    void NewToolTip();
    void NewStatus(const QString& status);
    void NewTitle();

private:
    static constexpr Icon attention{Look::prompted, 0};

    void tell();
    [[nodiscard]] static QString status_word(const Icon& icon);
    [[nodiscard]] static QList<Pixmap> pixmaps_of(const Icon& icon);

    // what never changes
    QString category_ = QStringLiteral("ApplicationStatus");
    QString id_ = QStringLiteral("limber");
    QString title_ = QStringLiteral("Limber");
    int window_id_ = 0;
    bool item_is_menu_ = true; ///< a click opens the menu, in hosts that leave that to the item
    QString none_;
    QList<Pixmap> no_pixmap_;
    QDBusObjectPath menu_;
    QString theme_path_;
    bool symbolic_;

    Applet& applet_;
    Icon icon_;
    QString tooltip_;
};

} // namespace limber::tray
