// SPDX-License-Identifier: GPL-3.0-or-later
// Where a desktop shows Limber: its notification server and its panel, as far as they answer.
#pragma once

#include "bus/follow.hpp"
#include "core/finding.hpp"

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

/// Starts nobody. A server that hangs is found out when check() is called, and told of when it answers again.
class Desktop {
public:
    /// `changed` comes from the main loop after each change of what findings() says. `on_terminal`:
    /// notifications are shown on a terminal, whatever the desktop has.
    Desktop(const QDBusConnection& session_bus, bool on_terminal, std::function<void()> changed);

    /// Does the notification server still answer?
    void check();

    /// Everybody has answered, or will not.
    [[nodiscard]] bool known() const;

    [[nodiscard]] std::vector<Finding> findings() const;

private:
    /// What GetServerInformation says, or why it says nothing.
    struct Server {
        std::string name;
        std::string version;
        bool buttons = true;
    };

    void server_is(const bus::Answer& answer);
    void read_capabilities();
    void read_startable();
    void wait_for_answer();
    [[nodiscard]] Finding notifications() const;
    [[nodiscard]] Finding tray() const;

    bool on_terminal_;
    std::function<void()> changed_;
    bus::Object notifications_;
    std::optional<Server> server_;
    bool silent_ = false;           ///< somebody has the name and does not answer
    std::optional<bool> startable_; ///< the bus would start a server
    bool asking_ = false;
    std::optional<bool> panel_; ///< somebody shows StatusNotifierItems
    std::optional<bool> icon_;  ///< limber-tray runs
    std::optional<bool> gnome_;
    QObject context_;
    bus::Followed information_;
    bus::Followed host_;
    bus::NameOwner tray_;
    bus::NameOwner mutter_;
};

} // namespace limber::shell
