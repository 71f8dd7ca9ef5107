// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows libnotify.
#include "notify/libnotify_view.hpp"

#include "notify/glib_handles.hpp"
#include "notify/notifier.hpp"

#include <glib-object.h>
#include <glib.h>
#include <libnotify/notify.h>

#include <cstdint>
#include <expected>
#include <mutex>
#include <string>
#include <utility>

namespace limber::notify {

namespace {

std::string owned(gchar* text) {
    std::string copy = text;
    g_free(text);
    return copy;
}

/// D-Bus carries nothing but valid UTF-8, and texts may come from anywhere.
std::string valid(const std::string& text) {
    return owned(g_utf8_make_valid(text.c_str(), -1));
}

std::string escaped(const std::string& text) {
    return owned(g_markup_escape_text(text.c_str(), -1));
}

/// Its name, for the icon theme; the file itself when Limber runs without being installed.
std::string icon_of(const PromptView& view) {
    const gchar* const folder = g_getenv("LIMBER_ICON_DIR");
    if (folder == nullptr) return valid(view.icon);
    return valid(std::string(folder) + "/" + view.icon + ".svg");
}

Ref<NotifyNotification> compose(const PromptView& view, Capabilities can) {
    const std::string title = view.title.empty() ? std::string("Limber") : valid(view.title);
    const std::string plain = valid(can.actions ? view.body : view.body_without_actions);
    Ref<NotifyNotification> notification(notify_notification_new(
        title.c_str(), (can.markup ? escaped(plain) : plain).c_str(), icon_of(view).c_str()));
    NotifyNotification* const n = notification.get();
    // Limber withdraws what is out of date: not every server heeds a time limit. Low urgency is not shown at
    // all by GNOME, critical breaks through "do not disturb"; "transient" would take the buttons away after
    // seconds there.
    notify_notification_set_timeout(n, NOTIFY_EXPIRES_NEVER);
    notify_notification_set_urgency(n, NOTIFY_URGENCY_NORMAL);
    notify_notification_set_category(n, "x-limber.break");
    notify_notification_set_hint(n, "desktop-entry", g_variant_new_string("org.limber.Limber"));
    if (can.actions) {
        for (const PromptView::Action& action : view.actions) {
            if (can.default_is_a_button && action.key == "default") continue;
            notify_notification_add_action(
                n, valid(action.key).c_str(), valid(action.label).c_str(),
                [](NotifyNotification*, char*, gpointer) {}, nullptr, nullptr);
        }
    }
    return notification;
}

} // namespace

std::expected<std::uint32_t, std::string> send_view(const PromptView& view, Capabilities can,
                                                    std::uint32_t replaced) {
    // libnotify keeps one connection for the whole process, which learns of a new server only in the thread
    // that made it, and it aborts when it is shut down while it shows something. So it is there for one view
    // at a time.
    static std::mutex library;
    const std::lock_guard lock(library);
    notify_init("Limber");
    gint number = 0;
    std::string reason;
    {
        const Ref<NotifyNotification> notification = compose(view, can);
        g_object_set(notification.get(), "id", static_cast<gint>(replaced), nullptr);
        GError* error = nullptr;
        if (notify_notification_show(notification.get(), &error) != FALSE) {
            g_object_get(notification.get(), "id", &number, nullptr);
        }
        reason = message_of(Error(error));
    }
    notify_uninit();
    if (number == 0) {
        return std::unexpected(std::move(reason));
    }
    return static_cast<std::uint32_t>(number);
}

} // namespace limber::notify
