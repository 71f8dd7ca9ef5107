// SPDX-License-Identifier: GPL-3.0-or-later
// What limber-tray and limber-tray-xembed have in common as programs: there is one of them, each becomes the
// other when the panel asks for it, and both watch that panel.
#pragma once

#include "bus/follow.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace limber::tray {

/// So long a panel may take to start, or to start again, before a tray of the old kind is tried.
inline constexpr auto host_patience = std::chrono::seconds{4};

/// What a program ends with. `lost`: the session bus went away.
enum Exit { ended = 0, lost = 1, usage = 2 };

/// Reads the command line (--help, --version) and becomes the one tray of this session. What to end with if
/// not, once the reason was said.
[[nodiscard]] std::optional<Exit> begin_program(QDBusConnection bus);

/// Ends the main loop with `lost` when the bus goes away, as long as it lives.
[[nodiscard]] std::unique_ptr<bus::Signal> end_with_bus(const QDBusConnection& bus);

/// X11 as the session's display, where trays of the old kind are.
[[nodiscard]] bool on_x11();

/// This process becomes the program beside it. Returns only if that was impossible, as the one tray it was.
void become(const QString& program, QDBusConnection bus);

/// The panel, as far as it shows StatusNotifierItems: whether there is one, and being known to it also after
/// it was restarted, started late, or has dropped the item.
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
