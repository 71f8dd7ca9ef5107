// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/logind_session.hpp"

#include "core/event.hpp"
#include "logind/session_search.hpp"
#include "quiet/service_owner.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>
#include <QVariant>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace limber::quiet {

namespace {

using namespace std::chrono_literals;

const QString login_service = QString::fromLatin1(logind::logind_service);
const QString manager_path = QString::fromLatin1(logind::logind_path);
const QString manager_interface = QString::fromLatin1(logind::logind_manager);
const QString session_interface = QString::fromLatin1(logind::logind_session);
const QString properties_interface = QStringLiteral("org.freedesktop.DBus.Properties");

constexpr int patience = 10'000; // milliseconds

/// QDBusConnection::connect or ::disconnect: service, path, interface, signal, receiver, slot.
using Link = bool (QDBusConnection::*)(const QString&, const QString&, const QString&, const QString&,
                                       QObject*, const char*);

QVariantMap map_of(const QDBusMessage& answer) {
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) return {};
    return qdbus_cast<QVariantMap>(answer.arguments().constFirst());
}

} // namespace

LogindSession::LogindSession(QDBusConnection system_bus, Note note)
    : bus_(std::move(system_bus)), note_(std::move(note)) {}

void LogindSession::watch(Report report) {
    report_ = std::move(report);
    if (!bus_.isConnected()) {
        note_("there is no system bus: locks, sleep and other sessions are not seen");
        return;
    }
    service_ = std::make_unique<ServiceOwner>(bus_, login_service,
                                              [this](const QString& owner) { owner_changed(owner); });
}

void LogindSession::owner_changed(const QString& owner) {
    const bool was_there = !owner_.isEmpty();
    if (was_there) leave_logind();
    if (owner.isEmpty()) {
        missed_ = true;
        return note_(was_there
                         ? "logind went away: locks, sleep and other sessions are not seen until it is back"
                         : "logind is not there: locks, sleep and other sessions are not seen");
    }
    if (was_there || std::exchange(missed_, false)) note_("logind is there");
    follow(owner);
}

void LogindSession::saved() {
    if (sleep_announced_) inhibitor_.reset();
}

void LogindSession::follow(const QString& owner) {
    owner_ = owner;
    ++life_;
    listen_to_manager(true);
    take_inhibitor();
    find_session();
}

// What was last known goes on to hold: a restart of logind unlocks nothing.
void LogindSession::leave_logind() {
    listen_to_session(false);
    listen_to_manager(false);
    owner_.clear();
    session_.clear();
    ++life_;
    finding_ = false;
    inhibitor_.reset();
    asking_inhibitor_ = false;
    sleep_announced_ = false;
}

void LogindSession::listen_to_manager(bool on) {
    const Link link = on ? Link{&QDBusConnection::connect} : Link{&QDBusConnection::disconnect};
    (bus_.*link)(owner_, manager_path, manager_interface, "PrepareForSleep", this,
                 SLOT(prepare_for_sleep(bool)));
    (bus_.*link)(owner_, manager_path, manager_interface, "SessionNew", this,
                 SLOT(session_new(QString, QDBusObjectPath)));
    (bus_.*link)(owner_, manager_path, manager_interface, "SessionRemoved", this,
                 SLOT(session_removed(QString, QDBusObjectPath)));
}

void LogindSession::listen_to_session(bool on) {
    if (session_.isEmpty()) return;
    const Link link = on ? Link{&QDBusConnection::connect} : Link{&QDBusConnection::disconnect};
    (bus_.*link)(owner_, session_, properties_interface, "PropertiesChanged", this,
                 SLOT(properties_changed(QString, QVariantMap, QStringList)));
    (bus_.*link)(owner_, session_, session_interface, "Lock", this, SLOT(lock_requested()));
    (bus_.*link)(owner_, session_, session_interface, "Unlock", this, SLOT(unlock_requested()));
}

void LogindSession::find_session() {
    if (finding_ || owner_.isEmpty() || !session_.isEmpty()) return;
    finding_ = true;
    find_again_ = false;
    logind::find_login_session(*this, bus_, [this, life = life_](const QString& path) {
        if (life != life_) return;
        if (!path.isEmpty()) return adopt(path);
        finding_ = false;
        if (std::exchange(find_again_, false)) return find_session();
        note_("logind knows no session of this user: locks and other sessions are not seen");
        forget_state();
    });
}

void LogindSession::adopt(const QString& path) {
    finding_ = false;
    session_ = path;
    note_("the session is " + path.toStdString());
    // First listen, then read: nothing is missed in between.
    listen_to_session(true);
    read_session();
}

void LogindSession::leave_session() {
    listen_to_session(false);
    session_.clear();
    forget_state();
}

void LogindSession::forget_state() {
    lock_ = {};
    view_ = {};
    tell();
}

void LogindSession::read_session() {
    get_all(session_, [this, path = session_](const QDBusMessage& answer) {
        if (path == session_) take_in(map_of(answer));
    });
}

void LogindSession::properties_changed(const QString& interface, const QVariantMap& changed,
                                       const QStringList& invalidated) {
    if (interface != session_interface) return;
    take_in(changed);
    if (invalidated.contains(QStringLiteral("LockedHint")) || invalidated.contains(QStringLiteral("Active")))
        read_session();
}

void LogindSession::take_in(const QVariantMap& properties) {
    const QVariant hint = properties.value(QStringLiteral("LockedHint"));
    if (hint.typeId() == QMetaType::Bool) lock_.hint_is(hint.toBool());
    const QVariant active = properties.value(QStringLiteral("Active"));
    if (active.typeId() == QMetaType::Bool) view_.elsewhere = !active.toBool();
    tell();
}

void LogindSession::lock_requested() {
    if (lock_.requests_count()) report_(Locked{.requested = true});
}

void LogindSession::unlock_requested() {
    if (lock_.requests_count()) report_(Unlocked{});
}

void LogindSession::tell() {
    view_.locked = lock_.locked();
    const View before = std::exchange(told_, view_);
    if (view_.elsewhere && !before.elsewhere) report_(SessionLeft{});
    if (view_.locked && !before.locked) report_(Locked{});
    if (!view_.locked && before.locked) report_(Unlocked{});
    if (!view_.elsewhere && before.elsewhere) report_(SessionReturned{});
}

void LogindSession::prepare_for_sleep(bool begins) {
    sleep_announced_ = begins;
    if (begins) return report_(SleepAnnounced{});
    take_inhibitor();
    report_(AlarmRang{});
}

void LogindSession::session_new(const QString& /*id*/, const QDBusObjectPath& /*path*/) {
    // It may be the very one that a search under way has just missed.
    find_again_ = finding_;
    find_session();
}

void LogindSession::session_removed(const QString& /*id*/, const QDBusObjectPath& path) {
    if (path.path() != session_) return;
    leave_session();
    find_session();
}

void LogindSession::take_inhibitor() {
    if (inhibitor_ || asking_inhibitor_) return;
    asking_inhibitor_ = true;
    const QVariantList what{QStringLiteral("sleep"), QStringLiteral("Limber"),
                            QStringLiteral("Limber saves its state"), QStringLiteral("delay")};
    call(manager_path, manager_interface, "Inhibit", what, [this](const QDBusMessage& answer) {
        asking_inhibitor_ = false;
        if (answer.type() != QDBusMessage::ReplyMessage) {
            return note_("logind grants no delay before sleep: " + answer.errorMessage().toStdString());
        }
        const auto fd = qvariant_cast<QDBusUnixFileDescriptor>(answer.arguments().value(0));
        // Granted while the machine is already on its way to sleep: too late to be of use.
        if (fd.isValid() && !sleep_announced_) inhibitor_ = fd;
    });
}

void LogindSession::call(const QString& path, const QString& interface, const char* method,
                         const QVariantList& arguments, Then then) {
    auto message = QDBusMessage::createMethodCall(owner_, path.isEmpty() ? QStringLiteral("/") : path,
                                                  interface, method);
    message.setArguments(arguments);
    auto* watcher = new QDBusPendingCallWatcher{bus_.asyncCall(message, patience), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, life = life_, then = std::move(then)] {
                watcher->deleteLater();
                if (life == life_) then(watcher->reply());
            });
}

void LogindSession::get_all(const QString& path, Then then) {
    call(path, properties_interface, "GetAll", {session_interface}, std::move(then));
}

} // namespace limber::quiet
