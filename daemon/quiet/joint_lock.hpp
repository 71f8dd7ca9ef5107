// SPDX-License-Identifier: GPL-3.0-or-later
// Several weak signs of a locked session made into one: no desktop gives all of them, and some give them
// late.
#pragma once

#include <set>
#include <string>

namespace limber::quiet {

/// Locked while any source says so. A source that misses the unlocking of a machine that wakes up would keep
/// it locked for good: the first input after a wake therefore ends what was said before the wake.
class JointLock {
public:
    void says(const std::string& source, bool locked);

    /// True when it unlocks.
    [[nodiscard]] bool input();

    /// The machine has slept.
    void woke();

    [[nodiscard]] bool locked() const { return !locked_by_.empty(); }

private:
    std::set<std::string> locked_by_;
    std::set<std::string> doubtful_; ///< of these, said before the machine slept
};

} // namespace limber::quiet
