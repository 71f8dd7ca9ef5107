// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/logind_session.hpp"

#include "bus/wire_values.hpp"
#include "logind/session_search.hpp"

#include <QDBusObjectPath>
#include <QVariant>

#include <chrono>

namespace limber::quiet {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds inhibitor_patience = 10s;

QString path_in(const QVariantList& values, qsizetype place) {
    return qvariant_cast<QDBusObjectPath>(values.value(place)).path();
}

} // namespace

LogindSession::LogindSession(QDBusConnection system_bus, Note note)
    : bus_(std::move(system_bus)), note_(std::move(note)) {}

void LogindSession::watch(Report report) {
    report_ = std::move(report);
    if (!bus_.isConnected()) {
        looked_ = true;
        note_("there is no system bus: locks, sleep and other sessions are not seen");
        return;
    }
    service_ = std::make_unique<bus::NameOwner>(bus_, logind::logind_service,
                                                [this](const QString& owner) { owner_changed(owner); });
}

void LogindSession::owner_changed(const QString& owner) {
    const bool was_there = !owner_.isEmpty();
    if (was_there) leave_logind();
    if (owner.isEmpty()) {
        looked_ = missed_ = true;
        return note_(was_there
                         ? "logind went away: locks, sleep and other sessions are not seen until it is back"
                         : "logind is not there: locks, sleep and other sessions are not seen");
    }
    if (was_there || std::exchange(missed_, false)) note_("logind is there");
    owner_ = owner;
    seen_.logind = true;
    life_ = std::make_unique<QObject>();
    listen_to_manager();
    take_inhibitor();
    find_session();
}

void LogindSession::saved() {
    if (sleep_announced_) inhibitor_.reset();
}

// What was last known goes on to hold: a restart of logind unlocks nothing.
void LogindSession::leave_logind() {
    seen_ = {};
    session_says_.clear();
    manager_says_.clear();
    life_.reset();
    owner_.clear();
    session_.clear();
    finding_ = reading_ = false;
    inhibitor_.reset();
    asking_inhibitor_ = false;
    sleep_announced_ = false;
}

bus::Object LogindSession::manager() const {
    return {bus_, owner_, logind::logind_path, logind::logind_manager};
}

bus::Object LogindSession::session() const {
    return {bus_, owner_, session_, logind::logind_session};
}

void LogindSession::listen_to_manager() {
    const auto listen = [this](const char* name, bus::Signal::Heard heard) {
        manager_says_.push_back(std::make_unique<bus::Signal>(manager(), name, std::move(heard)));
    };
    listen("PrepareForSleep",
           [this](const QVariantList& values) { prepare_for_sleep(values.value(0).toBool()); });
    listen("SessionNew", [this](const QVariantList& /*id, path*/) {
        // It may be the very one that a search under way has just missed.
        find_again_ = finding_;
        find_session();
    });
    listen("SessionRemoved", [this](const QVariantList& values) {
        if (path_in(values, 1) != session_) return;
        leave_session();
        find_session();
    });
}

void LogindSession::find_session() {
    if (finding_ || owner_.isEmpty() || !session_.isEmpty()) return;
    finding_ = true;
    find_again_ = false;
    logind::find_login_session(*life_, bus_, [this](const QString& path) {
        if (!path.isEmpty()) return adopt(path);
        finding_ = false;
        if (std::exchange(find_again_, false)) return find_session();
        note_("logind knows no session of this user: locks and other sessions are not seen");
        forget_state();
        if (had_one_ && when_over_) when_over_();
    });
}

void LogindSession::adopt(const QString& path) {
    finding_ = false;
    session_ = path;
    had_one_ = true;
    note_("the session is " + path.toStdString());
    // First listen, then read: nothing is missed in between.
    const auto listen = [this](const bus::Object& who, const char* name, bus::Signal::Heard heard) {
        session_says_.push_back(std::make_unique<bus::Signal>(who, name, std::move(heard)));
    };
    listen(bus::properties_of(session()), "PropertiesChanged",
           [this](const QVariantList& values) { session_changed(values); });
    listen(session(), "Lock", [this](const QVariantList& /*nothing*/) {
        if (lock_.requests_count()) report_(Locked{.requested = true});
    });
    listen(session(), "Unlock", [this](const QVariantList& /*nothing*/) {
        if (lock_.requests_count()) report_(Unlocked{});
    });
    read_session();
}

void LogindSession::leave_session() {
    session_says_.clear();
    session_.clear();
    reading_ = false;
    forget_state();
}

void LogindSession::forget_state() {
    looked_ = true;
    lock_ = {};
    view_ = {};
    seen_ = {.logind = !owner_.isEmpty(), .id = {}, .type = {}};
    tell();
}

void LogindSession::look_again() {
    session_.isEmpty() ? find_session() : read_session();
}

// What is told counts as it is told: a short lock is over before its state could be read.
void LogindSession::session_changed(const QVariantList& values) {
    constexpr qsizetype changed = 1;
    constexpr qsizetype invalidated = 2;
    const QVariantMap map = bus::map_of(values.value(changed));
    // one that has ended is not in front either, which is all that logind tells of it
    const bool left = map.value(QStringLiteral("Active")) == QVariant{false};
    if (!left) take_in(map);
    if (session_.isEmpty()) return;
    // what is being read may be older
    if (left || reading_ || !values.value(invalidated).toStringList().isEmpty()) read_session(map);
}

void LogindSession::read_session(const QVariantMap& told) {
    reading_ = true;
    bus::read_all(*life_, session(), [this, told, number = ++reads_](const QVariantMap& properties) {
        if (!reading_ || number != reads_) return;
        reading_ = false;
        looked_ = true;
        take_in(properties.isEmpty() ? told : properties);
    });
}

void LogindSession::take_in(const QVariantMap& properties) {
    if (!logind::is_open(properties)) {
        leave_session();
        return find_session();
    }
    const QVariant hint = properties.value(QStringLiteral("LockedHint"));
    if (hint.typeId() == QMetaType::Bool) lock_.hint_is(hint.toBool());
    if (properties.contains(QStringLiteral("Id"))) { // not where only a change is told
        seen_.id = properties.value(QStringLiteral("Id")).toString().toStdString();
        seen_.type = properties.value(QStringLiteral("Type")).toString().toStdString();
        seen_.remote = properties.value(QStringLiteral("Remote")).toBool();
    }
    seen_.tells_of_locks = !lock_.requests_count();
    const QVariant active = properties.value(QStringLiteral("Active"));
    if (active.typeId() == QMetaType::Bool) view_.elsewhere = !active.toBool();
    tell();
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

void LogindSession::take_inhibitor() {
    if (inhibitor_ || asking_inhibitor_) return;
    asking_inhibitor_ = true;
    const auto granted = [this](const bus::Answer& answer) {
        asking_inhibitor_ = false;
        if (!answer)
            return note_("logind grants no delay before sleep: " + answer.error().message().toStdString());
        const auto fd = qvariant_cast<QDBusUnixFileDescriptor>(answer->value(0));
        // Granted while the machine is already on its way to sleep: too late to be of use.
        if (fd.isValid() && !sleep_announced_) inhibitor_ = fd;
    };
    bus::call(*life_, manager(), "Inhibit", {"sleep", "Limber", "Limber saves its state", "delay"}, granted,
              inhibitor_patience);
}

} // namespace limber::quiet
