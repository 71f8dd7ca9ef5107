// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon as tray and window see it: its values, kept up to date by its signals, across its restarts.
#pragma once

#include "bus/snapshot.hpp"
#include "bus/wire.hpp"
#include "core/session.hpp"
#include "settings/problem.hpp"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <functional>
#include <optional>
#include <vector>

class QDBusPendingCallWatcher;

namespace limber::tray {

/// `unknown`: not answered yet, or it hangs. `absent`: nobody owns the name.
enum class Daemon { unknown, absent, running };

/// Asks nothing that blocks, never starts the daemon, and has no timer.
class DaemonLink : public QObject {
    Q_OBJECT

public:
    explicit DaemonLink(const QDBusConnection& bus, QObject* parent = nullptr);

    [[nodiscard]] Daemon daemon() const { return daemon_; }

    /// The daemon's status as of its stamp (see as_of()), with the session in it; none unless it runs.
    [[nodiscard]] const bus::StatusReport* report() const {
        return daemon_ == Daemon::running ? &snapshot_.report : nullptr;
    }

    /// The session that is running, if any.
    [[nodiscard]] const std::optional<Session>& session() const { return snapshot_.report.status.session; }

    [[nodiscard]] const std::vector<settings::Problem>& problems() const { return snapshot_.problems; }

    /// Gets a sentence for people if it failed, else an empty text.
    using Then = std::function<void(const QString& error)>;

    /// As Then, with what the method returned.
    using Answer = std::function<void(const QVariantList& values, const QString& error)>;

    /// Calls a method of org.limber.Limber1 and returns at once. `then` is called later, or never if this
    /// object ends before.
    void ask(const QString& method, const QVariantList& arguments = {}, Then then = {});
    void ask_for(const QString& method, const QVariantList& arguments, Answer answer);

Q_SIGNALS:
    /// Something of the above is different now.
    void changed();

private Q_SLOTS:
    void properties_changed(const QString& interface, const QVariantMap& properties,
                            const QStringList& outdated);
    void owner_changed(const QString& service, const QString& before, const QString& now);

private:
    void read();
    void take(QDBusPendingCallWatcher* call);
    void forget(Daemon daemon);

    QDBusConnection bus_;
    QDBusServiceWatcher owner_;
    QDBusPendingCallWatcher* reading_ = nullptr;
    bool missed_ = false; ///< a change came while reading
    Daemon daemon_ = Daemon::unknown;
    bus::Snapshot snapshot_; ///< empty unless it runs
};

} // namespace limber::tray
