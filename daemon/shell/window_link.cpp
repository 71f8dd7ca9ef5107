// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_link.hpp"

#include "bus/call.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "text.hpp"

#include <QDBusError>
#include <QString>
#include <QVariant>

#include <chrono>
#include <string>
#include <utility>

namespace limber::shell {

namespace {

/// Nobody waits for what is offered; the bus starts the window first.
constexpr std::chrono::milliseconds start_patience{10'000};

} // namespace

WindowLink::WindowLink(QDBusConnection bus, Report report)
    : bus_(std::move(bus)), report_(std::move(report)),
      painted_({bus_, bus::window_bus_name, bus::window_bus_path, bus::window_interface},
               bus::window_painted_signal,
               [this](const QVariantList& /*nothing*/) { tell(WindowNews::shows); }),
      owner_(bus_, bus::window_bus_name, [this](const QString& owner) {
          // what was asked for answers by itself, and what others open says when it has painted
          const bool was_there = std::exchange(there_, !owner.isEmpty());
          if (!waiting_ && was_there && !there_) tell(WindowNews::gone);
      }) {
    limit_.setSingleShot(true);
    limit_.setInterval(patience);
    connect(&limit_, &QTimer::timeout, this, [this] {
        tell(WindowNews::refused, answered_ ? Limberd::tr("it has come, and painted nothing in time")
                                            : Limberd::tr("it does not answer"));
    });
}

void WindowLink::open(const std::string& activation_token) {
    waiting_ = true;
    answered_ = false;
    limit_.start();
    ask(activation_token, false);
}

void WindowLink::offer() {
    const auto answered = [this](const bus::Answer& answer) {
        if (waiting_) return; // a session has begun meanwhile
        answer ? tell(WindowNews::shows) : refuse(answer.error());
    };
    bus::call(*this, bus::window_on(bus_), QStringLiteral("Activate"), bus::to_show_window({}), answered,
              start_patience);
}

void WindowLink::forget() {
    waiting_ = false;
    limit_.stop();
}

void WindowLink::ask(const std::string& activation_token, bool again) {
    const auto answered = [this, number = ++asked_, activation_token, again](const bus::Answer& answer) {
        if (number != asked_ || !waiting_) return;
        if (answer) {
            answered_ = true;
        } else if (!again && answer.error().type() == QDBusError::NoReply) {
            // it was just closing: now the bus starts another one
            ask(activation_token, true);
        } else {
            refuse(answer.error());
        }
    };
    bus::call(*this, bus::window_on(bus_), QStringLiteral("ActivateAction"),
              bus::to_show_session(QString::fromStdString(activation_token)), answered);
}

void WindowLink::refuse(const QDBusError& error) {
    tell(WindowNews::refused, error.type() == QDBusError::ServiceUnknown
                                  ? Limberd::tr("limber-window is not installed, or the session bus does not "
                                                "know it")
                                  : error.message());
}

void WindowLink::tell(WindowNews news, const QString& why) {
    forget();
    report_(news, why.toStdString());
}

} // namespace limber::shell
