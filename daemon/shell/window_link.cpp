// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_link.hpp"

#include "bus/names.hpp"
#include "bus/window_call.hpp"
#include "text.hpp"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QString>

#include <string>
#include <utility>

namespace limber::shell {

WindowLink::WindowLink(QDBusConnection bus, Report report)
    : bus_(std::move(bus)), report_(std::move(report)),
      watcher_(QLatin1String{bus::window_bus_name}, bus_, QDBusServiceWatcher::WatchForOwnerChange) {
    limit_.setSingleShot(true);
    limit_.setInterval(patience);
    connect(&limit_, &QTimer::timeout, this, [this] {
        tell(WindowNews::refused, answered_ ? Limberd::tr("it has come, and painted nothing in time")
                                            : Limberd::tr("it does not answer"));
    });
    connect(
        &watcher_, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString& /*name*/, const QString& /*old*/, const QString& now) { owner_changed(now); });
    bus_.connect(QLatin1String{bus::window_bus_name}, QLatin1String{bus::window_bus_path},
                 QLatin1String{bus::window_interface}, QLatin1String{bus::window_painted_signal}, this,
                 SLOT(painted()));
}

void WindowLink::open(const std::string& activation_token) {
    waiting_ = true;
    answered_ = false;
    if (!bus_.isConnected()) {
        // such calls never end
        QTimer::singleShot(0, this,
                           [this] { tell(WindowNews::refused, Limberd::tr("there is no session bus")); });
        return;
    }
    limit_.start();
    ask(activation_token, false);
}

void WindowLink::ask(const std::string& activation_token, bool again) {
    const QDBusMessage call = bus::show_session_call(QString::fromStdString(activation_token));
    const int number = ++asked_;
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): owned by this
    auto* answer = new QDBusPendingCallWatcher{bus_.asyncCall(call), this};
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this, answer, number, activation_token, again] {
                answer->deleteLater();
                if (number != asked_ || !waiting_) return;
                const QDBusPendingReply<> reply = *answer;
                if (!reply.isError()) {
                    answered_ = true;
                } else if (!again && reply.error().type() == QDBusError::NoReply) {
                    // it was just closing: now the bus starts another one
                    ask(activation_token, true);
                } else {
                    refuse(reply.error());
                }
            });
}

void WindowLink::refuse(const QDBusError& error) {
    tell(WindowNews::refused, error.type() == QDBusError::ServiceUnknown
                                  ? Limberd::tr("limber-window is not installed, or the session bus does not "
                                                "know it")
                                  : error.message());
}

void WindowLink::painted() {
    tell(WindowNews::shows);
}

void WindowLink::owner_changed(const QString& owner) {
    // what was asked for answers by itself, and what others open says when it has painted
    if (!waiting_ && owner.isEmpty()) tell(WindowNews::gone);
}

void WindowLink::tell(WindowNews news, const QString& why) {
    waiting_ = false;
    limit_.stop();
    report_(news, why.toStdString());
}

} // namespace limber::shell
