// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/screen_saver.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QString>
#include <QStringLiteral>
#include <QVariant>

#include <functional>
#include <utility>

namespace limber::quiet {

ScreenSaver::ScreenSaver(QDBusConnection bus, QString service, QString path, std::function<void(bool)> tell)
    : bus_(std::move(bus)), service_(std::move(service)), path_(std::move(path)), tell_(std::move(tell)),
      owner_(bus_, service_, [this](const QString& owner) { owner_changed(owner); }) {}

void ScreenSaver::owner_changed(const QString& owner) {
    const auto signal = QStringLiteral("ActiveChanged");
    // Plasma says it from two paths.
    if (!listened_to_.isEmpty())
        bus_.disconnect(listened_to_, {}, service_, signal, this, SLOT(active_changed(bool)));
    listened_to_ = owner;
    if (owner.isEmpty()) return tell_(false);
    bus_.connect(owner, {}, service_, signal, this, SLOT(active_changed(bool)));
    ask(owner);
}

void ScreenSaver::ask(const QString& owner) {
    auto question = QDBusMessage::createMethodCall(owner, path_, service_, QStringLiteral("GetActive"));
    question.setAutoStartService(false);
    auto* answer = new QDBusPendingCallWatcher{bus_.asyncCall(question), this};
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, owner] {
        answer->deleteLater();
        // who has the name without the method (GNOME's stand-in has) says nothing
        const QVariant active = answer->reply().arguments().value(0);
        if (owner != listened_to_ || answer->isError() || active.typeId() != QMetaType::Bool) return;
        tell_(active.toBool());
    });
}

void ScreenSaver::active_changed(bool active) {
    tell_(active);
}

} // namespace limber::quiet
