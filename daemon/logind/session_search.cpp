// SPDX-License-Identifier: GPL-3.0-or-later
#include "logind/session_search.hpp"

#include "bus/call.hpp"
#include "idle/display.hpp"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QLatin1String>
#include <QObject>
#include <QStringList>
#include <QStringLiteral>
#include <QVariant>
#include <QVariantList>

#include <algorithm>
#include <chrono>
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

/// The object path of what is told as a pair of its name and that, of type (so). Empty where it has no name.
QString path_read(const QDBusArgument& from) {
    QString id;
    QDBusObjectPath path;
    from.beginStructure();
    from >> id >> path;
    from.endStructure();
    return id.isEmpty() ? QString{} : path.path();
}

/// A property's value, to be read from; of another type than it must be: nothing.
std::optional<QDBusArgument> argument_in(const QVariantList& answer, QLatin1String signature) {
    const QVariant value = qvariant_cast<QDBusVariant>(answer.value(0)).variant();
    if (!value.canConvert<QDBusArgument>()) return std::nullopt;
    auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != signature) return std::nullopt;
    return argument;
}

/// The object path in a user's `Display` property. Empty when the user has none.
QString display_of(const QVariantList& answer) {
    const auto display = argument_in(answer, QLatin1String{"(so)"});
    return display ? path_read(*display) : QString{};
}

/// The object paths in a user's `Sessions` property.
QStringList sessions_of(const QVariantList& answer) {
    const auto list = argument_in(answer, QLatin1String{"a(so)"});
    if (!list) return {};
    QStringList paths;
    list->beginArray();
    while (!list->atEnd())
        paths.push_back(path_read(*list));
    list->endArray();
    return paths;
}

QString path_in(const QVariantList& answer) {
    return qvariant_cast<QDBusObjectPath>(answer.value(0)).path();
}

/// Without its screen's number; a host may have dots as well.
QString x11_display_of(const QString& display) {
    const auto dot = display.indexOf(u'.', std::max<qsizetype>(display.lastIndexOf(u':'), 0));
    return dot < 0 ? display : display.left(dot);
}

/// One search, from one way to the next; lives as long as a question is open.
struct Search : std::enable_shared_from_this<Search> {
    Search(QObject& owner, QDBusConnection bus, std::function<void(const QString&)> then)
        : context(owner), system_bus(std::move(bus)), found(std::move(then)) {}

    QObject& context;
    QDBusConnection system_bus;
    std::function<void(const QString&)> found;
    const idle::DisplayEnvironment environment = idle::DisplayEnvironment::of_this_process();
    const QString display = x11_display_of(QString::fromStdString(environment.x11_display));
    const bool on_display = !display.isEmpty() || !environment.wayland_display.empty();
    QString user;        ///< object path
    QString around_ours; ///< if no session is on our display

    /// Not one of a login that is over, nor by ssh where we have a display.
    [[nodiscard]] bool can_be_ours(const QVariantMap& session) const {
        const bool by_ssh = session.value(QStringLiteral("Remote")).toBool() &&
                            session.value(QStringLiteral("Type")) == QStringLiteral("tty");
        return user_of(session) == ::getuid() && is_open(session) && !(by_ssh && on_display);
    }

    /// Nor one on another display of this user.
    [[nodiscard]] bool may_be_ours(const QVariantMap& session) const {
        const QString theirs = x11_display_of(session.value(QStringLiteral("Display")).toString());
        return can_be_ours(session) && (theirs.isEmpty() || display.isEmpty() || theirs == display);
    }

    void by_id() {
        if (environment.session_id.empty()) return by_display();
        session_of(QString::fromStdString(environment.session_id),
                   [self = shared_from_this()](const QString& path, const QVariantMap& session) {
                       if (self->may_be_ours(session)) return self->found(path);
                       // of a display in a window of that session's logind knows nothing
                       if (self->can_be_ours(session)) self->around_ours = path;
                       self->by_display();
                   });
    }

    // logind notes the X11 display of a session, and none for Wayland
    void by_display() {
        ask(QLatin1String{logind_path}, logind_manager, "GetUser", {::getuid()},
            [self = shared_from_this()](const QVariantList& answer) {
                self->user = path_in(answer);
                if (self->user.isEmpty() || self->display.isEmpty()) return self->by_process();
                self->ask_user("Sessions",
                               [self](const QVariantList& sessions) { self->among(sessions_of(sessions)); });
            });
    }

    void among(QStringList paths) {
        if (paths.isEmpty()) return by_process();
        const QString path = paths.takeFirst();
        read(path, [self = shared_from_this(), path, paths](const QVariantMap& session) {
            const QString theirs = x11_display_of(session.value(QStringLiteral("Display")).toString());
            if (self->may_be_ours(session) && theirs == self->display) return self->found(path);
            self->among(paths);
        });
    }

    // Signals come from the session's own path, so its name is asked for.
    void by_process() {
        read(QStringLiteral("/org/freedesktop/login1/session/auto"),
             [self = shared_from_this()](const QVariantMap& automatic) {
                 const QString id = automatic.value(QStringLiteral("Id")).toString();
                 if (id.isEmpty()) return self->by_user();
                 self->session_of(id, [self](const QString& path, const QVariantMap& session) {
                     self->may_be_ours(session) ? self->found(path) : self->by_user();
                 });
             });
    }

    void by_user() {
        if (user.isEmpty()) return found(around_ours);
        ask_user("Display", [self = shared_from_this()](const QVariantList& answer) {
            const QString path = display_of(answer);
            if (path.isEmpty()) return self->found(self->around_ours);
            self->read(path, [self, path](const QVariantMap& session) {
                self->found(self->may_be_ours(session) ? path : self->around_ours);
            });
        });
    }

    /// `then` gets its path and properties, both empty if there is none.
    void session_of(const QString& id, std::function<void(const QString&, const QVariantMap&)> then) {
        ask(QLatin1String{logind_path}, logind_manager, "GetSession", {id},
            [self = shared_from_this(), then = std::move(then)](const QVariantList& answer) {
                const QString path = path_in(answer);
                if (path.isEmpty()) return then({}, {});
                self->read(path, [path, then](const QVariantMap& session) { then(path, session); });
            });
    }

    void ask_user(const char* property, std::function<void(const QVariantList&)> then) {
        ask(user, bus::properties_interface, "Get",
            {QStringLiteral("org.freedesktop.login1.User"), QLatin1String{property}}, std::move(then));
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

bool is_open(const QVariantMap& session) {
    return session.value(QStringLiteral("State")) != QStringLiteral("closing");
}

void find_login_session(QObject& context, const QDBusConnection& system_bus,
                        std::function<void(const QString&)> found) {
    std::make_shared<Search>(context, system_bus, std::move(found))->by_id();
}

} // namespace limber::logind
