// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown, what is wished for, and what the server says about it. Lives on the server's thread.
#pragma once

#include "notify/libnotify_view.hpp"
#include "notify/notification_bus.hpp"
#include "notify/notifier.hpp"
#include "notify/showing.hpp"
#include "notify/shown_note.hpp"
#include "notify/wishes.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <gio/gio.h>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace limber::notify {

class Conversation final : NotificationBus::Listener {
public:
    /// `context` is the thread's default while anything here is called.
    Conversation(Wishes& wishes, GMainContext* context, std::filesystem::path note_file)
        : wishes_(wishes), context_(context), note_(std::move(note_file)) {}

    /// Takes away what a daemon that was killed has left on the screen.
    void clear_up();

    /// Does what has been wished for, once the server has said what it can do.
    void deal(const Wishes::Glance& glance);

    /// Takes everything off the screen.
    void leave();

private:
    struct Shown {
        Showing showing;
        std::uint32_t number = 0; ///< the server's
        std::vector<PromptView::Action> offered;
        std::string token;
        bool answered = false;
        NotifierReply::Kind end = NotifierReply::Kind::closed; ///< to be reported when the grace is over
        guint closing = 0; ///< source that reports the closing when the grace is over
    };

    using ShownById = std::map<std::uint32_t, Shown>;

    void answered(const std::expected<Capabilities, NotificationBus::NoAnswer>& can) override;
    void vanished() override;
    void closed(std::uint32_t number, bool by_person) override;
    void pressed(std::uint32_t number, const std::string& key) override;
    void token_came(std::uint32_t number, const std::string& token) override;

    guint after(guint milliseconds, GSourceFunc call);
    void cancel(guint& source_id);
    void ask();
    void lose_patience();
    template <class Deal>
    void for_each_wish(Deal deal);
    void fail_wishes(const std::string& why);
    void put_up(const Wishes::Wish& wish, Capabilities can);
    void take_away(ShownById::iterator shown);
    void take_away(std::uint32_t id);
    void forget(ShownById::iterator shown);
    [[nodiscard]] ShownById::iterator find(std::uint32_t number);
    void report_closed();
    void note_shown();
    void tell_failed(const Showing& showing, const std::string& why);

    Wishes& wishes_;
    GMainContext* context_;
    NotificationBus bus_{*this};
    bool asked_again_ = false;
    guint patience_ = 0; ///< runs while views are wished for and the server has not answered
    ShownById shown_;
    ShownNote note_; ///< follows shown_
};

} // namespace limber::notify
