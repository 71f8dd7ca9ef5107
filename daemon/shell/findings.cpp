// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.hpp"

#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/status.hpp"
#include "text.hpp"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QString>
#include <QVariant>
#include <QtGlobal>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {
namespace {

constexpr int patience_ms = 1000;

std::string first_break(const bus::StatusReport& report) {
    const Status& status = report.status;
    if (status.next_break.empty()) return Limberd::tr("none is configured").toStdString();
    const auto* const rule = rule_named(status, status.next_break);
    const QString title = QString::fromStdString(rule == nullptr ? status.next_break : title_of(*rule));
    if (status.next_at)
        return Limberd::tr("%1 about %2").arg(title, bus::clock_text(report, *status.next_at)).toStdString();
    return Limberd::tr("%1 after %2 at the desk").arg(title, bus::left_text(status.next_left)).toStdString();
}

} // namespace

std::string display_found() {
    if (const auto wayland = qgetenv("WAYLAND_DISPLAY"); !wayland.isEmpty())
        return "Wayland (" + wayland.toStdString() + ")";
    if (const auto x11 = qgetenv("DISPLAY"); !x11.isEmpty()) return "X11 (" + x11.toStdString() + ")";
    return Limberd::tr("none").toStdString();
}

std::vector<std::string> lines_of(const Findings& findings) {
    std::string files;
    for (const auto& file : findings.files) {
        files += (files.empty() ? "" : ", ") + file.string();
    }
    if (files.empty()) {
        files = (findings.not_read.empty()
                     ? Limberd::tr("built-in settings; limber config default --write makes a file to change")
                     : Limberd::tr("built-in settings, until %1 is mended")
                           .arg(QString::fromStdString(findings.not_read)))
                    .toStdString();
    }
    const auto line = [](const QString& what, const std::string& found) {
        return what.toStdString() + " " + found;
    };
    return {
        line(Limberd::tr("Display:"), findings.display),
        line(Limberd::tr("Idle source:"), findings.idle),
        line(Limberd::tr("Notifications:"), findings.notifications),
        line(Limberd::tr("Settings:"), files),
        line(Limberd::tr("First break:"), first_break(findings.report)),
    };
}

void ask_notification_server(const QDBusConnection& bus, std::function<void(std::string)> found) {
    // a call on a connection that is not there would never end
    if (!bus.isConnected()) return found(Limberd::tr("none, there is no session bus").toStdString());
    auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("GetServerInformation"));
    question.setAutoStartService(false);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, patience_ms));
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, found = std::move(found)] {
            const QVariantList answer = watcher->reply().arguments();
            watcher->deleteLater();
            if (watcher->isError() || answer.size() < 3) {
                found(Limberd::tr("no server is running yet; the first prompt asks the desktop for one")
                          .toStdString());
            } else {
                found((answer.at(0).toString() + QLatin1Char{' '} + answer.at(2).toString()).toStdString());
            }
        });
}

} // namespace limber::shell
