// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon as its clients see it: its values, kept up to date by its signals, across its restarts.
#pragma once

#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "bus/snapshot.hpp"
#include "bus/wire.hpp"
#include "core/session.hpp"
#include "settings/problem.hpp"

#include <QDBusConnection>
#include <QDBusError>
#include <QObject>
#include <QString>
#include <QVariant>

#include <expected>
#include <functional>
#include <optional>
#include <vector>

namespace limber::bus {

/// `unknown`: not answered yet. `absent`: nobody owns the name. `silent`: who owns it does not answer.
enum class Daemon { unknown, absent, silent, running };

/// org.limber.Limber1 on this bus; never started by a call, as who asks for its state wants the truth.
[[nodiscard]] Object daemon_on(const QDBusConnection& bus);

/// Why a call to limberd failed, and what to do about it.
[[nodiscard]] QString sentence_of(const QDBusError& error);

/// All that the daemon publishes, asked for now.
[[nodiscard]] std::expected<Snapshot, QDBusError> read_now(const QDBusConnection& bus);

/// Asks nothing that blocks, never starts the daemon, and has no timer.
class DaemonLink : public QObject {
    Q_OBJECT

public:
    explicit DaemonLink(const QDBusConnection& bus, QObject* parent = nullptr);

    [[nodiscard]] Daemon daemon() const { return daemon_; }

    /// Why it is absent or silent.
    [[nodiscard]] const QDBusError& trouble() const { return trouble_; }

    /// What it publishes; nothing unless it runs.
    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

    /// The daemon's status as of its stamp (see as_of()), with the session in it; none unless it runs.
    [[nodiscard]] const StatusReport* report() const {
        return daemon_ == Daemon::running ? &snapshot_.report : nullptr;
    }

    /// The session that is running, if any.
    [[nodiscard]] const std::optional<Session>& session() const { return snapshot_.report.status.session; }

    /// Gets a sentence for people if it failed, else an empty text.
    using Then = std::function<void(const QString& error)>;

    /// As Then, with what the method returned.
    using Replied = std::function<void(const QVariantList& values, const QString& error)>;

    /// Calls a method of org.limber.Limber1 and returns at once. `then` is called later, or never if this
    /// object ends before.
    void ask(const QString& method, const QVariantList& arguments = {}, Then then = {});
    void ask_for(const QString& method, const QVariantList& arguments, Replied replied);

Q_SIGNALS:
    /// Something of the above is different now.
    void changed();

private:
    void owner_changed(const QString& owner);
    void read();
    void take(const Answer& answer);
    void heard(const QVariantList& news);
    void forget(Daemon daemon, const QDBusError& why);

    Object daemon_object_;
    std::optional<Signal> news_;
    unsigned reads_ = 0; ///< answers to an earlier question are dropped
    bool reading_ = false;
    bool missed_ = false; ///< a change came while reading
    Daemon daemon_ = Daemon::unknown;
    QDBusError trouble_;
    Snapshot snapshot_; ///< empty unless it runs
    NameOwner owner_;
};

} // namespace limber::bus
