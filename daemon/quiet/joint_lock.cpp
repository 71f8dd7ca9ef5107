// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/joint_lock.hpp"

#include <string>
#include <utility>

namespace limber::quiet {

void JointLock::says(const std::string& source, bool locked) {
    doubtful_.erase(source);
    if (locked) {
        locked_by_.insert(source);
    } else {
        locked_by_.erase(source);
    }
}

bool JointLock::input() {
    const bool before = locked();
    for (const auto& source : std::exchange(doubtful_, {})) {
        locked_by_.erase(source);
    }
    return before && !locked();
}

void JointLock::woke() {
    doubtful_ = locked_by_;
}

} // namespace limber::quiet
