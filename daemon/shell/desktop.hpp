// SPDX-License-Identifier: GPL-3.0-or-later
// Where a desktop shows Limber: its notification server and its panel, as far as they answer.
#pragma once

#include "bus/follow.hpp"
#include "core/finding.hpp"
#include "idle/display.hpp"
#include "notify/notifier.hpp"

#include <QDBusConnection>
#include <QDBusError>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace limber::shell {

/// Starts nobody. A server that hangs is found out when check() is called or a notification fails, and told
/// of when it answers again.
class Desktop {
public:
    /// `changed` comes from the main loop after each change of what findings() says. `on_terminal`:
    /// notifications are shown on a terminal, whatever the desktop has.
    Desktop(const QDBusConnection& session_bus, idle::DisplayEnvironment display, bool on_terminal,
            std::function<void()> changed);

    /// Each reply of the notifier.
    void heard(const notify::NotifierReply& reply);

    /// Looks for what changes without a word: does the notification server still answer, is there an X11
    /// tray?
    void check();

    /// A notification was tried in vain, and no icon is to be seen here. One whose server has just gone away
    /// may have a successor.
    [[nodiscard]] bool shows_nothing() const;

    /// Everybody has answered, or will not.
    [[nodiscard]] bool known() const;

    [[nodiscard]] std::vector<Finding> findings() const;

private:
    /// What GetServerInformation says, or why it says nothing.
    struct Server {
        QString name;
        QString version;
        bool buttons = true;
    };

    void server_is(const bus::Answer& answer);
    void read_capabilities();
    void read_startable();
    void look_for_x11_tray();
    [[nodiscard]] bool icon_is_seen() const;
    [[nodiscard]] Finding notifications() const;
    [[nodiscard]] Finding tray() const;

    idle::DisplayEnvironment display_;
    bool on_terminal_;
    std::function<void()> changed_;
    bus::Object notifications_;
    std::optional<Server> server_;
    bool silent_ = false;           ///< somebody has the name and does not answer
    std::optional<bool> startable_; ///< the bus would start a server
    std::string failed_;            ///< why the last notification was not shown; empty: it was
    bool asking_ = false;
    std::optional<bool> panel_; ///< somebody shows StatusNotifierItems
    std::optional<bool> icon_;  ///< limber-tray runs
    std::optional<bool> gnome_;
    std::optional<bool> x11_tray_; ///< nothing: an X server did not say
    QObject context_;
    bus::Followed information_;
    bus::Followed host_;
    bus::NameOwner tray_;
    bus::NameOwner mutter_;
};

} // namespace limber::shell
