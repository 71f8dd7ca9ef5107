// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the session is locked, from a hint that not every desktop sets and requests that not every locker
// heeds.
#pragma once

namespace limber::quiet {

/// Once LockedHint has been true, it works on this desktop and alone decides. Until then a Lock signal counts
/// as the request that it is: the core ends it with the next input, where nothing confirms it (LAW.md §3).
class LockBelief {
public:
    [[nodiscard]] bool locked() const { return hint_; }

    /// Whether Lock and Unlock signals say anything that the hint does not.
    [[nodiscard]] bool requests_count() const { return !hint_works_; }

    void hint_is(bool locked) {
        hint_works_ = hint_works_ || locked;
        hint_ = locked;
    }

private:
    bool hint_ = false;
    bool hint_works_ = false;
};

} // namespace limber::quiet
