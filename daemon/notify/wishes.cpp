// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/wishes.hpp"

#include "notify/notifier.hpp"
#include "notify/showing.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace limber::notify {

Wishes::Wishes(Reply reply, std::function<void()> wake) : reply_(std::move(reply)), wake_(std::move(wake)) {}

void Wishes::show(const Showing& showing, PromptView view) {
    const std::lock_guard lock(mutex_);
    wishes_.insert_or_assign(showing.id, Wish{showing, std::move(view)});
    wake_();
}

void Wishes::withdraw(std::uint32_t id) {
    const std::lock_guard lock(mutex_);
    wishes_.erase(id);
    withdrawals_.insert(id);
    wake_();
}

bool Wishes::end(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    ending_ = true;
    wake_();
    return ended_.wait_for(lock, patience, [this] { return has_ended_; });
}

Wishes::Glance Wishes::look() {
    const std::lock_guard lock(mutex_);
    return {std::exchange(withdrawals_, {}), !wishes_.empty(), ending_};
}

std::uint64_t Wishes::newest() const {
    const std::lock_guard lock(mutex_);
    std::uint64_t newest = 0;
    for (const auto& [id, wish] : wishes_) {
        newest = std::max(newest, wish.showing.serial);
    }
    return newest;
}

std::optional<Wishes::Wish> Wishes::next(std::uint64_t last) {
    const std::lock_guard lock(mutex_);
    const auto next = std::ranges::find_if(
        wishes_, [last](const auto& entry) { return entry.second.showing.serial <= last; });
    if (next == wishes_.end() || ending_) {
        return std::nullopt;
    }
    return std::move(wishes_.extract(next).mapped());
}

void Wishes::tell(const Showing& showing, NotifierReply reply) {
    const std::lock_guard lock(mutex_);
    reply.id = showing.id;
    if (!ending_) {
        reply_(showing, std::move(reply));
    }
}

void Wishes::ended() {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
    ended_.notify_all();
}

} // namespace limber::notify
