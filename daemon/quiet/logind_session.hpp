// SPDX-License-Identifier: GPL-3.0-or-later
// Lock, foreground and sleep as logind tells them, over the system bus. Every call is asynchronous.
#pragma once

#include "core/event.hpp"
#include "quiet/lock_belief.hpp"
#include "quiet/quiet_source.hpp"
#include "quiet/service_owner.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace limber::quiet {

/// The session is the one of session_search.hpp. Without logind, or without a session, it knows nothing and
/// says nothing until one appears. A user with two graphical sessions is seen in one of them only.
class LogindSession final : public QObject, public QuietSource {
    Q_OBJECT

public:
    /// A line for the log, each said once per change.
    using Note = std::function<void(const std::string&)>;

    LogindSession(QDBusConnection system_bus, Note note);

    LogindSession(const LogindSession&) = delete;
    LogindSession& operator=(const LogindSession&) = delete;

    [[nodiscard]] std::string name() const override { return "logind"; }

    void watch(Report report) override;

    /// The state is saved: after a SleepAnnounced the machine may sleep. Until then logind waits, for some
    /// seconds at most. Has no effect at other times.
    void saved();

private Q_SLOTS:
    void properties_changed(const QString& interface, const QVariantMap& changed,
                            const QStringList& invalidated);
    void lock_requested();
    void unlock_requested();
    void prepare_for_sleep(bool begins);
    void session_new(const QString& id, const QDBusObjectPath& path);
    void session_removed(const QString& id, const QDBusObjectPath& path);

private: // NOLINT(readability-redundant-access-specifiers): these are no slots
    using Then = std::function<void(const QDBusMessage& answer)>;

    /// What is known of the world, and what has been said of it.
    struct View {
        bool locked = false;
        bool elsewhere = false;
    };

    void owner_changed(const QString& owner);
    void follow(const QString& owner);
    void leave_logind();
    void listen_to_manager(bool on);
    void listen_to_session(bool on);
    void find_session();
    void adopt(const QString& path);
    void leave_session();
    void forget_state();
    void read_session();
    void take_in(const QVariantMap& properties);
    void tell();
    void take_inhibitor();
    void call(const QString& path, const QString& interface, const char* method,
              const QVariantList& arguments, Then then);
    void get_all(const QString& path, Then then);

    QDBusConnection bus_;
    Note note_;
    Report report_;
    std::unique_ptr<ServiceOwner> service_;
    bool missed_ = false; // logind was not there
    QString owner_;       // logind's unique name, "" while there is none
    QString session_;     // object path, "" while unknown
    unsigned life_ = 0;   // of this owner: answers to an earlier one are dropped
    bool finding_ = false;
    bool find_again_ = false;
    LockBelief lock_;
    View view_;
    View told_;
    bool sleep_announced_ = false;
    bool asking_inhibitor_ = false;
    std::optional<QDBusUnixFileDescriptor> inhibitor_;
};

} // namespace limber::quiet
