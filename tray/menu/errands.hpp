// SPDX-License-Identifier: GPL-3.0-or-later
// What the tray does beside asking the daemon: showing the window, opening the configuration, starting
// Limber. None of it blocks; programs are started through the user manager where there is one, so that they
// are not bound to the tray's life and sandbox.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

namespace limber::tray {

class Errands : public QObject {
    Q_OBJECT

public:
    explicit Errands(QDBusConnection bus, QObject* parent = nullptr);

    /// Brings up limber-window, which D-Bus starts where it is not running.
    void show_window(const QString& activation_token);

    /// In whatever the desktop opens text files with; begins the file where there is none.
    void open_configuration();

    /// limberd.service, or limberd itself where no user manager knows that unit. Within five seconds it runs,
    /// or `failed` says why not.
    void start_daemon();

Q_SIGNALS:
    /// A sentence for people.
    void failed(const QString& why);

private:
    void open_file(const QString& file);
    void start_program();
    void look_after_unit();

    QDBusConnection bus_;
};

} // namespace limber::tray
