// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/follow.hpp"

#include <QDBusError>

#include <expected>
#include <utility>

namespace limber::bus {

namespace {

bool hangs(const QDBusError& error) {
    return error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout ||
           error.type() == QDBusError::TimedOut;
}

} // namespace

NameOwner::NameOwner(const QDBusConnection& bus, const QString& name, Changed changed)
    : watcher_(name, bus, QDBusServiceWatcher::WatchForOwnerChange), changed_(std::move(changed)) {
    connect(&watcher_, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString& /*name*/, const QString& /*before*/, const QString& now) { is_now(now); });
    call(
        *this, driver_on(bus), "GetNameOwner", {name},
        [this](const Answer& answer) {
            // a change that was told meanwhile is newer; an error says that nobody has it
            if (!owner_) is_now(answer ? answer->value(0).toString() : QString{});
        },
        no_limit); // a bus that is busy, as at login, is no bus on which nobody has the name
}

void NameOwner::is_now(const QString& owner) {
    if (owner == owner_) return;
    owner_ = owner;
    const auto changed = changed_;
    changed(owner);
}

Signal::Signal(Object sender, const QString& name, Heard heard) : heard_(std::move(heard)) {
    sender.bus.connect(sender.service, sender.path, sender.interface, name, this,
                       SLOT(arrived(QDBusMessage)));
}

std::unique_ptr<Signal> Signal::of_lost_bus(const QDBusConnection& bus, std::function<void()> lost) {
    return std::make_unique<Signal>(
        Object{bus, {}, "/org/freedesktop/DBus/Local", "org.freedesktop.DBus.Local"}, "Disconnected",
        [lost = std::move(lost)](const QVariantList& /*nothing*/) { lost(); });
}

void Signal::arrived(const QDBusMessage& message) {
    const auto heard = heard_;
    heard(message.arguments());
}

Followed::Question Followed::property(const Object& object, const QString& name) {
    return {.object = properties_of(object),
            .method = QStringLiteral("Get"),
            .arguments = {object.interface, name},
            .signal_interface = QLatin1String{properties_interface},
            .signals_ = {QStringLiteral("PropertiesChanged")}};
}

Followed::Followed(Question question, Then answered)
    : question_(std::move(question)), answered_(std::move(answered)),
      owner_(question_.object.bus, question_.object.service,
             [this](const QString& owner) { owner_changed(owner); }) {}

void Followed::owner_changed(const QString& owner) {
    heard_.clear();
    ++asked_;
    if (owner.isEmpty()) {
        return answer(
            std::unexpected(QDBusError{QDBusError::ServiceUnknown, QStringLiteral("nobody has the name")}));
    }
    question_.object.service = owner;
    Object sender = question_.object;
    sender.interface = question_.signal_interface;
    if (question_.signals_of_any_path) sender.path.clear();
    // first listen, then ask: nothing is missed in between
    for (const QString& name : question_.signals_) {
        heard_.push_back(std::make_unique<Signal>(sender, name, [this](const QVariantList& values) {
            if (!question_.signals_answer) return ask();
            ++asked_;
            answer(values);
        }));
    }
    ask();
}

void Followed::ask() {
    ask_within(patience);
}

void Followed::ask_within(std::chrono::milliseconds length) {
    call(
        *this, question_.object, question_.method, question_.arguments,
        [this, length, number = ++asked_](const Answer& now) {
            if (number != asked_) return;
            if (length != no_limit && !now && hangs(now.error())) ask_within(no_limit);
            answer(now);
        },
        length);
}

void Followed::answer(const Answer& answer) const {
    const auto answered = answered_;
    answered(answer);
}

} // namespace limber::bus
