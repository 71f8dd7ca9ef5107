// SPDX-License-Identifier: GPL-3.0-or-later
// limber-window by D-Bus activation: started by the bus or the user manager, never a child of this process.
#pragma once

#include "bus/follow.hpp"
#include "session_window.hpp"

#include <QDBusConnection>
#include <QDBusError>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <string>

namespace limber::shell {

/// The window is there when it says that it has painted the session: one that only has its name on the bus
/// may have lost its display long ago.
class WindowLink : public QObject, public SessionWindow {
public:
    /// How long a person looks at nothing before the session is shown in another way.
    static constexpr auto patience = std::chrono::seconds{2};

    WindowLink(QDBusConnection bus, Report report);

    void open(const std::string& activation_token) override;
    void offer() override;
    void forget() override;

    /// Instead of `patience`.
    void set_patience(std::chrono::milliseconds length) { limit_.setInterval(length); }

private:
    void ask(const std::string& activation_token, bool again);
    void refuse(const QDBusError& error);
    void tell(WindowNews news, const QString& why = {});

    QDBusConnection bus_;
    Report report_;
    QTimer limit_;
    bool waiting_ = false;  ///< for the first picture since open()
    bool answered_ = false; ///< the question of then
    int asked_ = 0;         ///< answers to earlier questions are not news
    bool there_ = false;    ///< somebody has its name
    bus::Signal painted_;
    bus::NameOwner owner_;
};

} // namespace limber::shell
