// SPDX-License-Identifier: GPL-3.0-or-later
// Lock, foreground and sleep as logind tells them, over the system bus. Every call is asynchronous.
#pragma once

#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "core/event.hpp"
#include "quiet/findings.hpp"
#include "quiet/lock_belief.hpp"
#include "quiet/quiet_source.hpp"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::quiet {

/// The session is the one of session_search.hpp. Without logind, or without a session, it knows nothing and
/// says nothing until one appears. One that is closing is left.
class LogindSession final : public QuietSource {
public:
    /// A line for the log, each said once per change.
    using Note = std::function<void(const std::string&)>;

    LogindSession(QDBusConnection system_bus, Note note);

    LogindSession(const LogindSession&) = delete;
    LogindSession& operator=(const LogindSession&) = delete;

    [[nodiscard]] std::string name() const override { return "logind"; }

    void watch(Report report) override;

    [[nodiscard]] const SessionSeen& seen() const { return seen_; }

    /// There is a session, or none.
    [[nodiscard]] bool looked() const { return looked_; }

    /// Called at each search that finds no session where there has been one.
    void when_over(std::function<void()> then) { when_over_ = std::move(then); }

    /// Reads the session's state anew, or looks for one: logind does not tell when one is closing.
    void look_again();

    /// The state is saved: after a SleepAnnounced the machine may sleep. Until then logind waits, for some
    /// seconds at most. Has no effect at other times.
    void saved();

private:
    /// What is known of the world, and what has been said of it.
    struct View {
        bool locked = false;
        bool elsewhere = false;
    };

    void owner_changed(const QString& owner);
    void leave_logind();
    void listen_to_manager();
    void find_session();
    void adopt(const QString& path);
    void leave_session();
    void forget_state();
    void session_changed(const QVariantList& values);
    void read_session(const QVariantMap& told = {}); // that holds where nothing can be read
    void take_in(const QVariantMap& properties);
    void tell();
    void prepare_for_sleep(bool begins);
    void take_inhibitor();
    [[nodiscard]] bus::Object manager() const;
    [[nodiscard]] bus::Object session() const;

    QDBusConnection bus_;
    Note note_;
    Report report_;
    bool missed_ = false; // logind was not there
    QString owner_;       // logind's unique name, "" while there is none
    QString session_;     // object path, "" while unknown
    bool had_one_ = false;
    std::function<void()> when_over_;
    bool finding_ = false;
    bool find_again_ = false;
    bool reading_ = false;
    unsigned reads_ = 0; // the answer to an earlier one is dropped
    SessionSeen seen_;
    bool looked_ = false;
    LockBelief lock_;
    View view_;
    View told_;
    bool sleep_announced_ = false;
    bool asking_inhibitor_ = false;
    std::optional<QDBusUnixFileDescriptor> inhibitor_;
    std::unique_ptr<QObject> life_; // of this owner: answers to an earlier one are dropped
    std::vector<std::unique_ptr<bus::Signal>> manager_says_;
    std::vector<std::unique_ptr<bus::Signal>> session_says_;
    std::unique_ptr<bus::NameOwner> service_;
};

} // namespace limber::quiet
