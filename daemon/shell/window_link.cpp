// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_link.hpp"

#include "bus/names.hpp"
#include "bus/window_call.hpp"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QString>

#include <string>
#include <utility>

namespace limber::shell {

WindowLink::WindowLink(QDBusConnection bus, std::function<void(WindowNews)> report)
    : bus_(std::move(bus)), report_(std::move(report)),
      watcher_(QLatin1String{bus::window_bus_name}, bus_, QDBusServiceWatcher::WatchForOwnerChange) {
    limit_.setSingleShot(true);
    limit_.setInterval(patience);
    QObject::connect(&limit_, &QTimer::timeout, &context_, [this] { tell(WindowNews::refused); });
    QObject::connect(
        &watcher_, &QDBusServiceWatcher::serviceOwnerChanged, &context_,
        [this](const QString& /*name*/, const QString& /*old*/, const QString& now) { owner_changed(now); });
}

void WindowLink::open(const std::string& activation_token) {
    if (!bus_.isConnected()) {
        // such calls never end
        QTimer::singleShot(0, &context_, [this] { tell(WindowNews::refused); });
        return;
    }
    waiting_ = true;
    limit_.start();
    ask(activation_token, false);
}

void WindowLink::ask(const std::string& activation_token, bool again) {
    const QDBusMessage call = bus::show_session_call(QString::fromStdString(activation_token));
    const int number = ++asked_;
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): owned by the context
    auto* answer = new QDBusPendingCallWatcher{bus_.asyncCall(call), &context_};
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, &context_,
                     [this, answer, number, activation_token, again] {
                         answer->deleteLater();
                         if (number != asked_) return;
                         const QDBusPendingReply<> reply = *answer;
                         if (!reply.isError()) {
                             tell(WindowNews::shows);
                         } else if (waiting_ && !again && reply.error().type() == QDBusError::NoReply) {
                             // it was just closing: now the bus starts another one
                             ask(activation_token, true);
                         } else if (waiting_) {
                             tell(WindowNews::refused);
                         }
                     });
}

void WindowLink::owner_changed(const QString& owner) {
    // what was asked for answers by itself; here are those that somebody else opened, and those that end
    if (waiting_) return;
    tell(owner.isEmpty() ? WindowNews::gone : WindowNews::shows);
}

void WindowLink::tell(WindowNews news) {
    waiting_ = false;
    limit_.stop();
    report_(news);
}

} // namespace limber::shell
