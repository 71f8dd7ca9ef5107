// SPDX-License-Identifier: GPL-3.0-or-later
// The applet as an icon of Qt in an XEmbed tray.
#pragma once

#include "icons/look.hpp"
#include "menu/applet.hpp"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <optional>

namespace limber::tray {

class TrayIcon : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(Applet& applet, QObject* parent = nullptr);

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
