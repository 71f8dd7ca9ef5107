// SPDX-License-Identifier: GPL-3.0-or-later
// The applet as an icon of Qt in an XEmbed tray.
#pragma once

#include "icons/look.hpp"
#include "icons/qt_icon.hpp"
#include "menu/applet.hpp"
#include "menu/menu.hpp"

#include <QAction>
#include <QColor>
#include <QCursor>
#include <QList>
#include <QMenu>
#include <QObject>
#include <QPalette>
#include <QString>
#include <QSystemTrayIcon>
#include <Qt>

#include <functional>
#include <optional>

namespace limber::tray {

/// "&" marks the letter to press.
inline QString unmarked(QString label) {
    return label.replace(u'&', QStringLiteral("&&"));
}

/// Replaces what `shown` has by the entries of `menu`. `click` gets the key of what is chosen.
inline void fill(QMenu& shown, const Menu& menu, const std::function<void(const QString& key)>& click) {
    // clear() would leave the menus below behind
    qDeleteAll(shown.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    shown.clear();
    for (const Item& item : menu) {
        if (item.separator) {
            shown.addSeparator();
        } else if (!item.children.empty()) {
            QMenu* const below = shown.addMenu(unmarked(item.label));
            below->setEnabled(item.enabled);
            fill(*below, item.children, click);
        } else {
            QAction* const action = shown.addAction(unmarked(item.label));
            action->setEnabled(item.enabled);
            QObject::connect(action, &QAction::triggered, &shown, [click, key = item.key] { click(key); });
        }
    }
}

/// What cannot be chosen tells what is going on: it has to be read, and most styles make it too pale for
/// that.
inline QPalette with_readable_lines(QPalette palette) {
    constexpr float ink = 0.62F;
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    const auto mixed = [](float of_text, float of_ground) { return of_text * ink + of_ground * (1 - ink); };
    const QColor line =
        QColor::fromRgbF(mixed(text.redF(), ground.redF()), mixed(text.greenF(), ground.greenF()),
                         mixed(text.blueF(), ground.blueF()));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, line);
    }
    return palette;
}

class TrayIcon : public QObject {
public:
    explicit TrayIcon(Applet& applet) : applet_(applet) {
        connect(&applet_, &Applet::changed, this, &TrayIcon::renew);
        connect(&menu_, &QMenu::aboutToShow, this, [this] {
            applet_.about_to_show();
            make_menu(); // and never while it is open, under the pointer of somebody who reads it
        });
        connect(&icon_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger) menu_.popup(QCursor::pos());
            if (reason == QSystemTrayIcon::MiddleClick) applet_.middle_click();
        });
        menu_.setPalette(with_readable_lines(menu_.palette()));
        icon_.setContextMenu(&menu_);
        make_menu();
        renew();
        icon_.show();
    }

private:
    void renew() {
        const Icon icon = applet_.icon();
        if (shown_ != icon) {
            shown_ = icon;
            icon_.setIcon(drawn_icon(icon));
        }
        const QString text = QStringLiteral("Limber\n") + applet_.tooltip();
        if (icon_.toolTip() != text) icon_.setToolTip(text);
    }

    void make_menu() {
        fill(menu_, applet_.menu(), [this](const QString& key) { applet_.click(key); });
    }

    Applet& applet_;
    QMenu menu_;
    QSystemTrayIcon icon_;
    std::optional<Icon> shown_;
};

} // namespace limber::tray
