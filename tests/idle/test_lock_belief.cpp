// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/lock_belief.hpp"

#include <doctest/doctest.h>

namespace limber::idle {

TEST_CASE("where LockedHint is set, it alone decides") {
    quiet::LockBelief lock;
    lock.hint_is(false);
    CHECK_FALSE(lock.locked());
    CHECK(lock.requests_count()); // nobody has shown yet that the hint works
    lock.hint_is(true);
    CHECK(lock.locked());
    CHECK_FALSE(lock.requests_count()); // the locker still shows, or the hint will follow
    lock.hint_is(false);
    CHECK_FALSE(lock.locked());
    CHECK_FALSE(lock.requests_count());
}

TEST_CASE("locked at the start") {
    quiet::LockBelief lock;
    lock.hint_is(true);
    CHECK(lock.locked());
    CHECK_FALSE(lock.requests_count());
}

} // namespace limber::idle
