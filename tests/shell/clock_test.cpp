// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.hpp"
#include "event_loop.hpp"
#include "shell/clock.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

namespace {

/// Another TZ for as long as it lives.
class Zone {
public:
    explicit Zone(const char* name) {
        if (const char* set = std::getenv("TZ")) before_ = set; // NOLINT(concurrency-mt-unsafe)
        setenv("TZ", name, 1);                                  // NOLINT(concurrency-mt-unsafe)
        tzset();                                                // NOLINT(concurrency-mt-unsafe)
    }

    ~Zone() {
        setenv("TZ", before_.c_str(), 1); // NOLINT(concurrency-mt-unsafe)
        tzset();                          // NOLINT(concurrency-mt-unsafe)
    }

    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

private:
    std::string before_ = ":/etc/localtime";
};

// Rules written out, so that no zone files are needed: Berlin.
constexpr auto berlin = "CET-1CEST,M3.5.0,M10.5.0/3";

// 2026-06-01 12:00 UTC, and the end of summer time on 2026-10-25 at 01:00 UTC
constexpr std::time_t june = 1'780'315'200;
constexpr std::time_t october_change = 1'792'890'000;

} // namespace

TEST_CASE("stamps never go back, and reading noise is no sleep") {
    Clock clock;
    Stamp before = clock.now();
    for (int i = 0; i < 20'000; ++i) {
        const Stamp now = clock.now();
        REQUIRE(now.at >= before.at);
        REQUIRE(now.asleep == before.asleep);
        before = now;
    }
}

TEST_CASE("the change of the zone's offset is found to the second") {
    const Zone zone{berlin};
    CHECK(local_offset(june) == 2h);
    CHECK(next_offset_change(june) == Utc{std::chrono::seconds{october_change}});
    CHECK(local_offset(october_change - 1) == 2h);
    CHECK(local_offset(october_change) == 1h);
}

TEST_CASE("a zone without summer time has no change") {
    const Zone zone{"IST-5:30"};
    CHECK(local_offset(june) == 5h + 30min);
    CHECK(next_offset_change(june) == Utc::max());
}

TEST_CASE("a new zone is seen after reload_zone") {
    const Zone zone{"UTC0"};
    Clock clock;
    CHECK(clock.now().civil.offset == 0s);
    setenv("TZ", "IST-5:30", 1); // NOLINT(concurrency-mt-unsafe)
    clock.reload_zone();
    CHECK(clock.now().civil.offset == 5h + 30min);
    CHECK(std::string{std::getenv("TZ")} == "IST-5:30"); // NOLINT(concurrency-mt-unsafe)
}

TEST_CASE("a pretended sleep shows in both clocks") {
    Clock clock;
    const Stamp before = clock.now();
    clock.pretend(8h, 8h);
    const Stamp after = clock.now();
    CHECK(after.at - before.at >= 8h);
    CHECK(after.at - before.at < 8h + 1s);
    CHECK(after.asleep - before.asleep >= 8h - 1ms);
    CHECK(after.asleep - before.asleep < 8h + 1ms);
}

TEST_CASE("an alarm in the past rings at once, a disarmed one does not") {
    test::need_application();
    Clock clock;
    int rung = 0;
    Alarm alarm{[&] { ++rung; }};
    alarm.set(clock.now().at - 1h);
    CHECK(test::wait_until([&] { return rung == 1; }));
    alarm.set(clock.now().at + 1h);
    alarm.set(never);
    test::run_ready();
    CHECK(rung == 1);
    // the same instant again, after it rang
    alarm.set(Instant{1s});
    CHECK(test::wait_until([&] { return rung == 2; }));
}

TEST_CASE("an alarm whose time comes in a pretended sleep rings after it") {
    test::need_application();
    Clock clock;
    int rung = 0;
    Alarm alarm{[&] { ++rung; }};
    alarm.set(clock.now().at + 1h);
    test::run_ready();
    CHECK(rung == 0);
    clock.pretend(2h, 2h);
    alarm.set_ahead(clock.pretended());
    CHECK(test::wait_until([&] { return rung == 1; }));
}
