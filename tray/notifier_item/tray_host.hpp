// SPDX-License-Identifier: GPL-3.0-or-later
// The panel, as far as it shows StatusNotifierItems: whether there is one, and being known to it also after
// it was restarted, started late, or has dropped the item.
#pragma once

#include "bus/follow.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace limber::tray {

class TrayHost : public QObject {
    Q_OBJECT

public:
    /// Begins to watch; nothing blocks. The item under the bus name `item` is made known to the present
    /// StatusNotifierWatcher and all that will come, as often as one loses it. Empty: none.
    explicit TrayHost(const QDBusConnection& bus, QString item = {});

    /// Somebody shows items.
    [[nodiscard]] bool there() const { return there_; }

Q_SIGNALS:
    void changed(bool there);

private:
    void panel_changed(const QString& owner);
    void unregistered(const QString& item);
    void send_item();
    void look_for_item(const QStringList& items);
    void set_there(bool there);
    [[nodiscard]] bool ours(const QString& item) const;

    QDBusConnection bus_;
    QString item_;
    bool there_ = false;
    QTimer again_; ///< to make the item known once more
    std::chrono::milliseconds pause_;
    bus::NameOwner panel_; ///< before host_: the item is made known before it is looked for
    bus::Followed host_;
    bus::Signal dropped_;
};

} // namespace limber::tray
