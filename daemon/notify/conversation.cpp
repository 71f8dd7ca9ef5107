// SPDX-License-Identifier: GPL-3.0-or-later
// Showing waits for the server, 25 s if it hangs. So the server is first asked for its capabilities, without
// waiting; a view is shown only after it has answered, and none is left behind in the queue of a server that
// hangs. Closing does not wait.
#include "notify/conversation.hpp"

#include "notify/libnotify_view.hpp"
#include "notify/notification_bus.hpp"
#include "notify/notifier.hpp"
#include "notify/showing.hpp"
#include "notify/shown_note.hpp"
#include "notify/wishes.hpp"

#include <algorithm>
#include <cstdint>
#include <expected>
#include <gio/gio.h>
#include <string>
#include <vector>

namespace limber::notify {

namespace {

constexpr guint patience_ms = 3'000; // for a server to answer, its start by the bus included
constexpr guint grace_ms = 100;      // for a button press that is told of after the closing

} // namespace

guint Conversation::after(guint milliseconds, GSourceFunc call) {
    GSource* const source = g_timeout_source_new(milliseconds);
    g_source_set_callback(source, call, this, nullptr);
    const guint id = g_source_attach(source, context_);
    g_source_unref(source);
    return id;
}

void Conversation::cancel(guint& source_id) {
    if (source_id == 0) {
        return;
    }
    if (GSource* const source = g_main_context_find_source_by_id(context_, source_id)) {
        g_source_destroy(source);
    }
    source_id = 0;
}

void Conversation::tell_failed(const Showing& showing, const std::string& why) {
    wishes_.tell(showing, {NotifierReply::Kind::failed, 0, {}, {}, why});
}

/// The views wished for until now, one by one, unless they are withdrawn or replaced meanwhile. What is
/// wished for later has a turn of its own (deal() is on its way), with what the server says then.
template <class Deal>
void Conversation::for_each_wish(Deal deal) {
    const std::uint64_t last = wishes_.newest();
    while (auto wish = wishes_.next(last)) {
        deal(*wish);
    }
}

void Conversation::clear_up() {
    const auto left = note_.read();
    if (left.empty() || !bus_.connect()) {
        return;
    }
    for (const ShownNote::Entry& entry : left) {
        if (entry.bus == bus_.id()) {
            bus_.close(entry.server, entry.number);
        }
    }
    note_.clear();
}

void Conversation::note_shown() {
    std::vector<ShownNote::Entry> entries;
    if (bus_.is_connected() && !bus_.server().empty()) {
        for (const auto& [id, shown] : shown_) {
            entries.push_back({bus_.id(), bus_.server(), shown.number});
        }
    }
    note_.write(entries);
}

void Conversation::deal(const Wishes::Glance& glance) {
    for (const std::uint32_t id : glance.withdrawn) {
        take_away(id);
    }
    if (glance.wished) {
        ask();
    }
}

void Conversation::ask() {
    if (patience_ == 0) {
        patience_ = after(patience_ms, [](gpointer self) -> gboolean {
            static_cast<Conversation*>(self)->lose_patience();
            return G_SOURCE_REMOVE;
        });
    }
    if (bus_.is_asking()) {
        return;
    }
    if (const auto connected = bus_.connect(); !connected) {
        fail_wishes(connected.error());
        return;
    }
    bus_.ask();
}

void Conversation::answered(const std::expected<Capabilities, NotificationBus::NoAnswer>& can) {
    if (can) {
        asked_again_ = false;
        cancel(patience_);
        for_each_wish([&](const Wishes::Wish& wish) { put_up(wish, *can); });
        return;
    }
    if (can.error().died && !asked_again_) {
        asked_again_ = true;
        if (patience_ != 0) {
            ask();
        }
        return;
    }
    asked_again_ = false;
    fail_wishes(can.error().reason);
}

void Conversation::lose_patience() {
    patience_ = 0;
    fail_wishes("The notification server does not answer.");
}

void Conversation::fail_wishes(const std::string& why) {
    cancel(patience_);
    for_each_wish([&](const Wishes::Wish& wish) {
        take_away(wish.showing.id);
        tell_failed(wish.showing, why);
    });
}

void Conversation::put_up(const Wishes::Wish& wish, Capabilities can) {
    std::uint32_t replaced = 0;
    if (const auto before = shown_.find(wish.showing.id); before != shown_.end()) {
        // A server closes what was answered, perhaps just now: its number is not to be relied on.
        if (before->second.answered || before->second.closing != 0) {
            take_away(before);
        } else {
            replaced = before->second.number;
        }
    }
    const auto number = send_view(wish.view, can, replaced);
    if (!number) {
        take_away(wish.showing.id);
        tell_failed(wish.showing, number.error());
        return;
    }
    shown_.insert_or_assign(
        wish.showing.id,
        Shown{.showing = wish.showing, .number = *number, .offered = wish.view.actions, .token = {}});
    note_shown();
}

void Conversation::take_away(ShownById::iterator shown) {
    if (bus_.is_connected() && shown->second.closing == 0) {
        bus_.close(bus_.server(), shown->second.number);
    }
    forget(shown);
}

void Conversation::take_away(std::uint32_t id) {
    if (const auto shown = shown_.find(id); shown != shown_.end()) {
        take_away(shown);
    }
}

void Conversation::forget(ShownById::iterator shown) {
    cancel(shown->second.closing);
    shown_.erase(shown);
    note_shown();
}

/// Numbers of the old server mean nothing to the next one.
void Conversation::vanished() {
    while (!shown_.empty()) {
        const auto shown = shown_.begin();
        const Shown gone = shown->second;
        forget(shown);
        if (gone.closing != 0) {
            wishes_.tell(gone.showing, {gone.end, 0, {}, {}, {}});
        } else if (!gone.answered) {
            tell_failed(gone.showing, "The notification server went away.");
        }
    }
}

/// Numbers and keys that were never ours are other programs' business, or a server's mistake.
Conversation::ShownById::iterator Conversation::find(std::uint32_t number) {
    return std::ranges::find_if(shown_, [&](const auto& entry) { return entry.second.number == number; });
}

/// What Limber closed itself is not in `shown_` any more.
void Conversation::closed(std::uint32_t number, bool by_person) {
    const auto shown = find(number);
    if (shown == shown_.end()) {
        return;
    }
    if (shown->second.answered) {
        forget(shown);
    } else if (shown->second.closing == 0) {
        shown->second.end = by_person ? NotifierReply::Kind::closed : NotifierReply::Kind::expired;
        shown->second.closing = after(grace_ms, [](gpointer self) -> gboolean {
            static_cast<Conversation*>(self)->report_closed();
            return G_SOURCE_REMOVE;
        });
    }
}

/// Those whose grace is over: the source that is running now.
void Conversation::report_closed() {
    const guint running = g_source_get_id(g_main_current_source());
    const auto shown =
        std::ranges::find_if(shown_, [&](const auto& entry) { return entry.second.closing == running; });
    if (shown == shown_.end()) {
        return;
    }
    const Shown gone = shown->second;
    shown->second.closing = 0; // it is over when this returns
    forget(shown);
    wishes_.tell(gone.showing, {gone.end, 0, {}, {}, {}});
}

void Conversation::token_came(std::uint32_t number, const std::string& token) {
    if (const auto shown = find(number); shown != shown_.end()) {
        shown->second.token = token;
    }
}

void Conversation::pressed(std::uint32_t number, const std::string& key) {
    const auto shown = find(number);
    if (shown == shown_.end()) {
        return;
    }
    Shown& pressed = shown->second;
    const bool offered =
        std::ranges::find(pressed.offered, key, &PromptView::Action::key) != pressed.offered.end();
    if (!offered || pressed.answered) {
        return;
    }
    pressed.answered = true;
    wishes_.tell(pressed.showing, {NotifierReply::Kind::action, 0, key, pressed.token, {}});
    if (pressed.closing != 0) {
        forget(shown);
    }
}

void Conversation::leave() {
    while (!shown_.empty()) {
        take_away(shown_.begin());
    }
    if (bus_.is_connected()) {
        bus_.flush();
    }
    bus_.disconnect();
}

} // namespace limber::notify
