// SPDX-License-Identifier: GPL-3.0-or-later
#include "examination.hpp"

#include "bus/names.hpp"
#include "clock.hpp"
#include "history/sqlite_history.hpp"
#include "idle/display.hpp"
#include "idle/idle_source.hpp"
#include "idle/probe.hpp"
#include "idle/x11_tray.hpp"
#include "logind/session_search.hpp"
#include "settings/state_folder.hpp"
#include "translation/person_language.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTimer>
#include <QVariant>
#include <QVariantList>
#include <QVariantMap>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <system_error>
#include <utility>

namespace limber::shell {
namespace {

const QString notifications = QStringLiteral("org.freedesktop.Notifications");
const QString tray_watcher = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString properties_of = QStringLiteral("org.freedesktop.DBus.Properties");
const QString bus_driver = QStringLiteral("org.freedesktop.DBus");

// Names on the session bus that doctor has something to say of.
const std::array names_of_interest{
    QString{bus::bus_name},
    QStringLiteral("org.limber.Tray"),
    notifications,
    tray_watcher,
    QStringLiteral("org.gnome.Mutter.IdleMonitor"),
    QStringLiteral("org.gnome.SessionManager"),
    QStringLiteral("org.kde.Solid.PowerManagement.PolicyAgent"),
    QStringLiteral("org.freedesktop.PowerManagement"),
    QStringLiteral("org.freedesktop.ScreenSaver"),
    QStringLiteral("org.gnome.ScreenSaver"),
    QStringLiteral("org.cinnamon.ScreenSaver"),
    QStringLiteral("org.mate.ScreenSaver"),
};

QDBusMessage call(const QString& service, const QString& path, const QString& interface,
                  const QString& method, const QVariantList& arguments = {}) {
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

QJsonObject session_facts(const QVariantMap& session) {
    const auto text = [&](const char* key) { return session.value(QLatin1String{key}).toString(); };
    const auto flag = [&](const char* key) { return session.value(QLatin1String{key}).toBool(); };
    return {{"id", text("Id")},
            {"type", text("Type")},
            {"active", flag("Active")},
            {"remote", flag("Remote")},
            {"locked", flag("LockedHint")}};
}

} // namespace

Examination::Examination(QDBusConnection session_bus, QDBusConnection system_bus,
                         std::function<Instant()> now)
    : session_bus_(std::move(session_bus)), system_bus_(std::move(system_bus)), now_(std::move(now)) {
    deadline_.setSingleShot(true);
    connect(&deadline_, &QTimer::timeout, this, [this] { finish(); });
}

void Examination::start(std::function<void(const QJsonObject&)> done) {
    done_ = std::move(done);
    deadline_.start(patience);
    facts_ = {{"version", QStringLiteral(LIMBER_VERSION)},
              {"session_bus", session_bus_.isConnected()},
              {"system_bus", system_bus_.isConnected()}};
    open_ = 1; // so that an answer that comes at once does not end it
    look_at_environment();
    look_at_history();
    look_for_idle_source();
    look_for_x11_tray();
    if (session_bus_.isConnected()) look_at_session_bus();
    if (system_bus_.isConnected()) look_at_session();
    answered();
}

void Examination::look_at_environment() {
    const auto environment = idle::DisplayEnvironment::of_this_process();
    facts_["display"] = QJsonObject{{"wayland", QString::fromStdString(environment.wayland_display)},
                                    {"x11", QString::fromStdString(environment.x11_display)},
                                    {"type", QString::fromStdString(environment.session_type)}};
    QJsonArray sockets;
    for (const auto& socket : idle::present_wayland_sockets(environment)) {
        sockets.append(QString::fromStdString(socket));
    }
    facts_["sockets"] = sockets;
}

void Examination::look_for_idle_source() {
    ++open_;
    const auto nothing_to_report = [](const idle::IdleReport& /*report*/) {};
    idle::probe_idle_sources(*this, idle::DisplayEnvironment::of_this_process(), now_, nothing_to_report,
                             [this](const idle::Probed& probed) {
                                 QJsonArray refused;
                                 for (const auto& source : probed.refused) {
                                     refused.append(
                                         QJsonObject{{"name", QString::fromStdString(source.name)},
                                                     {"reason", QString::fromStdString(source.reason)}});
                                 }
                                 QJsonObject idle{{"refused", refused}};
                                 if (probed.source) {
                                     idle["source"] = QString::fromStdString(probed.source->name());
                                     idle["inhibitor_aware"] = probed.source->inhibitor_aware();
                                 }
                                 facts_["idle"] = idle;
                                 answered();
                             });
}

void Examination::look_for_x11_tray() {
    const auto there = idle::x11_tray_there(idle::DisplayEnvironment::of_this_process(), idle::x11_patience);
    if (there) facts_["x11_tray"] = *there;
}

void Examination::look_at_session_bus() {
    const auto path = QStringLiteral("/org/freedesktop/DBus");
    ask(session_bus_, call(bus_driver, path, bus_driver, QStringLiteral("ListNames")),
        [this](const QVariantList& answer) {
            const QStringList there = answer.value(0).toStringList();
            QJsonArray names;
            for (const auto& name : names_of_interest) {
                if (there.contains(name)) names.append(name);
            }
            facts_["names"] = names;
            if (there.contains(notifications)) ask_notifications();
            if (there.contains(tray_watcher)) ask_tray();
        });
    ask(session_bus_, call(bus_driver, path, bus_driver, QStringLiteral("ListActivatableNames")),
        [this](const QVariantList& answer) {
            facts_["notifications_startable"] = answer.value(0).toStringList().contains(notifications);
        });
}

void Examination::ask_notifications() {
    const auto path = QStringLiteral("/org/freedesktop/Notifications");
    const auto note = [this](const char* key, const QJsonValue& value) {
        QJsonObject server = facts_["notifications"].toObject();
        server[QLatin1String{key}] = value;
        facts_["notifications"] = server;
    };
    ask(session_bus_, call(notifications, path, notifications, QStringLiteral("GetServerInformation")),
        [note](const QVariantList& answer) {
            note("name", answer.value(0).toString());
            note("vendor", answer.value(1).toString());
            note("version", answer.value(2).toString());
        });
    ask(session_bus_, call(notifications, path, notifications, QStringLiteral("GetCapabilities")),
        [note](const QVariantList& answer) {
            note("capabilities", QJsonArray::fromStringList(answer.value(0).toStringList()));
        });
}

void Examination::ask_tray() {
    ask(session_bus_,
        call(tray_watcher, QStringLiteral("/StatusNotifierWatcher"), properties_of, QStringLiteral("Get"),
             {tray_watcher, QStringLiteral("IsStatusNotifierHostRegistered")}),
        [this](const QVariantList& answer) {
            facts_["tray_host"] = answer.value(0).value<QDBusVariant>().variant().toBool();
        });
}

void Examination::look_at_session() {
    const QString login = QString::fromLatin1(logind::logind_service);
    ask(system_bus_,
        call(login, QString::fromLatin1(logind::logind_path), QStringLiteral("org.freedesktop.DBus.Peer"),
             QStringLiteral("Ping")),
        [this](const QVariantList& /*answer*/) { facts_["logind"] = true; });
    ++open_;
    logind::find_login_session(*this, system_bus_, [this, login](const QString& path) {
        if (!path.isEmpty()) {
            ask(system_bus_,
                call(login, path, properties_of, QStringLiteral("GetAll"),
                     {QString::fromLatin1(logind::logind_session)}),
                [this](const QVariantList& answer) {
                    facts_["session"] = session_facts(qdbus_cast<QVariantMap>(answer.value(0)));
                });
        }
        answered();
    });
}

void Examination::look_at_history() {
    const auto file = settings::state_folder() / "history.db";
    std::error_code trouble;
    const bool there = std::filesystem::exists(file, trouble);
    QJsonObject history{{"file", QString::fromStdString(file.string())}, {"there", there}};
    if (there) {
        if (const auto readable = history::try_history(file); !readable)
            history["error"] = QString::fromStdString(readable.error());
    } else if (trouble) {
        history["error"] = QString::fromStdString(trouble.message());
    }
    facts_["history"] = history;
}

void Examination::ask(const QDBusConnection& bus, const QDBusMessage& question, Then then) {
    ++open_;
    auto* watcher = new QDBusPendingCallWatcher{
        bus.asyncCall(question, static_cast<int>(std::chrono::milliseconds{patience}.count())), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (!watcher->isError()) then(watcher->reply().arguments());
        answered();
    });
}

void Examination::answered() {
    if (--open_ == 0) finish();
}

void Examination::finish() {
    deadline_.stop();
    if (const auto done = std::exchange(done_, {})) done(facts_);
}

int examine(int argc, char** argv) {
    const QCoreApplication application{argc, argv};
    translation::speak_persons_language(); // sources say in words why they cannot be used
    Clock clock;
    Examination examination{QDBusConnection::sessionBus(), QDBusConnection::systemBus(),
                            [&clock] { return clock.now().at; }};
    examination.start([](const QJsonObject& facts) {
        const QByteArray text = QJsonDocument{facts}.toJson();
        const bool written = std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()),
                                         stdout) == static_cast<std::size_t>(text.size()) &&
                             std::fflush(stdout) == 0;
        // later: a display that answers at once does so before the loop runs
        QTimer::singleShot(0, QCoreApplication::instance(),
                           [written] { QCoreApplication::exit(written ? 0 : 1); });
    });
    return QCoreApplication::exec();
}

} // namespace limber::shell
