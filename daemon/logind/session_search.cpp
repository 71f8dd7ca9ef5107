// SPDX-License-Identifier: GPL-3.0-or-later
#include "logind/session_search.hpp"

#include "bus/call.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QLatin1String>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QVariant>
#include <QVariantList>
#include <QVariantMap>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unistd.h>
#include <utility>

namespace limber::logind {
namespace {

constexpr std::chrono::milliseconds search_patience = std::chrono::seconds{10};

/// The user id in a session's `User` property, of type (uo).
std::optional<uint> user_of(const QVariantMap& session) {
    const QVariant user = session.value(QStringLiteral("User"));
    if (!user.canConvert<QDBusArgument>()) return std::nullopt;
    const auto pair = user.value<QDBusArgument>();
    if (pair.currentSignature() != QLatin1String{"(uo)"}) return std::nullopt;
    uint id = 0;
    pair.beginStructure();
    pair >> id;
    pair.endStructure();
    return id;
}

/// The object path in a user's `Display` property, of type (so). Empty when the user has none.
QString display_of(const QVariantList& answer) {
    const QVariant display = qvariant_cast<QDBusVariant>(answer.value(0)).variant();
    if (!display.canConvert<QDBusArgument>()) return {};
    const auto pair = display.value<QDBusArgument>();
    if (pair.currentSignature() != QLatin1String{"(so)"}) return {};
    QString id;
    QDBusObjectPath path;
    pair.beginStructure();
    pair >> id >> path;
    pair.endStructure();
    return id.isEmpty() ? QString{} : path.path();
}

QString path_in(const QVariantList& answer) {
    return qvariant_cast<QDBusObjectPath>(answer.value(0)).path();
}

/// One search, from one way to the next; lives as long as a question is open.
struct Search : std::enable_shared_from_this<Search> {
    Search(QObject& owner, QDBusConnection bus, std::function<void(const QString&)> then)
        : context(owner), system_bus(std::move(bus)), found(std::move(then)) {}

    QObject& context;
    QDBusConnection system_bus;
    std::function<void(const QString&)> found;

    void by_id() {
        const QString id = qEnvironmentVariable("XDG_SESSION_ID");
        if (id.isEmpty()) return by_process();
        ask(QLatin1String{logind_path}, logind_manager, "GetSession", {id},
            [self = shared_from_this()](const QVariantList& answer) {
                const QString path = path_in(answer);
                if (path.isEmpty()) return self->by_process();
                self->read(path, [self, path](const QVariantMap& session) {
                    if (user_of(session) != ::getuid()) return self->by_process();
                    self->found(path);
                });
            });
    }

    // Signals come from the session's own path, so its name is asked for.
    void by_process() {
        read(QStringLiteral("/org/freedesktop/login1/session/auto"),
             [self = shared_from_this()](const QVariantMap& session) {
                 const QString id = session.value(QStringLiteral("Id")).toString();
                 if (id.isEmpty()) return self->by_display();
                 self->ask(QLatin1String{logind_path}, logind_manager, "GetSession", {id},
                           [self](const QVariantList& answer) {
                               const QString path = path_in(answer);
                               if (path.isEmpty()) return self->by_display();
                               self->found(path);
                           });
             });
    }

    void by_display() {
        ask(QLatin1String{logind_path}, logind_manager, "GetUser", {::getuid()},
            [self = shared_from_this()](const QVariantList& user) {
                const QString path = path_in(user);
                if (path.isEmpty()) return self->found({});
                self->ask(path, bus::properties_interface, "Get",
                          {QStringLiteral("org.freedesktop.login1.User"), QStringLiteral("Display")},
                          [self](const QVariantList& answer) { self->found(display_of(answer)); });
            });
    }

    void read(const QString& path, std::function<void(const QVariantMap&)> then) {
        bus::read_all(context, {system_bus, logind_service, path, logind_session}, std::move(then),
                      search_patience);
    }

    /// `then` gets the answer, or an empty list for an error.
    void ask(const QString& path, const char* interface, const char* method, const QVariantList& arguments,
             std::function<void(const QVariantList&)> then) {
        bus::call(
            context, {system_bus, logind_service, path, interface}, method, arguments,
            [then = std::move(then)](const bus::Answer& answer) { then(answer.value_or(QVariantList{})); },
            search_patience);
    }
};

} // namespace

void find_login_session(QObject& context, const QDBusConnection& system_bus,
                        std::function<void(const QString&)> found) {
    std::make_shared<Search>(context, system_bus, std::move(found))->by_id();
}

} // namespace limber::logind
