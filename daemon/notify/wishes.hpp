// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox between whoever wants something shown and the thread that waits for servers.
#pragma once

#include "notify/notifier.hpp"
#include "notify/showing.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace limber::notify {

/// Of several views wished for under one id only the last is kept.
class Wishes {
public:
    struct Wish {
        Showing showing;
        PromptView view;
    };

    /// What there was to do at one moment.
    struct Glance {
        std::set<std::uint32_t> withdrawn;
        bool wished = false;
        bool ending = false;
    };

    /// Called on the server's thread.
    using Reply = std::function<void(const Showing&, NotifierReply)>;

    /// `wake` is called on the caller's thread, with the lock held: the server's thread is to look.
    Wishes(Reply reply, std::function<void()> wake);

    // For the caller's thread.

    void show(const Showing& showing, PromptView view);
    void withdraw(std::uint32_t id);
    /// No reply comes afterwards. True if the thread has ended within `patience`.
    bool end(std::chrono::milliseconds patience);

    // For the server's thread.

    /// Withdrawals are told once.
    [[nodiscard]] Glance look();
    /// The serial of the newest wish; 0 without one.
    [[nodiscard]] std::uint64_t newest() const;
    /// Takes out one that is not newer than `last`; none when everything ends.
    [[nodiscard]] std::optional<Wish> next(std::uint64_t last);
    void tell(const Showing& showing, NotifierReply reply);
    void ended();

private:
    Reply reply_;
    std::function<void()> wake_;
    mutable std::mutex mutex_; ///< guards all below
    std::map<std::uint32_t, Wish> wishes_;
    std::set<std::uint32_t> withdrawals_;
    bool ending_ = false;
    std::condition_variable ended_;
    bool has_ended_ = false;
};

} // namespace limber::notify
