// SPDX-License-Identifier: GPL-3.0-or-later
// limber-window by D-Bus activation: started by the bus or the user manager, never a child of this process.
#pragma once

#include "session_window.hpp"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <string>

namespace limber::shell {

class WindowLink : public SessionWindow {
public:
    /// How long a person looks at nothing before the session is shown in another way.
    static constexpr auto patience = std::chrono::milliseconds{2500};

    WindowLink(QDBusConnection bus, std::function<void(WindowNews)> report);

    void open(const std::string& activation_token) override;

    /// Instead of `patience`.
    void set_patience(std::chrono::milliseconds length) { limit_.setInterval(length); }

private:
    void ask(const std::string& activation_token, bool again);
    void owner_changed(const QString& owner);
    void tell(WindowNews news);

    QDBusConnection bus_;
    std::function<void(WindowNews)> report_;
    QDBusServiceWatcher watcher_;
    QTimer limit_;
    bool waiting_ = false; ///< for the answer to open()
    int asked_ = 0;        ///< answers to earlier questions are not news
    QObject context_;      ///< destroyed first: no answer reaches a dead link
};

} // namespace limber::shell
