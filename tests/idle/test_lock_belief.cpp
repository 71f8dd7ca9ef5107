// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/lock_belief.hpp"

#include <doctest/doctest.h>

namespace limber::idle {

TEST_CASE("where LockedHint is set, it alone decides") {
    quiet::LockBelief lock;
    lock.hint_is(false);
    CHECK_FALSE(lock.locked());
    lock.lock_asked();
    CHECK(lock.locked());
    lock.hint_is(true);
    CHECK(lock.locked());
    CHECK_FALSE(lock.may_lapse());
    lock.unlock_asked(); // a request: the locker still shows
    CHECK(lock.locked());
    lock.hint_is(false);
    CHECK_FALSE(lock.locked());
    lock.lock_asked(); // the hint will follow
    CHECK_FALSE(lock.locked());
}

TEST_CASE("where nobody sets LockedHint, a request counts until its counterpart or until it lapses") {
    quiet::LockBelief lock;
    lock.hint_is(false);
    lock.lock_asked();
    CHECK(lock.locked());
    CHECK(lock.may_lapse());
    lock.hint_is(false); // said again without a change
    CHECK(lock.locked());
    lock.unlock_asked();
    CHECK_FALSE(lock.locked());
    lock.lock_asked();
    lock.request_lapsed();
    CHECK_FALSE(lock.locked());
    CHECK_FALSE(lock.may_lapse());
}

TEST_CASE("locked at the start") {
    quiet::LockBelief lock;
    lock.hint_is(true);
    CHECK(lock.locked());
}

} // namespace limber::idle
