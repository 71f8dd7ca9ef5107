// SPDX-License-Identifier: GPL-3.0-or-later
// A daemon that says what a test says, and remembers what it was asked. And waiting for what travels.
#pragma once

#include "bus/names.hpp"
#include "bus/wire.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QEventLoop>
#include <QStringList>
#include <QTimer>
#include <QVariant>
#include <QVariantList>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <utility>
#include <vector>

namespace limber::test {

inline void need_application() {
    static int argc = 1;
    static char name[] = "test_tray_bus"; // NOLINT(modernize-avoid-c-arrays): what QCoreApplication takes
    static char* argv[] = {name};         // NOLINT(modernize-avoid-c-arrays)
    static const QCoreApplication application{argc, argv};
    bus::register_wire_types();
}

/// Runs the event loop until `condition` holds; false after 10 s.
template <class Condition>
bool until(Condition condition) {
    bool late = false;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [&] { late = true; });
    deadline.start(10'000);
    while (!condition()) {
        if (late) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// Calls and waits without blocking those who answer in this process.
inline QDBusMessage asked(const QDBusConnection& bus, const QDBusMessage& call) {
    const QDBusPendingCallWatcher pending(bus.asyncCall(call)); // its signal is what wakes the event loop
    REQUIRE(until([&] { return pending.isFinished(); }));
    return pending.reply();
}

class ScriptedDaemon : public QDBusVirtualObject {
public:
    ScriptedDaemon()
        : bus_(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("daemon"))) {
        bus_.registerVirtualObject(QLatin1String{bus::bus_path}, this);
    }

    ~ScriptedDaemon() override {
        vanish();
        bus_.unregisterObject(QLatin1String{bus::bus_path});
        QDBusConnection::disconnectFromBus(QStringLiteral("daemon"));
    }

    ScriptedDaemon(const ScriptedDaemon&) = delete;
    ScriptedDaemon& operator=(const ScriptedDaemon&) = delete;

    void appear() { bus_.registerService(QLatin1String{bus::bus_name}); }

    void vanish() { bus_.unregisterService(QLatin1String{bus::bus_name}); }

    /// Is this the status from now on; everybody is told.
    void say(const bus::StatusReport& report) { say(QStringLiteral("Status"), bus::to_wire(report)); }

    void say(const QString& name, const QVariant& value) {
        properties.insert(name, value);
        auto signal = QDBusMessage::createSignal(QLatin1String{bus::bus_path},
                                                 QStringLiteral("org.freedesktop.DBus.Properties"),
                                                 QStringLiteral("PropertiesChanged"));
        signal.setArguments(
            {QString{QLatin1String{bus::bus_interface}}, QVariantMap{{name, value}}, QStringList{}});
        bus_.send(signal);
    }

    QVariantMap properties{{QStringLiteral("Version"), QStringLiteral("9")},
                           {QStringLiteral("Session"), QVariantMap{}},
                           {QStringLiteral("Problems"), QVariant::fromValue(QList<QVariantMap>{})}};
    QList<QVariantMap> exercises;
    bool hangs = false;
    QString refusal;                                     ///< the sentence every method answers with, if set
    std::vector<std::pair<QString, QVariantList>> calls; ///< but those for Exercises
    int reads = 0;

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& call, const QDBusConnection& /*bus*/) override {
        if (call.member() == u"GetAll") ++reads;
        if (hangs) {
            call.setDelayedReply(true);
            return true;
        }
        if (call.member() == u"GetAll") {
            bus_.send(call.createReply(QVariant{properties}));
            return true;
        }
        if (call.member() == u"Exercises") {
            bus_.send(call.createReply(QVariant::fromValue(exercises)));
            return true;
        }
        calls.emplace_back(call.member(), call.arguments());
        if (!refusal.isEmpty()) {
            bus_.send(call.createErrorReply(QStringLiteral("org.limber.Error.Busy"), refusal));
        } else if (call.member() == u"Unheard") {
            bus_.send(call.createErrorReply(QDBusError::UnknownMethod, QStringLiteral("what?")));
        } else {
            bus_.send(call.createReply());
        }
        return true;
    }

private:
    QDBusConnection bus_;
};

} // namespace limber::test
