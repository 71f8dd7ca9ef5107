// SPDX-License-Identifier: GPL-3.0-or-later
// The panel, as far as it shows StatusNotifierItems: whether there is one, and being known to it also after
// it was restarted, or started late.
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>

namespace limber::tray {

class TrayHost : public QObject {
    Q_OBJECT

public:
    /// Begins to watch; nothing blocks.
    explicit TrayHost(const QDBusConnection& bus, QObject* parent = nullptr);

    /// Makes the item under this bus name known to the present StatusNotifierWatcher and all that will come.
    void register_item(const QString& service);

    /// Somebody shows items.
    [[nodiscard]] bool there() const { return there_; }

Q_SIGNALS:
    void changed(bool there);

private Q_SLOTS:
    void ask();

private:
    void watcher_changed(const QString& owner);
    void send_item();
    void set_there(bool there);

    QDBusConnection bus_;
    QDBusServiceWatcher watcher_;
    QString service_;
    bool there_ = false;
};

} // namespace limber::tray
