// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a name on a bus: told once at the beginning and at every change, without ever starting anybody.
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace limber::quiet {

/// Calls back from the main loop, never from the constructor; not after its end.
class ServiceOwner : public QObject {
    Q_OBJECT

public:
    /// The unique name of the new owner; empty: there is none. The first call tells how it is at the start.
    using Changed = std::function<void(const QString& owner)>;

    ServiceOwner(QDBusConnection bus, const QString& service, Changed changed);

private:
    void is_now(const QString& owner);

    QDBusConnection bus_;
    QDBusServiceWatcher watcher_;
    Changed changed_;
    std::optional<QString> owner_; ///< nothing: not known yet
};

} // namespace limber::quiet
