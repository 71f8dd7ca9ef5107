// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the session is locked, from a hint that not every desktop sets and requests that not every locker
// heeds.
#pragma once

namespace limber::quiet {

/// Once LockedHint has been true, it works on this desktop and alone decides. Until then a Lock signal
/// counts: it is only a request, and where nobody sets the hint nobody may ever say Unlock either (swaylock
/// does not). So a request lapses after a while; by then the idle source knows whether somebody is there,
/// back-dated to the last input.
class LockBelief {
public:
    [[nodiscard]] bool locked() const { return hint_works_ ? hint_ : asked_; }

    /// A Lock request counts now: it has to lapse later.
    [[nodiscard]] bool may_lapse() const { return !hint_works_ && asked_; }

    void hint_is(bool locked);
    void lock_asked();
    void unlock_asked();
    void request_lapsed();

private:
    bool hint_ = false;
    bool hint_works_ = false;
    bool asked_ = false;
};

} // namespace limber::quiet
