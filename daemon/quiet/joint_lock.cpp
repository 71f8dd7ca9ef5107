// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/joint_lock.hpp"

#include <optional>
#include <string>
#include <utility>

namespace limber::quiet {

std::optional<bool> JointLock::says(const std::string& source, bool locked) {
    const bool before = this->locked();
    doubtful_.erase(source);
    if (locked) {
        locked_by_.insert(source);
    } else {
        locked_by_.erase(source);
    }
    return changed_from(before);
}

std::optional<bool> JointLock::input() {
    const bool before = locked();
    for (const auto& source : std::exchange(doubtful_, {})) {
        locked_by_.erase(source);
    }
    return changed_from(before);
}

void JointLock::woke() {
    doubtful_ = locked_by_;
}

std::optional<bool> JointLock::changed_from(bool before) const {
    if (locked() == before) return std::nullopt;
    return locked();
}

} // namespace limber::quiet
