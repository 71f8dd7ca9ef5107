// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows libnotify.
//
// notify_notification_show() and _close() wait for the server, 25 s if it hangs. So the server is first asked
// for its capabilities, without waiting; a view is shown only after it has answered, and none is left behind
// in the queue of a server that hangs. Closing is a message without reply, which a hanging server finds when
// it goes on. Signals are heard directly from the bus, because libnotify forgets a notification when it is
// closed, and some servers tell of the pressed button only after that.
#include "notify/notification_server.hpp"

#include <libnotify/notify.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <gio/gio.h>
#include <map>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber {

namespace {

constexpr const char* bus_name = "org.freedesktop.Notifications";
constexpr const char* object_path = "/org/freedesktop/Notifications";
constexpr const char* interface_name = "org.freedesktop.Notifications";

constexpr guint patience_ms = 3'000; // for a server to answer, its start by the bus included
constexpr guint grace_ms = 100;      // for a button press that is told of after the closing
constexpr std::chrono::milliseconds farewell{200};

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref<T>>;

struct FreeError {
    void operator()(GError* error) const { g_error_free(error); }
};

using Error = std::unique_ptr<GError, FreeError>;

struct FreeVariant {
    void operator()(GVariant* variant) const { g_variant_unref(variant); }
};

using Variant = std::unique_ptr<GVariant, FreeVariant>;

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

std::string message_of(const GError* error) {
    return error == nullptr ? std::string("no reason given") : std::string(error->message);
}

struct Capabilities {
    bool actions = false;
    bool markup = false;
};

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

Ref<NotifyNotification> compose(const PromptView& view, Capabilities can) {
    const std::string title = view.title.empty() ? std::string("Limber") : valid(view.title);
    const std::string plain = valid(can.actions ? view.body : view.body_without_actions);
    Ref<NotifyNotification> notification(notify_notification_new(
        title.c_str(), (can.markup ? escaped(plain) : plain).c_str(), valid(view.icon).c_str()));
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
            notify_notification_add_action(
                n, valid(action.key).c_str(), valid(action.label).c_str(),
                [](NotifyNotification*, char*, gpointer) {}, nullptr, nullptr);
        }
    }
    return notification;
}

/// The server's number of what it shows now, in the place of `replaced` if that is not 0; 0 if it refused,
/// and `why`.
///
/// libnotify keeps one connection for the whole process, which learns of a new server only in the thread that
/// made it, and it aborts when it is shut down while it shows something. So it is there for one view at a
/// time.
guint32 send(const PromptView& view, Capabilities can, guint32 replaced, std::string& why) {
    static std::mutex library;
    const std::lock_guard lock(library);
    notify_init("Limber");
    gint number = 0;
    {
        const Ref<NotifyNotification> notification = compose(view, can);
        g_object_set(notification.get(), "id", static_cast<gint>(replaced), nullptr);
        GError* error = nullptr;
        if (notify_notification_show(notification.get(), &error) != FALSE) {
            g_object_get(notification.get(), "id", &number, nullptr);
        }
        why = message_of(Error(error).get());
    }
    notify_uninit();
    return static_cast<guint32>(number);
}

} // namespace

class NotificationServer::Conversation {
public:
    explicit Conversation(Reply reply) : reply_(std::move(reply)) {}

    ~Conversation() {
        g_main_loop_unref(loop_);
        g_main_context_unref(context_);
    }

    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    // For the caller's thread.

    void show(const Showing& showing, PromptView view) {
        const std::lock_guard lock(mutex_);
        wishes_.insert_or_assign(showing.id, Wish{showing, std::move(view)});
        wake();
    }

    void withdraw(std::uint32_t id) {
        const std::lock_guard lock(mutex_);
        wishes_.erase(id);
        withdrawals_.insert(id);
        wake();
    }

    /// True if the thread has ended in time.
    bool end() {
        std::unique_lock lock(mutex_);
        ending_ = true;
        wake();
        return ended_.wait_for(lock, farewell, [this] { return has_ended_; });
    }

    // For the thread.

    void run() {
        g_main_context_push_thread_default(context_);
        g_main_loop_run(loop_);
        leave();
        g_main_context_pop_thread_default(context_);
        const std::lock_guard lock(mutex_);
        has_ended_ = true;
        ended_.notify_all();
    }

private:
    struct Wish {
        Showing showing;
        PromptView view;
    };

    struct Shown {
        Showing showing;
        guint32 server_id = 0;
        std::vector<PromptView::Action> offered;
        std::string token;
        bool answered = false;
        guint closing = 0; ///< source that reports the closing when the grace is over
    };

    using ShownById = std::map<std::uint32_t, Shown>;

    /// With the lock held.
    void wake() {
        GSource* const source = g_idle_source_new();
        g_source_set_priority(source, G_PRIORITY_DEFAULT);
        g_source_set_callback(
            source,
            [](gpointer self) -> gboolean {
                static_cast<Conversation*>(self)->look();
                return G_SOURCE_REMOVE;
            },
            this, nullptr);
        g_source_attach(source, context_);
        g_source_unref(source);
    }

    guint after(guint milliseconds, GSourceFunc call) {
        GSource* const source = g_timeout_source_new(milliseconds);
        g_source_set_callback(source, call, this, nullptr);
        const guint id = g_source_attach(source, context_);
        g_source_unref(source);
        return id;
    }

    void cancel(guint& id) {
        if (id == 0) {
            return;
        }
        if (GSource* const source = g_main_context_find_source_by_id(context_, id)) {
            g_source_destroy(source);
        }
        id = 0;
    }

    void tell(const Showing& showing, NotifierReply reply) {
        const std::lock_guard lock(mutex_);
        reply.id = showing.id;
        if (!ending_) {
            reply_(showing, std::move(reply));
        }
    }

    void tell_failed(const Showing& showing, const std::string& why) {
        tell(showing, {NotifierReply::Kind::failed, 0, {}, {}, why});
    }

    /// The views wished for until now, one by one, unless they are withdrawn or replaced meanwhile. What is
    /// wished for later has a turn of its own (look() is on its way), with what the server says then.
    template <class Deal>
    void for_each_wish(Deal deal) {
        std::uint64_t last = 0;
        {
            const std::lock_guard lock(mutex_);
            for (const auto& [id, wish] : wishes_) {
                last = std::max(last, wish.showing.serial);
            }
        }
        while (auto wish = next_wish(last)) {
            deal(*wish);
        }
    }

    std::optional<Wish> next_wish(std::uint64_t last) {
        const std::lock_guard lock(mutex_);
        const auto next = std::ranges::find_if(
            wishes_, [last](const auto& entry) { return entry.second.showing.serial <= last; });
        if (next == wishes_.end() || ending_) {
            return std::nullopt;
        }
        return std::move(wishes_.extract(next).mapped());
    }

    void look() {
        std::set<std::uint32_t> withdrawn;
        bool wished = false;
        {
            const std::lock_guard lock(mutex_);
            withdrawn.swap(withdrawals_);
            wished = !wishes_.empty();
            if (ending_) {
                g_main_loop_quit(loop_);
                return;
            }
        }
        for (const std::uint32_t id : withdrawn) {
            if (const auto shown = shown_.find(id); shown != shown_.end()) {
                take_away(shown);
            }
        }
        if (wished) {
            ask();
        }
    }

    void ask() {
        if (patience_ == 0) {
            patience_ = after(patience_ms, [](gpointer self) -> gboolean {
                static_cast<Conversation*>(self)->lose_patience();
                return G_SOURCE_REMOVE;
            });
        }
        if (asked_) {
            return;
        }
        if (!connected()) {
            return;
        }
        asked_ = true;
        // No time limit: a server that hangs is asked once, however many views are wished for meanwhile.
        g_dbus_connection_call(
            bus_.get(), bus_name, object_path, interface_name, "GetCapabilities", nullptr,
            G_VARIANT_TYPE("(as)"), G_DBUS_CALL_FLAGS_NONE, G_MAXINT, nullptr,
            [](GObject* bus, GAsyncResult* result, gpointer self) {
                GError* error = nullptr;
                const Variant reply(g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, &error));
                static_cast<Conversation*>(self)->answered(reply.get(), Error(error));
            },
            this);
    }

    void answered(GVariant* reply, const Error& error) {
        asked_ = false;
        if (reply == nullptr) {
            // It ended instead of answering; another one may be there already.
            const bool died = g_error_matches(error.get(), G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) != FALSE;
            if (died && !asked_again_) {
                asked_again_ = true;
                if (patience_ != 0) {
                    ask();
                }
                return;
            }
            asked_again_ = false;
            fail_wishes(message_of(error.get()));
            return;
        }
        asked_again_ = false;
        cancel(patience_);
        const Capabilities can = read_capabilities(reply);
        for_each_wish([&](const Wish& wish) { put_up(wish, can); });
    }

    void lose_patience() {
        patience_ = 0;
        fail_wishes("The notification server does not answer.");
    }

    void fail_wishes(const std::string& why) {
        cancel(patience_);
        for_each_wish([&](const Wish& wish) {
            if (const auto before = shown_.find(wish.showing.id); before != shown_.end()) {
                take_away(before);
            }
            tell_failed(wish.showing, why);
        });
    }

    void put_up(const Wish& wish, Capabilities can) {
        guint32 replaced = 0;
        if (const auto before = shown_.find(wish.showing.id); before != shown_.end()) {
            // A server closes what was answered, perhaps just now: its number is not to be relied on.
            if (before->second.answered || before->second.closing != 0) {
                take_away(before);
            } else {
                replaced = before->second.server_id;
            }
        }
        std::string why;
        const guint32 number = send(wish.view, can, replaced, why);
        if (number == 0) {
            if (const auto before = shown_.find(wish.showing.id); before != shown_.end()) {
                take_away(before);
            }
            tell_failed(wish.showing, why);
            return;
        }
        shown_.insert_or_assign(wish.showing.id,
                                Shown{wish.showing, number, wish.view.actions, {}, false, 0});
    }

    void take_away(ShownById::iterator shown) {
        if (bus_ && shown->second.closing == 0) {
            g_dbus_connection_call(bus_.get(), owner_.empty() ? bus_name : owner_.c_str(), object_path,
                                   interface_name, "CloseNotification",
                                   g_variant_new("(u)", shown->second.server_id), nullptr,
                                   G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr, nullptr, nullptr);
        }
        forget(shown);
    }

    ShownById::iterator forget(ShownById::iterator shown) {
        cancel(shown->second.closing);
        return shown_.erase(shown);
    }

    bool connected() {
        if (bus_ && g_dbus_connection_is_closed(bus_.get()) == FALSE) {
            return true;
        }
        disconnect();
        GError* error = nullptr;
        bus_.reset(g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &error));
        const Error failure(error);
        if (!bus_) {
            fail_wishes(message_of(failure.get()));
            return false;
        }
        g_dbus_connection_set_exit_on_close(bus_.get(), FALSE); // GLib would end the daemon with the bus
        signals_ = g_dbus_connection_signal_subscribe(
            bus_.get(), bus_name, interface_name, nullptr, object_path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
            [](GDBusConnection*, const gchar*, const gchar*, const gchar*, const gchar* signal,
               GVariant* values, gpointer self) { static_cast<Conversation*>(self)->hear(signal, values); },
            this, nullptr);
        watch_ = g_bus_watch_name_on_connection(
            bus_.get(), bus_name, G_BUS_NAME_WATCHER_FLAGS_NONE,
            [](GDBusConnection*, const gchar*, const gchar* owner, gpointer self) {
                static_cast<Conversation*>(self)->owner_ = owner;
            },
            [](GDBusConnection*, const gchar*, gpointer self) {
                static_cast<Conversation*>(self)->vanished();
            },
            this, nullptr);
        return true;
    }

    void disconnect() {
        if (!bus_) {
            return;
        }
        g_bus_unwatch_name(std::exchange(watch_, 0));
        g_dbus_connection_signal_unsubscribe(bus_.get(), std::exchange(signals_, 0));
        vanished();
        bus_.reset();
    }

    /// Numbers of the old server mean nothing to the next one.
    void vanished() {
        owner_.clear();
        while (!shown_.empty()) {
            const auto shown = shown_.begin();
            const Shown gone = shown->second;
            forget(shown);
            if (gone.closing != 0) {
                tell(gone.showing, {NotifierReply::Kind::closed, 0, {}, {}, {}});
            } else if (!gone.answered) {
                tell_failed(gone.showing, "The notification server went away.");
            }
        }
    }

    ShownById::iterator find(guint32 server_id) {
        return std::ranges::find_if(shown_,
                                    [&](const auto& entry) { return entry.second.server_id == server_id; });
    }

    /// Numbers and keys that were never ours are other programs' business, or a server's mistake.
    void hear(const std::string& signal, GVariant* values) {
        guint32 number = 0;
        if (signal == "NotificationClosed" && g_variant_is_of_type(values, G_VARIANT_TYPE("(uu)")) != FALSE) {
            guint32 reason = 0;
            g_variant_get(values, "(uu)", &number, &reason);
            if (const auto shown = find(number); shown != shown_.end()) {
                hear_closed(shown);
            }
        } else if (g_variant_is_of_type(values, G_VARIANT_TYPE("(us)")) != FALSE) {
            const gchar* word = nullptr;
            g_variant_get(values, "(u&s)", &number, &word);
            const auto shown = find(number);
            if (shown == shown_.end()) {
                return;
            }
            if (signal == "ActivationToken") {
                shown->second.token = word;
            }
            if (signal == "ActionInvoked") {
                hear_action(shown, word);
            }
        }
    }

    /// The reason does not matter: what Limber closed itself is not in `shown_` any more, and whoever else
    /// did it, the person does not see it now.
    void hear_closed(ShownById::iterator shown) {
        if (shown->second.answered) {
            forget(shown);
        } else if (shown->second.closing == 0) {
            shown->second.closing = after(grace_ms, [](gpointer self) -> gboolean {
                static_cast<Conversation*>(self)->report_closed();
                return G_SOURCE_REMOVE;
            });
        }
    }

    /// Those whose grace is over: the source that is running now.
    void report_closed() {
        const guint running = g_source_get_id(g_main_current_source());
        const auto shown =
            std::ranges::find_if(shown_, [&](const auto& entry) { return entry.second.closing == running; });
        if (shown == shown_.end()) {
            return;
        }
        const Showing showing = shown->second.showing;
        shown_.erase(shown);
        tell(showing, {NotifierReply::Kind::closed, 0, {}, {}, {}});
    }

    void hear_action(ShownById::iterator shown, const std::string& key) {
        Shown& answered = shown->second;
        const bool offered =
            std::ranges::find(answered.offered, key, &PromptView::Action::key) != answered.offered.end();
        if (!offered || answered.answered) {
            return;
        }
        answered.answered = true;
        tell(answered.showing, {NotifierReply::Kind::action, 0, key, answered.token, {}});
        if (answered.closing != 0) {
            forget(shown);
        }
    }

    void leave() {
        while (!shown_.empty()) {
            take_away(shown_.begin());
        }
        if (bus_) {
            g_dbus_connection_flush_sync(bus_.get(), nullptr, nullptr);
        }
        disconnect();
        while (g_main_context_iteration(context_, FALSE) != FALSE) {
        } // GLib frees in here what was cancelled
    }

    Reply reply_;
    GMainContext* context_ = g_main_context_new();
    GMainLoop* loop_ = g_main_loop_new(context_, FALSE);

    std::mutex mutex_; ///< guards what both threads touch: down to has_ended_
    std::map<std::uint32_t, Wish> wishes_;
    std::set<std::uint32_t> withdrawals_;
    bool ending_ = false;
    std::condition_variable ended_;
    bool has_ended_ = false;

    Ref<GDBusConnection> bus_;
    guint signals_ = 0;
    guint watch_ = 0;
    std::string owner_; ///< unique name of the server there is now
    bool asked_ = false;
    bool asked_again_ = false;
    guint patience_ = 0; ///< runs while views are wished for and the server has not answered
    ShownById shown_;
};

NotificationServer::NotificationServer(Reply reply)
    : conversation_(std::make_shared<Conversation>(std::move(reply))) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // signals to the process are for the thread that started it
    thread_ = std::thread([conversation = conversation_] {
        pthread_setname_np(pthread_self(), "notify");
        conversation->run();
    });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

NotificationServer::~NotificationServer() {
    if (conversation_->end()) {
        thread_.join();
    } else {
        thread_
            .detach(); // it waits for a server that hangs, and ends when that one answers or the process does
    }
}

void NotificationServer::show(const Showing& showing, PromptView view) {
    conversation_->show(showing, std::move(view));
}

void NotificationServer::withdraw(std::uint32_t id) {
    conversation_->withdraw(id);
}

} // namespace limber
