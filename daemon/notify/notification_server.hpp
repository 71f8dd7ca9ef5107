// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's notification server, spoken to from a thread of its own, so that nobody waits for it.
#pragma once

#include "notify/notifier.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <thread>

namespace limber {

/// Which show() a reply belongs to. `life` is new after each withdrawal, `serial` with each show().
struct Showing {
    std::uint32_t id = 0;
    std::uint64_t life = 0;
    std::uint64_t serial = 0;
};

/// All calls return at once. Of several views wished for under one id only the last is shown.
class NotificationServer {
public:
    /// Called on the server's thread.
    using Reply = std::function<void(const Showing&, NotifierReply)>;

    explicit NotificationServer(Reply reply);
    /// Withdraws what is shown; takes 200 ms at most. No reply comes afterwards.
    ~NotificationServer();
    NotificationServer(const NotificationServer&) = delete;
    NotificationServer& operator=(const NotificationServer&) = delete;

    void show(const Showing& showing, PromptView view);
    void withdraw(std::uint32_t id);

private:
    class Conversation;

    std::shared_ptr<Conversation> conversation_; ///< shared with a thread that may outlive this object
    std::thread thread_;
};

} // namespace limber
