// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/joint_lock.hpp"

#include <doctest/doctest.h>

namespace limber::quiet {

TEST_CASE("locked while any source says so") {
    JointLock lock;
    CHECK_FALSE(lock.locked());
    lock.says("logind", true);
    lock.says("screen savers", true);
    lock.says("logind", false);
    CHECK(lock.locked());
    lock.says("screen savers", false);
    CHECK_FALSE(lock.locked());
}

TEST_CASE("who says the same again changes nothing") {
    JointLock lock;
    lock.says("logind", false);
    CHECK_FALSE(lock.locked());
    lock.says("logind", true);
    lock.says("logind", true);
    CHECK(lock.locked());
    lock.says("logind", false);
    CHECK_FALSE(lock.locked());
}

TEST_CASE("input does not unlock") {
    JointLock lock;
    CHECK_FALSE(lock.input());
    lock.says("logind", true);
    CHECK_FALSE(lock.input());
    CHECK(lock.locked());
}

TEST_CASE("input after a wake ends what was said before the wake, and only that") {
    JointLock lock;
    lock.says("screen savers", true);
    lock.woke();
    CHECK(lock.locked());
    SUBCASE("a source that missed the unlocking") {
        CHECK(lock.input());
        CHECK_FALSE(lock.locked());
        CHECK_FALSE(lock.input());
    }
    SUBCASE("one that speaks again after the wake is believed") {
        lock.says("logind", true);
        lock.says("screen savers", true);
        CHECK_FALSE(lock.input());
        CHECK(lock.locked());
    }
    SUBCASE("the doubtful one goes, the sure one stays") {
        lock.says("logind", true);
        CHECK_FALSE(lock.input());
        CHECK(lock.locked());
        lock.says("logind", false);
        CHECK_FALSE(lock.locked());
    }
}

} // namespace limber::quiet
