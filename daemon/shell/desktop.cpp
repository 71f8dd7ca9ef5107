// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.hpp"

#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "bus/peers.hpp"
#include "core/finding.hpp"
#include "idle/display.hpp"
#include "idle/mutter_idle.hpp"
#include "idle/x11_tray.hpp"
#include "text.hpp"

#include <QDBusConnection>
#include <QDBusError>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {
namespace {

/// libdbus takes it for no limit at all.
constexpr std::chrono::milliseconds for_ever{std::numeric_limits<int>::max()};

/// A server that has answered before does so in no time.
constexpr std::chrono::milliseconds lively = std::chrono::seconds{2};

constexpr auto notifications_name = "org.freedesktop.Notifications";

std::string text(const char* english) {
    return Limberd::tr(english).toStdString();
}

bool started_by_systemd() {
    return qEnvironmentVariableIsSet("INVOCATION_ID");
}

/// What is worth knowing of this server; empty if it is as one expects.
std::string quirk_of(const std::string& server) {
    const QString name = QString::fromStdString(server).toLower();
    if (name == u"dunst")
        return text(QT_TRANSLATE_NOOP(
            "Limberd", "dunst: the middle button starts the exercise, the left one only closes the prompt, "
                       "which then comes back later."));
    if (name == u"mako")
        return text(QT_TRANSLATE_NOOP(
            "Limberd", "mako: a click starts the exercise, the right button puts it off; makoctl menu has "
                       "the rest."));
    if (name == u"gnome-shell")
        return text(QT_TRANSLATE_NOOP("Limberd",
                                      "GNOME: shows three buttons; the rest is in the tray and in limber."));
    return {};
}

} // namespace

Desktop::Desktop(const QDBusConnection& session_bus, bool on_terminal, std::function<void()> changed)
    : on_terminal_(on_terminal), changed_(std::move(changed)),
      notifications_{session_bus, notifications_name, "/org/freedesktop/Notifications", notifications_name},
      information_({.object = notifications_, .method = "GetServerInformation"},
                   [this](const bus::Answer& answer) { server_is(answer); }),
      host_(bus::panel_question(session_bus),
            [this](const bus::Answer& answer) {
                panel_ = bus::property_in(answer).toBool();
                changed_();
            }),
      tray_(session_bus, "org.limber.Tray",
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
    if (answer) {
        server_ = Server{.name = answer->value(0).toString().toStdString(),
                         .version = answer->value(2).toString().toStdString()};
        return read_capabilities();
    }
    if (answer.error().type() == QDBusError::ServiceUnknown) return read_startable();
    silent_ = true;
    changed_();
    wait_for_answer();
}

void Desktop::read_capabilities() {
    bus::call(context_, notifications_, "GetCapabilities", {}, [this](const bus::Answer& answer) {
        if (server_ && answer) server_->buttons = answer->value(0).toStringList().contains("actions");
        changed_();
    });
}

void Desktop::read_startable() {
    const bus::Object driver{notifications_.bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                             "org.freedesktop.DBus"};
    bus::call(context_, driver, "ListActivatableNames", {}, [this](const bus::Answer& answer) {
        startable_ = answer && answer->value(0).toStringList().contains(notifications_name);
        changed_();
    });
}

void Desktop::wait_for_answer() {
    if (std::exchange(asking_, true)) return;
    bus::call(
        context_, notifications_, "GetServerInformation", {},
        [this](const bus::Answer& answer) {
            asking_ = false;
            if (answer) server_is(answer); // else its end is told by its name
        },
        for_ever);
}

void Desktop::check() {
    if (!server_ || asking_ || on_terminal_) return;
    asking_ = true;
    bus::call(
        context_, notifications_, "GetServerInformation", {},
        [this](const bus::Answer& answer) {
            asking_ = false;
            if (!answer && server_) server_is(answer);
        },
        lively);
}

bool Desktop::known() const {
    return panel_ && icon_ && gnome_ && (on_terminal_ || server_ || silent_ || startable_);
}

std::vector<Finding> Desktop::findings() const {
    return {notifications(), tray()};
}

Finding Desktop::notifications() const {
    Finding finding{.id = "notifications", .sentence = {}, .remedy = {}};
    if (on_terminal_) {
        finding.sentence = text(QT_TRANSLATE_NOOP("Limberd", "on this terminal"));
    } else if (server_) {
        finding.sentence = server_->name + " " + server_->version;
        finding.remedy = quirk_of(server_->name);
        if (!server_->buttons) {
            finding.grade = Grade::note;
            finding.sentence += text(
                QT_TRANSLATE_NOOP("Limberd", ", without buttons: answer with limber start, snooze or skip"));
        }
    } else if (silent_) {
        finding.grade = Grade::lacking;
        finding.sentence = text(QT_TRANSLATE_NOOP(
            "Limberd",
            "What shows notifications here does not answer, so breaks are suggested in the tray and by "
            "limber only."));
        finding.remedy =
            text(QT_TRANSLATE_NOOP("Limberd", "If it stays so, end that program or log in anew."));
    } else if (startable_.value_or(true)) {
        finding.grade = Grade::note;
        finding.sentence =
            text(QT_TRANSLATE_NOOP("Limberd", "no server is running; the first prompt has one started"));
    } else {
        finding.grade = Grade::lacking;
        finding.sentence = text(QT_TRANSLATE_NOOP(
            "Limberd",
            "Nothing here shows notifications, so breaks are suggested in the tray and by limber only."));
        finding.remedy = text(QT_TRANSLATE_NOOP(
            "Limberd", "Install and start one, such as the package dunst or, on Wayland, mako-notifier."));
    }
    return finding;
}

Finding Desktop::tray() const {
    Finding finding{.id = "tray", .sentence = {}, .remedy = {}};
    const auto environment = idle::DisplayEnvironment::of_this_process();
    const bool panel = panel_.value_or(false);
    const bool icon = icon_.value_or(false);
    // an X server is asked only where it matters, and is not waited for
    const auto x11 = panel ? std::nullopt : idle::x11_tray_there(environment, idle::x11_patience);
    if (icon && panel) {
        finding.sentence = text(QT_TRANSLATE_NOOP("Limberd", "the icon is in your panel"));
        return finding;
    }
    if (icon && x11.value_or(false)) {
        finding.sentence = text(QT_TRANSLATE_NOOP("Limberd", "the icon is in an X11 tray"));
        return finding;
    }
    finding.grade = Grade::note;
    if (panel || x11.value_or(false)) {
        finding.sentence = text(QT_TRANSLATE_NOOP("Limberd", "there is a place for the icon"));
        finding.remedy = started_by_systemd() ? "systemctl --user enable --now limber-tray" : "limber-tray &";
        return finding;
    }
    if (icon && !x11 && environment.wayland_display.empty()) {
        finding.sentence =
            text(QT_TRANSLATE_NOOP("Limberd", "whether a panel shows the icon cannot be seen from here"));
        return finding;
    }
    finding.sentence =
        text(QT_TRANSLATE_NOOP("Limberd", "no panel here shows icons; the command limber does the same"));
    if (gnome_.value_or(false)) {
        finding.remedy =
            text(QT_TRANSLATE_NOOP("Limberd", "GNOME: install and enable the extension AppIndicator "
                                              "(package gnome-shell-extension-appindicator)."));
    } else if (x11) {
        finding.remedy = text(QT_TRANSLATE_NOOP(
            "Limberd", "Turn on the tray of your panel, or start one by itself, such as stalonetray "
                       "or trayer."));
    }
    return finding;
}

} // namespace limber::shell
