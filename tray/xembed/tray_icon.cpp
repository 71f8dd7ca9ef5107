// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_icon.hpp"

#include "icons/look.hpp"
#include "icons/qt_icon.hpp"
#include "menu/applet.hpp"
#include "menu/tooltip.hpp"
#include "qt_menu.hpp"

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QString>
#include <QSystemTrayIcon>

namespace limber::tray {

TrayIcon::TrayIcon(Applet& applet, QObject* parent) : QObject(parent), applet_(applet) {
    connect(&applet_, &Applet::changed, this, &TrayIcon::renew);
    connect(&menu_, &QMenu::aboutToShow, this, [this] {
        applet_.about_to_show();
        make_menu(); // and never while it is open, under the pointer of somebody who reads it
    });
    connect(&icon_, &QSystemTrayIcon::activated, this, &TrayIcon::clicked);
    icon_.setContextMenu(&menu_);
    make_menu();
    renew();
    icon_.show();
}

void TrayIcon::renew() {
    const Icon icon = applet_.icon();
    if (shown_ != icon) {
        shown_ = icon;
        icon_.setIcon(drawn_icon(icon));
    }
    const Tooltip tooltip = applet_.tooltip();
    const QString text = tooltip.title + u'\n' + tooltip.text;
    if (icon_.toolTip() != text) icon_.setToolTip(text);
}

void TrayIcon::make_menu() {
    fill(menu_, applet_.menu(), [this](const QString& key) { applet_.click(key); });
}

void TrayIcon::clicked(QSystemTrayIcon::ActivationReason reason) {
    if (reason == QSystemTrayIcon::Trigger) applet_.plain_click();
    if (reason == QSystemTrayIcon::MiddleClick) applet_.middle_click();
}

} // namespace limber::tray
