// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to ask anybody on a bus: never longer than one has patience, and nobody is started by the way.
#pragma once

#include <QDBusConnection>
#include <QDBusError>
#include <QString>
#include <QVariant>

#include <chrono>
#include <expected>
#include <functional>
#include <limits>

class QObject;

namespace limber::bus {

inline constexpr auto properties_interface = "org.freedesktop.DBus.Properties";

/// How long somebody who has a name, and answers nothing, is waited for.
inline constexpr std::chrono::milliseconds patience = std::chrono::seconds{3};

/// For what must be known whenever it comes.
inline constexpr std::chrono::milliseconds no_limit{std::numeric_limits<int>::max()};

/// An object on a bus, seen through one of its interfaces.
struct Object {
    QDBusConnection bus;
    QString service; ///< also a unique name: nobody else is taken for it then
    QString path;
    QString interface;
    bool may_start = false; ///< a call has the bus start it where it is not running
};

/// What a method returned, or why it did not.
using Answer = std::expected<QVariantList, QDBusError>;
using Then = std::function<void(const Answer&)>;

/// Calls a method and returns at once. `then` is called once, from the main loop: with the answer, or with an
/// error after `length` at the latest, also where there is no bus; never once `context` is gone.
void call(QObject& context, const Object& object, const QString& method, const QVariantList& arguments,
          Then then, std::chrono::milliseconds length = patience);

/// All properties; none where there is no answer.
void read_all(QObject& context, const Object& object, std::function<void(const QVariantMap&)> then,
              std::chrono::milliseconds length = patience);

/// Sends the call and waits for nothing.
void tell(const Object& object, const QString& method, const QVariantList& arguments);

/// As call(), for programs that have nothing else to do meanwhile.
[[nodiscard]] Answer call_now(const Object& object, const QString& method, const QVariantList& arguments,
                              std::chrono::milliseconds length = patience);

/// The bus itself.
[[nodiscard]] Object driver_on(const QDBusConnection& bus);

/// The same object's properties.
[[nodiscard]] Object properties_of(Object object);

/// The property that Properties.Get has answered with; invalid where there is none.
[[nodiscard]] QVariant property_in(const Answer& answer);

/// The map of properties that GetAll has answered with.
[[nodiscard]] QVariantMap properties_in(const Answer& answer);

} // namespace limber::bus
