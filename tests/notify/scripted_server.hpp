// SPDX-License-Identifier: GPL-3.0-or-later
// A notification server that does what a test says, and remembers what it was asked.
#pragma once

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QEventLoop>
#include <QStringList>
#include <QTimer>
#include <QVariantMap>

#include <utility>
#include <vector>

namespace limber::notify {

/// Runs the event loop until `condition` holds; false after 10 s.
template <class Condition>
bool until(Condition condition) {
    bool late = false;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, [&] { late = true; });
    deadline.start(10'000);
    while (!condition()) {
        if (late) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

class ScriptedServer : public QDBusVirtualObject {
public:
    struct Note {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };

    explicit ScriptedServer(const QString& connection = QStringLiteral("server"))
        : name_(connection), bus_(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connection)) {
        bus_.registerVirtualObject(path, this);
        appear();
    }

    ~ScriptedServer() override {
        bus_.unregisterObject(path);
        QDBusConnection::disconnectFromBus(name_);
    }

    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    bool appear() { return bus_.registerService(service); }

    bool vanish() { return bus_.unregisterService(service); }

    /// Calls of this method (all, if empty) stay unanswered until go_on().
    void hang(const QString& method = {}) {
        hangs_ = true;
        hangs_on_ = method;
    }

    void go_on() {
        hangs_ = false;
        for (const QDBusMessage& call : std::exchange(held_, {})) {
            answer(call);
        }
    }

    void closed(uint id, uint reason) { send("NotificationClosed", {id, reason}); }

    void invoked(uint id, const QString& key) { send("ActionInvoked", {id, key}); }

    void token(uint id, const QString& token) { send("ActivationToken", {id, token}); }

    void send(const char* signal, const QVariantList& values) {
        QDBusMessage message = QDBusMessage::createSignal(path, service, QLatin1String(signal));
        message.setArguments(values);
        bus_.send(message);
    }

    QString server_name = QStringLiteral("scripted");
    QStringList capabilities{"actions", "body", "body-markup"};
    std::vector<Note> notes;
    std::vector<uint> withdrawn;
    QStringList calls;

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& call, const QDBusConnection& /*bus*/) override {
        if (call.interface() != service) {
            return false;
        }
        calls << call.member();
        if (hangs_ && (hangs_on_.isEmpty() || hangs_on_ == call.member())) {
            call.setDelayedReply(true);
            held_.push_back(call);
        } else {
            answer(call);
        }
        return true;
    }

private:
    inline static const QString path = QStringLiteral("/org/freedesktop/Notifications");
    inline static const QString service = QStringLiteral("org.freedesktop.Notifications");

    void answer(const QDBusMessage& call) {
        const QVariantList values = call.arguments();
        if (call.member() == QLatin1String("GetCapabilities")) {
            bus_.send(call.createReply(capabilities));
        } else if (call.member() == QLatin1String("GetServerInformation")) {
            bus_.send(call.createReply(QVariantList{server_name, "Limber", "1", "1.2"}));
        } else if (call.member() == QLatin1String("Notify")) {
            const uint replaces = values.at(1).toUInt();
            const uint id = replaces != 0 ? replaces : ++last_;
            notes.push_back({id, replaces, values.at(3).toString(), values.at(4).toString(),
                             values.at(5).toStringList(), qdbus_cast<QVariantMap>(values.at(6)),
                             values.at(7).toInt()});
            bus_.send(call.createReply(id));
        } else if (call.member() == QLatin1String("CloseNotification")) {
            const uint id = values.at(0).toUInt();
            withdrawn.push_back(id);
            bus_.send(call.createReply());
            closed(id, 3);
        } else {
            bus_.send(call.createErrorReply(QDBusError::UnknownMethod, call.member()));
        }
    }

    QString name_;
    QDBusConnection bus_;
    bool hangs_ = false;
    QString hangs_on_;
    std::vector<QDBusMessage> held_;
    uint last_ = 0;
};

} // namespace limber::notify
