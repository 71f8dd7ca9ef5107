// SPDX-License-Identifier: GPL-3.0-or-later
// Signals are heard from the bus itself: libnotify forgets a notification when it is closed, and some servers
// tell of the pressed button only after that.
#include "notify/program/notification.hpp"

#include <libnotify/notify.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

namespace limber::notify {

namespace {

using Kind = NotifierReply::Kind;
using Cause = NotifierReply::Cause;

constexpr const char* bus_name = "org.freedesktop.Notifications"; // of the interface as well
constexpr const char* object_path = "/org/freedesktop/Notifications";

constexpr guint patience_ms = 3'000; // for a server to answer, its start by the bus included
constexpr guint grace_ms = 100;      // for a button press that is told of after the closing

/// Why NotificationClosed: by the person. Whatever else closes one does it by itself.
constexpr guint32 dismissed = 2;

/// What notification servers do that their capabilities do not say, by the name each gives itself.
struct Quirks {
    bool default_is_a_button = false; ///< the action "default" is drawn beside the others
    bool brings_back = false;         ///< what was closed can be fetched from its history, with live buttons
    bool old_image_path = false; ///< takes the hint "image-path" for pixels, and only "image_path" for a path
};

/// A server without an entry is one like all others.
constexpr Quirks quirks_of(std::string_view server) {
    struct Entry {
        std::string_view server;
        Quirks quirks;
    };

    constexpr std::array known{
        Entry{"mako", {.brings_back = true}},                       // 1.7.1, by makoctl restore
        Entry{"Xfce Notify Daemon", {.default_is_a_button = true}}, // 0.7.3
        // 1.2.0; with more than three actions it shows a list to choose from
        Entry{"lxqt-notificationd", {.default_is_a_button = true, .old_image_path = true}},
    };
    const auto* const found = std::ranges::find(known, server, &Entry::server);
    return found == known.end() ? Quirks{} : found->quirks;
}

template <auto give_back>
struct GiveBack {
    void operator()(auto* thing) const { give_back(thing); }
};

using Error = std::unique_ptr<GError, GiveBack<g_error_free>>;
using Variant = std::unique_ptr<GVariant, GiveBack<g_variant_unref>>;

std::string reason_of(const GError* error) {
    return error == nullptr ? std::string("no reason given") : std::string(error->message);
}

Cause cause_of(const GError* error) {
    for (const int code :
         {G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER, G_DBUS_ERROR_NO_REPLY,
          G_DBUS_ERROR_SPAWN_CHILD_EXITED, G_DBUS_ERROR_SPAWN_CHILD_SIGNALED, G_DBUS_ERROR_SPAWN_EXEC_FAILED,
          G_DBUS_ERROR_SPAWN_FAILED}) {
        if (g_error_matches(error, G_DBUS_ERROR, code) != FALSE) return Cause::no_server;
    }
    return Cause::other;
}

std::string escaped(const std::string& text) {
    const std::unique_ptr<gchar, GiveBack<g_free>> copy(g_markup_escape_text(text.c_str(), -1));
    return copy.get();
}

/// Its name, for the icon theme; the file itself when Limber runs without being installed.
std::string icon_of(const PromptView& view) {
    const gchar* const folder = g_getenv("LIMBER_ICON_DIR");
    return folder == nullptr ? view.icon : std::string(folder) + "/" + view.icon + ".svg";
}

/// The person's own picture, or the one drawn of the pose, which is where Limber is; or nothing.
std::string picture_of(const PromptView& view) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path drawn =
        program.parent_path().parent_path() / "share/limber/pictures" / (view.pose + ".png");
    for (const fs::path& file : {fs::path{view.picture}, drawn}) {
        if (file.is_absolute() && fs::is_regular_file(file, error)) return file.string();
    }
    return {};
}

} // namespace

void Notification::show(PromptView view) {
    wanted_ = std::move(view);
    ++views_;
    if (patience_ == 0) {
        patience_ = g_timeout_add(
            patience_ms,
            [](gpointer self) -> gboolean {
                static_cast<Notification*>(self)->patience_ = 0;
                static_cast<Notification*>(self)->fail(Cause::no_answer,
                                                       "The notification server does not answer.");
                return G_SOURCE_REMOVE;
            },
            this);
    }
    if (!asking_ && connect()) ask();
}

bool Notification::connect() {
    if (bus_ != nullptr) return true;
    GError* raw = nullptr;
    bus_ = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &raw);
    const Error error(raw);
    if (bus_ == nullptr) {
        fail(Cause::other, reason_of(raw));
        return false;
    }
    g_dbus_connection_set_exit_on_close(bus_, FALSE);
    g_dbus_connection_signal_subscribe(
        bus_, bus_name, bus_name, nullptr, object_path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
        [](GDBusConnection*, const gchar*, const gchar*, const gchar*, const gchar* signal, GVariant* values,
           gpointer self) { static_cast<Notification*>(self)->hear_signal(signal, values); },
        this, nullptr);
    g_bus_watch_name_on_connection(
        bus_, bus_name, G_BUS_NAME_WATCHER_FLAGS_NONE, nullptr,
        [](GDBusConnection*, const gchar*, gpointer self) { static_cast<Notification*>(self)->vanished(); },
        this, nullptr);
    return true;
}

void Notification::call(const char* method, GVariant* values, GAsyncReadyCallback then) {
    // No time limit: a server that hangs is asked once, however many views are wanted meanwhile.
    g_dbus_connection_call(bus_, bus_name, object_path, bus_name, method, values, nullptr,
                           then == nullptr ? G_DBUS_CALL_FLAGS_NO_AUTO_START : G_DBUS_CALL_FLAGS_NONE,
                           G_MAXINT, nullptr, then, this);
}

void Notification::ask() {
    asking_ = true;
    server_ = {};
    call("GetServerInformation", nullptr, [](GObject* bus, GAsyncResult* result, gpointer self) {
        const Variant reply(g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, nullptr));
        static_cast<Notification*>(self)->hear_name(reply.get());
    });
    call("GetCapabilities", nullptr, [](GObject* bus, GAsyncResult* result, gpointer self) {
        GError* raw = nullptr;
        const Variant reply(g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, &raw));
        const Error error(raw);
        static_cast<Notification*>(self)->hear_capabilities(reply.get(), raw);
    });
}

/// Answered before the other question.
void Notification::hear_name(GVariant* reply) {
    if (reply == nullptr || g_variant_is_of_type(reply, G_VARIANT_TYPE("(ssss)")) == FALSE) return;
    const gchar* name = nullptr;
    g_variant_get_child(reply, 0, "&s", &name);
    server_.name = name;
}

void Notification::hear_capabilities(GVariant* reply, const GError* error) {
    asking_ = false;
    if (!wanted_) return;
    if (reply != nullptr && g_variant_is_of_type(reply, G_VARIANT_TYPE("(as)")) != FALSE) {
        const Variant words(g_variant_get_child_value(reply, 0));
        for (gsize i = 0; i < g_variant_n_children(words.get()); ++i) {
            const Variant word(g_variant_get_child_value(words.get(), i));
            const std::string capability = g_variant_get_string(word.get(), nullptr);
            server_.actions = server_.actions || capability == "actions";
            server_.markup = server_.markup || capability == "body-markup";
        }
        return put_up();
    }
    // it ended instead of answering; another one may be there already
    const bool died = g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) != FALSE;
    if (died && !std::exchange(asked_again_, true)) return ask();
    fail(cause_of(error), reason_of(error));
}

void Notification::put_up() {
    const PromptView view = *std::exchange(wanted_, {});
    if (patience_ != 0) g_source_remove(std::exchange(patience_, 0));
    asked_again_ = false;
    // A server closes what was answered, perhaps just now: its number is not to be relied on.
    if (answered_ || grace_ != 0) take_away();
    std::string reason;
    const std::uint32_t number = send(view, reason);
    if (number == 0) return fail(Cause::other, reason);
    number_ = number;
    view_ = views_;
    offered_ = view.actions;
    token_.clear();
    answered_ = false;
    tell_({.reply = {.kind = Kind::shown}, .view = view_, .number = number_});
}

std::uint32_t Notification::send(const PromptView& view, std::string& reason) const {
    notify_init("Limber");
    const std::string& text = server_.actions ? view.body : view.body_without_actions;
    const std::unique_ptr<NotifyNotification, GiveBack<g_object_unref>> notification(
        notify_notification_new(view.title.empty() ? "Limber" : view.title.c_str(),
                                (server_.markup ? escaped(text) : text).c_str(), icon_of(view).c_str()));
    NotifyNotification* const n = notification.get();
    // Limber withdraws what is out of date: not every server heeds a time limit. Low urgency is not shown at
    // all by GNOME, critical breaks through "do not disturb"; "transient" would take the buttons away after
    // seconds there.
    notify_notification_set_timeout(n, NOTIFY_EXPIRES_NEVER);
    notify_notification_set_urgency(n, NOTIFY_URGENCY_NORMAL);
    notify_notification_set_category(n, "x-limber.break");
    notify_notification_set_hint(n, "desktop-entry", g_variant_new_string("org.limber.Limber"));
    const Quirks quirks = quirks_of(server_.name);
    if (const std::string picture = picture_of(view); !picture.empty()) {
        notify_notification_set_hint(n, quirks.old_image_path ? "image_path" : "image-path",
                                     g_variant_new_string(picture.c_str()));
    }
    for (const PromptView::Action& action : view.actions) {
        if (!server_.actions || (quirks.default_is_a_button && action.key == "default")) continue;
        notify_notification_add_action(
            n, action.key.c_str(), action.label.c_str(), [](NotifyNotification*, char*, gpointer) {}, nullptr,
            nullptr);
    }
    g_object_set(n, "id", static_cast<gint>(number_), nullptr);
    gint number = 0;
    GError* raw = nullptr;
    if (notify_notification_show(n, &raw) != FALSE) g_object_get(n, "id", &number, nullptr);
    const Error error(raw);
    if (number == 0) reason = reason_of(raw);
    return static_cast<std::uint32_t>(number);
}

void Notification::take_away() {
    if (number_ != 0 && grace_ == 0) call("CloseNotification", g_variant_new("(u)", number_), nullptr);
    if (grace_ != 0) g_source_remove(std::exchange(grace_, 0));
    number_ = 0;
    answered_ = false;
}

bool Notification::withdraw() {
    if (bus_ == nullptr) return false;
    if (!offered_.empty() && quirks_of(server_.name).brings_back) withdrawn_ = number_;
    wanted_.reset();
    take_away();
    g_dbus_connection_flush_sync(bus_, nullptr, nullptr);
    return withdrawn_ != 0;
}

/// Numbers of the old server mean nothing to the next one.
void Notification::vanished() {
    if (std::exchange(number_, 0) == 0) return;
    if (grace_ != 0) {
        g_source_remove(std::exchange(grace_, 0));
        tell({.kind = end_});
    } else if (!answered_) {
        tell({.kind = Kind::failed, .error = "The notification server went away."});
    }
}

void Notification::hear_signal(const std::string& signal, GVariant* values) {
    guint32 number = 0;
    const gchar* word = nullptr;
    guint32 reason = 0;
    if (g_variant_is_of_type(values, G_VARIANT_TYPE("(uu)")) != FALSE) {
        g_variant_get(values, "(uu)", &number, &reason);
    } else if (g_variant_is_of_type(values, G_VARIANT_TYPE("(us)")) != FALSE) {
        g_variant_get(values, "(u&s)", &number, &word);
    }
    if (number == 0) return;
    if (number == withdrawn_ && signal == "ActionInvoked" && word != nullptr)
        return tell({.kind = Kind::late, .action = word, .activation_token = token_});
    if (number != number_ && number != withdrawn_) return;
    if (signal == "NotificationClosed" && word == nullptr && number == number_) {
        closed(reason == dismissed ? Kind::closed : Kind::expired);
    } else if (signal == "ActivationToken" && word != nullptr) {
        token_ = word;
    } else if (signal == "ActionInvoked" && word != nullptr) {
        pressed(word);
    }
}

/// Only the first of several for one click, and only what was offered.
void Notification::pressed(const std::string& key) {
    if (answered_ || std::ranges::find(offered_, key, &PromptView::Action::key) == offered_.end()) return;
    const bool closed_before = grace_ != 0;
    if (closed_before) take_away();
    answered_ = true;
    tell({.kind = Kind::action, .action = key, .activation_token = token_});
}

void Notification::closed(Kind how) {
    if (answered_) {
        number_ = 0;
    } else if (grace_ == 0) {
        end_ = how;
        grace_ = g_timeout_add(
            grace_ms,
            [](gpointer data) -> gboolean {
                auto& self = *static_cast<Notification*>(data);
                self.grace_ = 0;
                self.number_ = 0;
                self.tell({.kind = self.end_});
                return G_SOURCE_REMOVE;
            },
            this);
    }
}

void Notification::fail(Cause cause, const std::string& why) {
    if (patience_ != 0) g_source_remove(std::exchange(patience_, 0));
    wanted_.reset();
    asked_again_ = false;
    if (bus_ != nullptr) take_away();
    view_ = views_;
    tell({.kind = Kind::failed, .cause = cause, .error = why});
}

void Notification::tell(NotifierReply reply) {
    tell_({.reply = std::move(reply), .view = view_, .number = number_});
}

} // namespace limber::notify
