// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.hpp"

#include "bus/call.hpp"
#include "bus/daemon_link.hpp"
#include "bus/follow.hpp"
#include "output.hpp"
#include "words/text.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QObject>
#include <QSocketNotifier>

#include <unistd.h>

namespace limber::cli {
namespace {

Failure failure_of(const QDBusError& error) {
    const bool no_daemon = error.type() == QDBusError::ServiceUnknown ||
                           error.type() == QDBusError::Disconnected || error.type() == QDBusError::NoServer;
    return {no_daemon ? Exit::no_daemon : Exit::failed,
            terminal::shown(bus::sentence_of(error).toStdString())};
}

} // namespace

Result<QVariantList> call(const QString& method, const QVariantList& arguments) {
    auto answer = bus::call_now(bus::daemon_on(QDBusConnection::sessionBus()), method, arguments);
    if (!answer) return std::unexpected(failure_of(answer.error()));
    return *answer;
}

Result<bus::Snapshot> present() {
    auto now = bus::read_now(QDBusConnection::sessionBus());
    if (!now) return std::unexpected(failure_of(now.error()));
    return *now;
}

Exit follow(const std::function<void(const Result<bus::Snapshot>&)>& tell) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    bus::DaemonLink link{bus};
    const auto lost = bus::Signal::of_lost_bus(bus, [] {
        const Failure failure{Exit::no_daemon,
                              _("The session bus closed the connection. Is the desktop session ending?")};
        QCoreApplication::exit(static_cast<int>(report(failure)));
    });
    // nobody reads any more: noticed now, not with the next thing to say
    const QSocketNotifier reader_gone{STDOUT_FILENO, QSocketNotifier::Exception};
    QObject::connect(&reader_gone, &QSocketNotifier::activated, &link,
                     [] { QCoreApplication::exit(static_cast<int>(Exit::failed)); });
    if (!bus.isConnected()) return report(failure_of({QDBusError::Disconnected, {}}));
    QObject::connect(&link, &bus::DaemonLink::changed, &link, [&] {
        if (link.report() != nullptr) return tell(link.snapshot());
        tell(std::unexpected(failure_of(link.trouble())));
    });
    return static_cast<Exit>(QCoreApplication::exec());
}

Exit report(const Failure& failure) {
    complain(failure.sentence);
    return failure.exit;
}

} // namespace limber::cli
