// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.hpp"

#include "bus/call.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "core/finding.hpp"
#include "findings.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "idle/sources.hpp"
#include "words/text.hpp"

#include <chrono>
#include <utility>

namespace limber::shell {
namespace {

/// A server that has answered before does so in no time.
constexpr std::chrono::milliseconds lively = std::chrono::seconds{2};

bool started_by_systemd() {
    return qEnvironmentVariableIsSet("INVOCATION_ID");
}

/// What is worth knowing of this server; empty if it is as one expects.
QString quirk_of(const QString& server) {
    if (server == u"dunst") {
        return _("dunst: the middle button starts the exercise, the left one only closes the prompt, "
                 "which then comes back later.");
    }
    if (server == u"mako") {
        return _("mako: a click starts the exercise, the right button puts it off; makoctl menu has "
                 "the rest.");
    }
    if (server == u"gnome-shell")
        return _("GNOME: shows three buttons; the rest is in the tray and in limber.");
    return {};
}

} // namespace

Desktop::Desktop(const QDBusConnection& session_bus, idle::DisplayEnvironment display, bool on_terminal,
                 std::function<void()> changed)
    : display_(std::move(display)), on_terminal_(on_terminal), changed_(std::move(changed)),
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
        server_ = Server{.name = answer->value(0).toString(), .version = answer->value(2).toString()};
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
    const bool matters = panel_ == false && display_.wayland_display.empty();
    x11_tray_ = matters ? idle::x11_tray_there(display_, idle::x11_patience) : std::nullopt;
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
    constexpr auto id = "notifications";
    if (on_terminal_) return found(id, Grade::good, _("on this terminal"));
    const auto lacks = [&](const QString& why, const QString& remedy = {}) {
        const QString instead =
            icon_is_seen() ? _("Breaks are suggested only by the icon in the panel and by “limber status”.")
                           : _("Breaks are suggested only by the window and by “limber status”.");
        return found(id, Grade::lacking, why + u' ' + instead, remedy);
    };
    if (silent_) {
        return lacks(_("What shows notifications here does not answer."),
                     _("If it stays so, end that program or log in anew."));
    }
    if (!server_ && (!failed_.empty() || !startable_.value_or(true))) {
        return lacks(_("Nothing here shows notifications."),
                     _("Install and start something for it, such as the package dunst or, on "
                       "Wayland, mako-notifier."));
    }
    if (!failed_.empty()) {
        return lacks(_("Notifications cannot be shown (%1).").arg(QString::fromStdString(failed_)));
    }
    if (!server_) {
        return found(id, Grade::note, _("none runs yet; it is started with the first suggestion"));
    }
    const QString sentence = server_->name + u' ' + server_->version;
    const QString quirk = quirk_of(server_->name.toLower());
    if (server_->buttons) return found(id, Grade::good, sentence, quirk);
    return found(id, Grade::note, sentence + _(", without buttons: answer with limber start, snooze or skip"),
                 quirk);
}

Finding Desktop::tray() const {
    constexpr auto id = "tray";
    const bool panel = panel_.value_or(false);
    const bool icon = icon_.value_or(false);
    const auto x11 = panel ? std::nullopt : x11_tray_;
    if (icon && panel) return found(id, Grade::good, _("the icon is in your panel"));
    if (icon && x11.value_or(false)) return found(id, Grade::good, _("the icon is in an X11 tray"));
    if (panel || x11.value_or(false)) {
        return found(id, Grade::note, _("there is a place for the icon"),
                     started_by_systemd() ? "systemctl --user enable --now limber-tray" : "limber-tray &");
    }
    if (icon && !x11 && display_.wayland_display.empty()) {
        return found(id, Grade::note, _("whether a panel shows the icon cannot be seen from here"));
    }
    QString remedy;
    if (gnome_.value_or(false)) {
        remedy = _("GNOME: install and enable the extension AppIndicator "
                   "(package gnome-shell-extension-appindicator).");
    } else if (x11) {
        remedy = _("Turn on the tray of your panel, or start one by itself, such as stalonetray "
                   "or trayer.");
    }
    return found(id, Grade::note, _("no panel here shows icons; the command limber does the same"), remedy);
}

} // namespace limber::shell
