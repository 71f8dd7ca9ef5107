// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/joint_lock.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace limber::quiet {
namespace {

constexpr std::optional<bool> no_change = std::nullopt;

} // namespace

TEST_CASE("locked while any source says so") {
    JointLock lock;
    CHECK_FALSE(lock.locked());
    CHECK(lock.says("logind", true) == true);
    CHECK(lock.says("screen savers", true) == no_change);
    CHECK(lock.says("logind", false) == no_change);
    CHECK(lock.locked());
    CHECK(lock.says("screen savers", false) == false);
    CHECK_FALSE(lock.locked());
}

TEST_CASE("who says the same again changes nothing") {
    JointLock lock;
    CHECK(lock.says("logind", false) == no_change);
    CHECK(lock.says("logind", true) == true);
    CHECK(lock.says("logind", true) == no_change);
    CHECK(lock.says("logind", false) == false);
}

TEST_CASE("input does not unlock") {
    JointLock lock;
    lock.says("logind", true);
    CHECK(lock.input() == no_change);
    CHECK(lock.locked());
}

TEST_CASE("input after a wake ends what was said before the wake, and only that") {
    JointLock lock;
    lock.says("screen savers", true);
    lock.woke();
    CHECK(lock.locked());
    SUBCASE("a source that missed the unlocking") {
        CHECK(lock.input() == false);
        CHECK(lock.says("screen savers", false) == no_change);
    }
    SUBCASE("one that speaks again after the wake is believed") {
        CHECK(lock.says("logind", true) == no_change);
        CHECK(lock.says("screen savers", true) == no_change);
        CHECK(lock.input() == no_change);
        CHECK(lock.locked());
    }
    SUBCASE("the doubtful one goes, the sure one stays") {
        lock.says("logind", true);
        CHECK(lock.input() == no_change);
        CHECK(lock.says("logind", false) == false);
    }
}

} // namespace limber::quiet
