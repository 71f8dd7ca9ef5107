// SPDX-License-Identifier: GPL-3.0-or-later
// Several weak signs of a locked session made into one: no desktop gives all of them, and some give them
// late.
#pragma once

#include <set>
#include <string>
#include <utility>

namespace limber::quiet {

/// Locked while any source says so. A source that misses the unlocking of a machine that wakes up would keep
/// it locked for good: the first input after a wake therefore ends what was said before the wake.
class JointLock {
public:
    void says(const std::string& source, bool locked) {
        doubtful_.erase(source);
        if (locked) {
            locked_by_.insert(source);
        } else {
            locked_by_.erase(source);
        }
    }

    /// True when it unlocks.
    [[nodiscard]] bool input() {
        const bool before = locked();
        for (const auto& source : std::exchange(doubtful_, {}))
            locked_by_.erase(source);
        return before && !locked();
    }

    /// The machine has slept.
    void woke() { doubtful_ = locked_by_; }

    [[nodiscard]] bool locked() const { return !locked_by_.empty(); }

private:
    std::set<std::string> locked_by_;
    std::set<std::string> doubtful_; ///< of these, said before the machine slept
};

} // namespace limber::quiet
