// SPDX-License-Identifier: GPL-3.0-or-later
// The one notification of limber-notify: what is to be shown, what is shown, and what the server says of it.
#pragma once

#include "notify/notifier.hpp"
#include "notify/pipe_lines.hpp"

#include <cstdint>
#include <functional>
#include <gio/gio.h>
#include <optional>
#include <string>
#include <vector>

namespace limber::notify {

/// For a program with one main loop. Only Notify itself waits for the server, and is not called before the
/// server has answered something else: nothing is left behind in the queue of one that hangs.
class Notification {
public:
    using Tell = std::function<void(const Report&)>;

    explicit Notification(Tell tell) : tell_(std::move(tell)) {}

    Notification(const Notification&) = delete;
    Notification& operator=(const Notification&) = delete;

    /// In place of what is shown now.
    void show(PromptView view);

    /// Takes it off the screen; the server is told when this returns. True if it may come back from the
    /// server's history: a button that is pressed then is told of.
    bool withdraw();

private:
    struct Server {
        std::string name;
        bool actions = false;
        bool markup = false;
    };

    [[nodiscard]] bool connect();
    void ask();
    void hear_name(GVariant* reply);
    void hear_capabilities(GVariant* reply, const GError* error);
    void hear_signal(const std::string& signal, GVariant* values);
    void put_up();
    [[nodiscard]] std::uint32_t send(const PromptView& view, std::string& reason) const;
    void take_away();
    void vanished();
    void pressed(const std::string& key);
    void closed(NotifierReply::Kind how);
    void fail(NotifierReply::Cause cause, const std::string& why);
    void tell(NotifierReply reply);
    void call(const char* method, GVariant* values, GAsyncReadyCallback then);

    Tell tell_;
    GDBusConnection* bus_ = nullptr;
    Server server_;
    std::optional<PromptView> wanted_;
    std::uint32_t views_ = 0; ///< how many were wanted so far
    bool asking_ = false;
    bool asked_again_ = false;
    guint patience_ = 0; ///< runs while a view is wanted

    // what is shown
    std::uint32_t number_ = 0; ///< the server's; 0: nothing is
    std::uint32_t view_ = 0;
    std::uint32_t withdrawn_ = 0; ///< the server's number of what may come back
    std::vector<PromptView::Action> offered_;
    std::string token_;
    bool answered_ = false;
    guint grace_ = 0; ///< runs from the closing on
    NotifierReply::Kind end_ = NotifierReply::Kind::closed;
};

} // namespace limber::notify
