// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.hpp"

#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "core/finding.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "idle/sources.hpp"
#include "text.hpp"

#include <QDBusConnection>
#include <QDBusError>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {
namespace {

/// A server that has answered before does so in no time.
constexpr std::chrono::milliseconds lively = std::chrono::seconds{2};

bool started_by_systemd() {
    return qEnvironmentVariableIsSet("INVOCATION_ID");
}

/// What is worth knowing of this server; empty if it is as one expects.
std::string quirk_of(const std::string& server) {
    const QString name = QString::fromStdString(server).toLower();
    if (name == u"dunst") {
        return Limberd::tr(
                   "dunst: the middle button starts the exercise, the left one only closes the prompt, "
                   "which then comes back later.")
            .toStdString();
    }
    if (name == u"mako") {
        return Limberd::tr(
                   "mako: a click starts the exercise, the right button puts it off; makoctl menu has "
                   "the rest.")
            .toStdString();
    }
    if (name == u"gnome-shell") {
        return Limberd::tr("GNOME: shows three buttons; the rest is in the tray and in limber.")
            .toStdString();
    }
    return {};
}

} // namespace

Desktop::Desktop(const QDBusConnection& session_bus, bool on_terminal, std::function<void()> changed)
    : on_terminal_(on_terminal), changed_(std::move(changed)),
      notifications_(bus::notifications_on(session_bus)),
      information_({.object = notifications_, .method = "GetServerInformation"},
                   [this](const bus::Answer& answer) { server_is(answer); }),
      host_(bus::panel_question(session_bus),
            [this](const bus::Answer& answer) {
                panel_ = bus::property_in(answer).toBool();
                look_for_x11_tray();
                changed_();
            }),
      tray_(session_bus, bus::tray_bus_name,
            [this](const QString& owner) {
                icon_ = !owner.isEmpty();
                changed_();
            }),
      mutter_(session_bus, idle::mutter_bus_name, [this](const QString& owner) {
          gnome_ = !owner.isEmpty();
          changed_();
      }) {}

void Desktop::server_is(const bus::Answer& answer) {
    server_.reset();
    silent_ = false;
    startable_.reset();
    failed_.clear();
    if (answer) {
        server_ = Server{.name = answer->value(0).toString().toStdString(),
                         .version = answer->value(2).toString().toStdString()};
        return read_capabilities();
    }
    if (answer.error().type() == QDBusError::ServiceUnknown) return read_startable();
    silent_ = true;
    changed_();
}

void Desktop::read_capabilities() {
    bus::call(context_, notifications_, "GetCapabilities", {}, [this](const bus::Answer& answer) {
        if (server_ && answer) server_->buttons = answer->value(0).toStringList().contains("actions");
        changed_();
    });
}

void Desktop::read_startable() {
    bus::call(context_, bus::driver_on(notifications_.bus), "ListActivatableNames", {},
              [this](const bus::Answer& answer) {
                  startable_ = answer && answer->value(0).toStringList().contains(notifications_.service);
                  changed_();
              });
}

void Desktop::check() {
    look_for_x11_tray();
    if (!server_ || asking_ || on_terminal_) return;
    asking_ = true;
    bus::call(
        context_, notifications_, "GetServerInformation", {},
        [this](const bus::Answer& answer) {
            asking_ = false;
            if (answer || !server_) return;
            server_is(answer);
            information_.ask(); // which waits until it goes on
        },
        lively);
}

void Desktop::heard(const notify::NotifierReply& reply) {
    using Kind = notify::NotifierReply::Kind;
    using Cause = notify::NotifierReply::Cause;
    std::string now = failed_;
    if (reply.kind == Kind::shown) now.clear();
    // where a server is known, check() finds out whether it still answers
    if (reply.kind == Kind::failed &&
        (reply.cause == Cause::other || (reply.cause != Cause::none && !server_)))
        now = reply.error;
    if (std::exchange(failed_, now) != now) changed_();
    if (!reply.error.empty()) check();
}

void Desktop::look_for_x11_tray() {
    // an X server is asked only where it matters, and is not waited for; XWayland would be started by it
    const auto environment = idle::DisplayEnvironment::of_this_process();
    const bool matters = panel_ == false && environment.wayland_display.empty();
    x11_tray_ = matters ? idle::x11_tray_there(environment, idle::x11_patience) : std::nullopt;
}

bool Desktop::icon_is_seen() const {
    return icon_.value_or(true) && (panel_.value_or(true) || x11_tray_.value_or(false));
}

bool Desktop::shows_nothing() const {
    return !on_terminal_ && !icon_is_seen() && (silent_ || !failed_.empty());
}

bool Desktop::known() const {
    return panel_ && icon_ && gnome_ && (on_terminal_ || server_ || silent_ || startable_);
}

std::vector<Finding> Desktop::findings() const {
    return {notifications(), tray()};
}

Finding Desktop::notifications() const {
    Finding finding{.id = "notifications", .sentence = {}, .remedy = {}};
    const auto lacks = [&](const QString& why) {
        finding.grade = Grade::lacking;
        const QString instead =
            icon_is_seen()
                ? Limberd::tr("Breaks are suggested only by the icon in the panel and by “limber status”.")
                : Limberd::tr("Breaks are suggested only by the window and by “limber status”.");
        finding.sentence = (why + u' ' + instead).toStdString();
    };
    if (on_terminal_) {
        finding.sentence = Limberd::tr("on this terminal").toStdString();
    } else if (silent_) {
        lacks(Limberd::tr("What shows notifications here does not answer."));
        finding.remedy = Limberd::tr("If it stays so, end that program or log in anew.").toStdString();
    } else if (!server_ && (!failed_.empty() || !startable_.value_or(true))) {
        lacks(Limberd::tr("Nothing here shows notifications."));
        finding.remedy = Limberd::tr("Install and start something for it, such as the package dunst or, on "
                                     "Wayland, mako-notifier.")
                             .toStdString();
    } else if (!failed_.empty()) {
        lacks(Limberd::tr("Notifications cannot be shown (%1).").arg(QString::fromStdString(failed_)));
    } else if (server_) {
        finding.sentence = server_->name + " " + server_->version;
        finding.remedy = quirk_of(server_->name);
        if (!server_->buttons) {
            finding.grade = Grade::note;
            finding.sentence +=
                Limberd::tr(", without buttons: answer with limber start, snooze or skip").toStdString();
        }
    } else {
        finding.grade = Grade::note;
        finding.sentence =
            Limberd::tr("none runs yet; it is started with the first suggestion").toStdString();
    }
    return finding;
}

Finding Desktop::tray() const {
    Finding finding{.id = "tray", .sentence = {}, .remedy = {}};
    const auto environment = idle::DisplayEnvironment::of_this_process();
    const bool panel = panel_.value_or(false);
    const bool icon = icon_.value_or(false);
    const auto x11 = panel ? std::nullopt : x11_tray_;
    if (icon && panel) {
        finding.sentence = Limberd::tr("the icon is in your panel").toStdString();
        return finding;
    }
    if (icon && x11.value_or(false)) {
        finding.sentence = Limberd::tr("the icon is in an X11 tray").toStdString();
        return finding;
    }
    finding.grade = Grade::note;
    if (panel || x11.value_or(false)) {
        finding.sentence = Limberd::tr("there is a place for the icon").toStdString();
        finding.remedy = started_by_systemd() ? "systemctl --user enable --now limber-tray" : "limber-tray &";
        return finding;
    }
    if (icon && !x11 && environment.wayland_display.empty()) {
        finding.sentence =
            Limberd::tr("whether a panel shows the icon cannot be seen from here").toStdString();
        return finding;
    }
    finding.sentence =
        Limberd::tr("no panel here shows icons; the command limber does the same").toStdString();
    if (gnome_.value_or(false)) {
        finding.remedy = Limberd::tr("GNOME: install and enable the extension AppIndicator "
                                     "(package gnome-shell-extension-appindicator).")
                             .toStdString();
    } else if (x11) {
        finding.remedy =
            Limberd::tr("Turn on the tray of your panel, or start one by itself, such as stalonetray "
                        "or trayer.")
                .toStdString();
    }
    return finding;
}

} // namespace limber::shell
