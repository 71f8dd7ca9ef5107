// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/inhibitor_list.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>
#include <utility>

namespace limber::quiet {

InhibitorList::InhibitorList(QDBusConnection bus, InhibitorQuestion question, std::function<void()> changed)
    : bus_(std::move(bus)), question_(std::move(question)), changed_(std::move(changed)),
      owner_(bus_, question_.service, [this](const QString& owner) { owner_changed(owner); }) {}

void InhibitorList::owner_changed(const QString& owner) {
    for (const auto& signal : question_.signals_) {
        const auto& interface = question_.signal_interface;
        if (!listened_to_.isEmpty())
            bus_.disconnect(listened_to_, question_.path, interface, signal, this, SLOT(ask()));
        if (!owner.isEmpty()) bus_.connect(owner, question_.path, interface, signal, this, SLOT(ask()));
    }
    listened_to_ = owner;
    if (owner.isEmpty()) return is_now(std::nullopt);
    ask();
}

void InhibitorList::ask() {
    auto message =
        QDBusMessage::createMethodCall(listened_to_, question_.path, question_.interface, question_.method);
    message.setAutoStartService(false);
    message.setArguments(question_.arguments);
    auto* answer = new QDBusPendingCallWatcher{bus_.asyncCall(message), this};
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, number = ++asked_] {
        answer->deleteLater();
        if (number != asked_) return;
        QVariant value = answer->reply().arguments().value(0);
        if (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
        is_now(answer->isError() ? std::nullopt : question_.inhibited(value));
    });
}

void InhibitorList::is_now(std::optional<bool> inhibited) {
    if (std::exchange(inhibited_, inhibited) != inhibited) changed_();
}

} // namespace limber::quiet
