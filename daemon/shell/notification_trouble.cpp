// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_trouble.hpp"

#include "log.hpp"
#include "notify/notifier.hpp"
#include "settings/problem.hpp"
#include "text.hpp"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QString>
#include <fmt/format.h>

#include <memory>

namespace limber::shell {

namespace {

settings::Problem problem_of(const notify::NotifierReply& reply) {
    using Cause = notify::NotifierReply::Cause;
    QString what =
        Limberd::tr("Notifications cannot be shown (%1).").arg(QString::fromStdString(reply.error));
    QString remedy;
    if (reply.cause == Cause::no_server) {
        what = Limberd::tr("No notification server runs here.");
        remedy = Limberd::tr("install and start one, such as dunst, or mako-notifier under Wayland");
    } else if (reply.cause == Cause::no_answer) {
        what = Limberd::tr("The notification server does not answer.");
        remedy = Limberd::tr("end it and start it again; a new login does both");
    }
    const QString meanwhile = Limberd::tr("Breaks are suggested in the tray and by “limber status” alone.");
    return {.message = (what + QLatin1Char{' '} + meanwhile).toStdString(), .hint = remedy.toStdString()};
}

} // namespace

void NotificationTrouble::heard(const notify::NotifierReply& reply) {
    using Kind = notify::NotifierReply::Kind;
    if (reply.kind == Kind::shown) board_.set("notifications", {});
    if (reply.kind != Kind::failed) return;
    log::warning(fmt::format("notification: {}", reply.error));
    if (reply.cause == notify::NotifierReply::Cause::none) return; // one that went away has a successor
    board_.set("notifications", {problem_of(reply)});
    if (watch_) return;
    watch_ = std::make_unique<QDBusServiceWatcher>(QStringLiteral("org.freedesktop.Notifications"),
                                                   QDBusConnection::sessionBus(),
                                                   QDBusServiceWatcher::WatchForRegistration);
    QObject::connect(watch_.get(), &QDBusServiceWatcher::serviceRegistered, watch_.get(),
                     [this] { board_.set("notifications", {}); });
}

} // namespace limber::shell
