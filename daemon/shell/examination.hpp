// SPDX-License-Identifier: GPL-3.0-or-later
// What a limberd would find here, looked up without being one: the facts behind `limber doctor`.
#pragma once

#include "core/time.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>

#include <chrono>
#include <functional>

namespace limber::shell {

/// Questions to the display, both buses and the disk, all at once. Starts no service, writes nothing.
///
/// The facts (a key is left out where nobody answered):
///   version s · session_bus b · system_bus b · names: of interest on the session bus, as a list
///   display   {wayland, x11, type}: from the environment · sockets: Wayland sockets that are there
///   idle      {source, inhibitor_aware, refused: [{name, reason}]}
///   session   {id, type, active, remote, locked}: logind's; empty: none of this user. logind b
///   notifications {name, vendor, version, capabilities: […]}; notifications_startable b
///   tray_host b: somebody shows StatusNotifierItems; left out without a StatusNotifierWatcher
///   x11_tray b: the X11 display has a tray; left out where that cannot be told, and on Wayland
///   history   {file, there b, error}
class Examination : public QObject {
public:
    /// What has not answered by then is left out.
    static constexpr std::chrono::seconds patience{5};

    Examination(QDBusConnection session_bus, QDBusConnection system_bus, std::function<Instant()> now);

    /// Calls back once, from the main loop.
    void start(std::function<void(const QJsonObject& facts)> done);

private:
    using Then = std::function<void(const QVariantList& answer)>;

    void look_at_environment();
    void look_for_idle_source();
    void look_for_x11_tray();
    void look_at_session_bus();
    void look_at_session();
    void look_at_history();
    void ask_notifications();
    void ask_tray();

    /// `then` is left out on an error; with it or without, one question less is open.
    void ask(const QDBusConnection& bus, const QDBusMessage& question, Then then);
    void answered();
    void finish();

    QDBusConnection session_bus_;
    QDBusConnection system_bus_;
    std::function<Instant()> now_;
    std::function<void(const QJsonObject&)> done_;
    QJsonObject facts_;
    int open_ = 0;
    QTimer deadline_;
};

/// Examines with the clock, buses and displays of this process, prints the facts as JSON and says how to end.
[[nodiscard]] int examine(int argc, char** argv);

} // namespace limber::shell
