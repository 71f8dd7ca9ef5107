// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event.hpp"
#include "core/time.hpp"
#include "history/history.hpp"
#include "shell/restart.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

namespace {

Stamp stamp(Duration at, Duration asleep, Duration utc) {
    return {.at = Instant{at}, .asleep = asleep, .civil = {.utc = Utc{utc}}};
}

/// Saved ten hours after the boot "a".
history::SavedState saved() {
    return {.text = "…", .boot_id = "a", .stamp = stamp(10h, 1h, 1000h)};
}

} // namespace

TEST_CASE("nothing saved: the first start") {
    CHECK(restarted(std::nullopt, false, stamp(1h, 0h, 1h), "a", {}).kind == Gap::first);
}

TEST_CASE("a quick restart is neither work nor rest") {
    const auto started = restarted(saved(), false, stamp(10h + 3s, 1h, 1000h + 3s), "a", {});
    CHECK(started.kind == Gap::neither);
    CHECK(started.gap == 3s);
}

TEST_CASE("another boot: the machine was off, measured in UTC") {
    const auto started = restarted(saved(), false, stamp(30s, 0h, 1008h), "b", {});
    CHECK(started.kind == Gap::rest);
    CHECK(started.gap == 8h);
}

TEST_CASE("a clock set back while the machine was off makes no negative gap") {
    const auto started = restarted(saved(), false, stamp(30s, 0h, 900h), "b", {});
    CHECK(started.kind == Gap::rest);
    CHECK(started.gap == 0s);
}

TEST_CASE("the wall clock does not matter within one boot") {
    const auto started = restarted(saved(), false, stamp(10h + 1min, 1h, 5000h), "a", {});
    CHECK(started.kind == Gap::neither);
    CHECK(started.gap == 1min);
}

TEST_CASE("asleep for half of the gap: rest; for less: neither") {
    CHECK(restarted(saved(), false, stamp(12h, 2h, 1002h), "a", {}).kind == Gap::rest);
    CHECK(restarted(saved(), false, stamp(12h, 2h - 1s, 1002h), "a", {}).kind == Gap::neither);
}

TEST_CASE("who logged in since was gone") {
    const SessionFacts since{.began = Utc{1007h}, .locked = false};
    const SessionFacts before{.began = Utc{999h}, .locked = false};
    CHECK(restarted(saved(), false, stamp(18h, 1h, 1008h), "a", since).kind == Gap::rest);
    CHECK(restarted(saved(), false, stamp(18h, 1h, 1008h), "a", before).kind == Gap::neither);
}

TEST_CASE("locked when it was saved, and still") {
    const Stamp now = stamp(11h, 1h, 1001h);
    CHECK(restarted(saved(), true, now, "a", {.began = {}, .locked = true}).kind == Gap::rest);
    CHECK(restarted(saved(), true, now, "a", {.began = {}, .locked = false}).kind == Gap::neither);
    CHECK(restarted(saved(), false, now, "a", {.began = {}, .locked = true}).kind == Gap::neither);
    CHECK(restarted(saved(), true, now, "a", {}).kind == Gap::neither);
}

TEST_CASE("a stamp from the future of this boot belongs to another one") {
    // a restored backup, or a boot id nobody could read
    CHECK(restarted(saved(), false, stamp(1h, 0h, 1001h), "a", {}).kind == Gap::rest);
    history::SavedState nameless = saved();
    nameless.boot_id.clear();
    CHECK(restarted(nameless, false, stamp(11h, 1h, 1001h), "", {}).kind == Gap::rest);
}
