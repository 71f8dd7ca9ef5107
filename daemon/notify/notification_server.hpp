// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's notification server, spoken to from a thread of its own, so that nobody waits for it.
#pragma once

#include "notify/notifier.hpp"
#include "notify/showing.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

namespace limber::notify {

/// All calls return at once. Of several views wished for under one id only the last is shown.
class NotificationServer {
public:
    /// Called on the server's thread.
    using Reply = std::function<void(const Showing&, NotifierReply)>;

    /// What is shown is noted in `note_file`, and what a former daemon noted there is taken away first.
    /// Without a name nothing is noted.
    NotificationServer(Reply reply, std::filesystem::path note_file);
    /// Withdraws what is shown; takes 200 ms at most. No reply comes afterwards.
    ~NotificationServer();
    NotificationServer(const NotificationServer&) = delete;
    NotificationServer& operator=(const NotificationServer&) = delete;

    void show(const Showing& showing, PromptView view);
    void withdraw(std::uint32_t id);

private:
    class Talk;

    std::shared_ptr<Talk> talk_; ///< shared with a thread that may outlive this object
    std::thread thread_;
};

} // namespace limber::notify
