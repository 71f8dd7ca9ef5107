// SPDX-License-Identifier: GPL-3.0-or-later
// The applet as an icon of Qt in an XEmbed tray.
#pragma once

#include "icons/look.hpp"
#include "menu/applet.hpp"
#include "menu/menu.hpp"

#include <QMenu>
#include <QObject>
#include <QString>
#include <QSystemTrayIcon>

#include <functional>
#include <optional>

namespace limber::tray {

/// Replaces what `shown` has by the entries of `menu`. `click` gets the key of what is chosen.
void fill(QMenu& shown, const Menu& menu, const std::function<void(const QString& key)>& click);

class TrayIcon : public QObject {
public:
    explicit TrayIcon(Applet& applet);

private:
    void renew();
    void make_menu();
    void clicked(QSystemTrayIcon::ActivationReason reason);

    Applet& applet_;
    QMenu menu_;
    QSystemTrayIcon icon_;
    std::optional<Icon> shown_;
};

} // namespace limber::tray
