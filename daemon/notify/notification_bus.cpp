// SPDX-License-Identifier: GPL-3.0-or-later
// Signals are heard directly from the bus, because libnotify forgets a notification when it is closed, and
// some servers tell of the pressed button only after that.
#include "notify/notification_bus.hpp"

#include "notify/glib_handles.hpp"
#include "notify/libnotify_view.hpp"

#include <cstdint>
#include <expected>
#include <gio/gio.h>
#include <string>
#include <utility>

namespace limber::notify {

namespace {

constexpr const char* bus_name = "org.freedesktop.Notifications";
constexpr const char* object_path = "/org/freedesktop/Notifications";
constexpr const char* interface_name = "org.freedesktop.Notifications";

/// By the person; whatever else closes one does it by itself.
constexpr guint32 dismissed = 2;

Capabilities read_capabilities(GVariant* reply) {
    Capabilities found;
    GVariantIter* words = nullptr;
    const gchar* word = nullptr;
    g_variant_get(reply, "(as)", &words);
    while (g_variant_iter_next(words, "&s", &word) != FALSE) {
        const std::string capability = word;
        found.actions = found.actions || capability == "actions";
        found.markup = found.markup || capability == "body-markup";
    }
    g_variant_iter_free(words);
    return found;
}

} // namespace

std::expected<void, std::string> NotificationBus::connect() {
    if (bus_ && g_dbus_connection_is_closed(bus_.get()) == FALSE) {
        return {};
    }
    disconnect();
    GError* error = nullptr;
    bus_.reset(g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &error));
    const Error failure(error);
    if (!bus_) {
        return std::unexpected(message_of(failure));
    }
    g_dbus_connection_set_exit_on_close(bus_.get(), FALSE); // GLib would end the daemon with the bus
    signals_ = g_dbus_connection_signal_subscribe(
        bus_.get(), bus_name, interface_name, nullptr, object_path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
        [](GDBusConnection*, const gchar*, const gchar*, const gchar*, const gchar* signal, GVariant* values,
           gpointer self) { static_cast<NotificationBus*>(self)->hear_signal(signal, values); },
        this, nullptr);
    watch_ = g_bus_watch_name_on_connection(
        bus_.get(), bus_name, G_BUS_NAME_WATCHER_FLAGS_NONE,
        [](GDBusConnection*, const gchar*, const gchar* owner, gpointer self) {
            static_cast<NotificationBus*>(self)->owner_ = owner;
        },
        [](GDBusConnection*, const gchar*, gpointer self) {
            auto* const bus = static_cast<NotificationBus*>(self);
            bus->owner_.clear();
            bus->listener_.vanished();
        },
        this, nullptr);
    return {};
}

void NotificationBus::disconnect() {
    if (!bus_) {
        return;
    }
    g_bus_unwatch_name(std::exchange(watch_, 0));
    g_dbus_connection_signal_unsubscribe(bus_.get(), std::exchange(signals_, 0));
    owner_.clear();
    listener_.vanished();
    bus_.reset();
}

void NotificationBus::ask() {
    asked_ = true;
    // Answered before the other question. A server without a name is taken for one like all others.
    g_dbus_connection_call(
        bus_.get(), bus_name, object_path, interface_name, "GetServerInformation", nullptr,
        G_VARIANT_TYPE("(ssss)"), G_DBUS_CALL_FLAGS_NONE, G_MAXINT, nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer self) {
            GError* error = nullptr;
            const Variant reply(g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, &error));
            const Error gone(error);
            if (!reply) return;
            const gchar* name = nullptr;
            g_variant_get_child(reply.get(), 0, "&s", &name);
            static_cast<NotificationBus*>(self)->server_name_ = name;
        },
        this);
    // No time limit: a server that hangs is asked once, however many views are wished for meanwhile.
    g_dbus_connection_call(
        bus_.get(), bus_name, object_path, interface_name, "GetCapabilities", nullptr, G_VARIANT_TYPE("(as)"),
        G_DBUS_CALL_FLAGS_NONE, G_MAXINT, nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer self) {
            GError* error = nullptr;
            const Variant reply(g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, &error));
            static_cast<NotificationBus*>(self)->hear_answer(reply.get(), Error(error));
        },
        this);
}

void NotificationBus::hear_answer(GVariant* reply, const Error& error) {
    asked_ = false;
    if (reply == nullptr) {
        const bool died = g_error_matches(error.get(), G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) != FALSE;
        listener_.answered(std::unexpected(NoAnswer{message_of(error), died}));
    } else {
        Capabilities can = read_capabilities(reply);
        can.default_is_a_button = server_name_ == "Xfce Notify Daemon";
        listener_.answered(can);
    }
}

std::string NotificationBus::id() const {
    return g_dbus_connection_get_guid(bus_.get());
}

void NotificationBus::close(const std::string& server, std::uint32_t number) {
    g_dbus_connection_call(bus_.get(), server.empty() ? bus_name : server.c_str(), object_path,
                           interface_name, "CloseNotification", g_variant_new("(u)", number), nullptr,
                           G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr, nullptr, nullptr);
}

void NotificationBus::flush() {
    g_dbus_connection_flush_sync(bus_.get(), nullptr, nullptr);
}

void NotificationBus::hear_signal(const std::string& signal, GVariant* values) {
    guint32 number = 0;
    if (signal == "NotificationClosed" && g_variant_is_of_type(values, G_VARIANT_TYPE("(uu)")) != FALSE) {
        guint32 reason = 0;
        g_variant_get(values, "(uu)", &number, &reason);
        listener_.closed(number, reason == dismissed);
    } else if (g_variant_is_of_type(values, G_VARIANT_TYPE("(us)")) != FALSE) {
        const gchar* word = nullptr;
        g_variant_get(values, "(u&s)", &number, &word);
        if (signal == "ActivationToken") {
            listener_.token_came(number, word);
        } else if (signal == "ActionInvoked") {
            listener_.pressed(number, word);
        }
    }
}

} // namespace limber::notify
