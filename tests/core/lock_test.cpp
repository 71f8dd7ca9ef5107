// SPDX-License-Identifier: GPL-3.0-or-later
// Others who say that nobody is here (LAW.md §3): locks, requests to lock, another session; and who sits here
// all the same.
#include "day.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

bool watches(const BareDay& day, Duration threshold) {
    return std::ranges::count(idle_watches(day.plan, day.state), threshold) == 1;
}

} // namespace

TEST_CASE("who types on for two minutes behind a lock or another session sits here") {
    for (const bool lock : {true, false}) {
        CAPTURE(lock);
        const Happening away = lock ? Happening{Locked{}} : Happening{SessionLeft{}};
        const Absence cause = lock ? Absence::lock : Absence::other_session;
        BareDay day;
        day.happen(10min, away);
        CHECK(day.now().doing == Activity::away);
        CHECK(watches(day, 10s));

        SUBCASE("from then on at the desk; the two minutes stay a rest") {
            day.happen(12min - 1ms, AlarmRang{});
            CHECK(day.now().doing == Activity::away);
            day.happen(12min, AlarmRang{});
            CHECK(day.now().doing == Activity::working);
            CHECK(day.now().contradiction == cause);
            CHECK_FALSE(watches(day, 10s));
            day.happen(13min, AlarmRang{});
            CHECK(day.micro() == 1min);
            CHECK(day.long_break() == 11min);
            REQUIRE(day.noted<note::Contradiction>().size() == 1);
            CHECK(day.noted<note::Contradiction>()[0] == note::Contradiction{cause});
        }
        SUBCASE("until the others' next word, even the same one") {
            day.happen(15min, away);
            CHECK(day.now().doing == Activity::away);
            CHECK_FALSE(day.now().contradiction);
            CHECK(day.long_break() == 13min); // 10, and three at the desk
            day.happen(17min, AlarmRang{});
            CHECK(day.now().contradiction == cause);
        }
        SUBCASE("a pause of ten seconds begins the two minutes anew, with the input after it") {
            day.happen(11min, BecameIdle{10s});
            day.happen(11min + 5s, BecameActive{});
            day.happen(13min + 4s, AlarmRang{});
            CHECK_FALSE(day.now().contradiction);
            day.happen(13min + 5s, AlarmRang{});
            CHECK(day.now().contradiction == cause);
        }
        SUBCASE("a pause that is ten seconds long at the very end is one") {
            day.happen(12min, BecameIdle{10s});
            CHECK_FALSE(day.now().contradiction);
        }
        SUBCASE("nobody there: nothing is contradicted") {
            day.happen(10min + 10s, BecameIdle{10s});
            day.happen(2h, AlarmRang{});
            CHECK_FALSE(day.now().contradiction);
        }
        SUBCASE("in the morning, after a night: any two minutes of typing find the lock out") {
            day.happen(10min + 10s, BecameIdle{10s});
            day.happen(12h, BecameActive{});
            day.happen(12h + 2min, AlarmRang{});
            CHECK(day.now().contradiction == cause);
            CHECK(day.state.grace_until == Instant{12h + 3min}); // it is a return
        }
        SUBCASE("a sleep counts as a pause") {
            day.happen(11min + 30s, AlarmRang{}, 5s);
            day.happen(13min + 29s, AlarmRang{}, 5s);
            CHECK_FALSE(day.now().contradiction);
            day.happen(13min + 30s, AlarmRang{}, 5s);
            CHECK(day.now().contradiction == cause);
        }
    }
}

TEST_CASE("unwitnessed time is no input: who sits here is found out after it") {
    BareDay day;
    day.happen(20min, Locked{});
    day.come_late(2h, AlarmRang{}); // asked for at 20:40, when the rest is as long as the micro-break
    CHECK_FALSE(day.now().contradiction);
    CHECK(day.long_break() == 0s); // it is locked, as far as anybody knows
    day.happen(2h + 2min - 1ms, AlarmRang{});
    CHECK_FALSE(day.now().contradiction);
    day.happen(2h + 2min, AlarmRang{});
    CHECK(day.now().contradiction == Absence::lock);
}

TEST_CASE("a source that is blind, or too coarse to tell ten seconds, contradicts nobody") {
    BareDay coarse(office_plan(), PresenceFound{.finest = 11s});
    coarse.happen(10min, Locked{});
    coarse.happen(1h, AlarmRang{});
    CHECK_FALSE(coarse.now().contradiction);

    BareDay blind(office_plan(), blind_source);
    blind.happen(9min, film(Level::on));
    blind.happen(10min, Locked{});
    blind.happen(20min, AlarmRang{});
    CHECK_FALSE(blind.now().contradiction);
    blind.happen(20min, film(Level::off));
    blind.happen(22min - 1ms, AlarmRang{});
    CHECK_FALSE(blind.now().contradiction);
    blind.happen(22min, AlarmRang{});
    CHECK(blind.now().contradiction == Absence::lock);
}

TEST_CASE("a request to lock that nothing confirms ends with the first input after two seconds") {
    BareDay day;
    day.happen(10min, Locked{.requested = true});
    CHECK(day.now().doing == Activity::away);
    CHECK(watches(day, 1s));
    SUBCASE("unbroken typing is known as input one second after the two") {
        day.happen(10min + 3s - 1ms, AlarmRang{});
        CHECK(day.now().locked);
        day.happen(10min + 3s, AlarmRang{});
        CHECK_FALSE(day.now().locked);
        CHECK(day.now().doing == Activity::working);
        CHECK(day.state.grace_until == Instant{11min + 3s}); // as if unlocked
        CHECK(day.micro() == 10min);
        CHECK_FALSE(watches(day, 1s));
    }
    SUBCASE("an input within the two seconds is still the typing of before") {
        day.happen(10min + 1s, BecameIdle{1s});
        day.happen(10min + 1s + 900ms, BecameActive{});
        CHECK(day.now().locked);
        day.happen(10min + 3s, AlarmRang{});
        CHECK_FALSE(day.now().locked);
    }
    SUBCASE("a return ends it at its own instant") {
        day.happen(10min + 1s, BecameIdle{1s});
        day.happen(10min + 2s + 1ms, BecameActive{});
        CHECK_FALSE(day.now().locked);
    }
    SUBCASE("nobody is there: locked until somebody returns") {
        day.happen(10min + 1s, BecameIdle{1s});
        day.happen(2h, AlarmRang{});
        CHECK(day.now().doing == Activity::away);
        day.happen(2h, BecameActive{});
        CHECK_FALSE(day.now().locked);
        CHECK(day.long_break() == 0s);
    }
    SUBCASE("confirmed within them, it is a lock") {
        day.happen(10min + 2s, Locked{});
        day.happen(11min, AlarmRang{});
        CHECK(day.now().locked);
    }
    SUBCASE("a second request begins its two seconds anew") {
        day.happen(10min + 2s, Locked{.requested = true});
        day.happen(10min + 5s - 1ms, AlarmRang{});
        CHECK(day.now().locked);
        day.happen(10min + 5s, AlarmRang{});
        CHECK_FALSE(day.now().locked);
    }
    SUBCASE("the start of the daemon ends it") {
        day.come_late(10min + 2s, Started{1s, Gap::rest, false});
        CHECK_FALSE(day.now().locked);
    }
}

TEST_CASE(
    "where the source saw nothing, a request to lock does not end before it has seen a second of typing") {
    SUBCASE("the lid was closed right after it: locked still at the wake, and unless somebody types") {
        BareDay day;
        day.happen(10min, Locked{.requested = true});
        const Duration night = 8h - 10min - 1s;
        day.happen(8h, AlarmRang{}, night);
        CHECK(day.now().locked);
        SUBCASE("nobody types") {
            day.happen(8h + 1s, BecameIdle{2s}, night);
            day.happen(9h, AlarmRang{}, night);
            CHECK(day.now().locked);
        }
        SUBCASE("somebody does") {
            day.happen(8h + 1s, AlarmRang{}, night);
            CHECK_FALSE(day.now().locked);
        }
    }
    SUBCASE("a film before a blind source") {
        BareDay day(office_plan(), blind_source);
        day.happen(10min, film(Level::on));
        day.happen(11min, Locked{.requested = true});
        day.happen(20min, film(Level::off));
        CHECK(day.now().locked);
        day.happen(20min + 1s, AlarmRang{});
        CHECK_FALSE(day.now().locked);
    }
    SUBCASE("nobody watched") {
        BareDay day;
        day.happen(20min, Locked{.requested = true});
        day.happen(20min + 1s, BecameIdle{1s});
        day.come_late(3h, AlarmRang{});
        day.happen(3h + 1s, BecameIdle{1s});
        CHECK(day.now().locked);
    }
}

TEST_CASE("a request during a confirmed lock is ignored, unless somebody is held to sit there") {
    BareDay day;
    day.happen(10min, Locked{});
    day.happen(11min, Locked{.requested = true});
    day.happen(11min + 30s, AlarmRang{});
    CHECK(day.now().locked);
    day.happen(12min, AlarmRang{});
    REQUIRE(day.now().contradiction == Absence::lock); // two minutes from the lock: the request was no word
    day.happen(13min, Locked{.requested = true});
    CHECK_FALSE(day.now().contradiction);
    CHECK(day.now().doing == Activity::away);
    day.happen(13min + 3s, AlarmRang{});
    CHECK_FALSE(day.now().locked);
}

TEST_CASE("a request to lock cuts a session, as a lock does") {
    BareDay day;
    day.happen(10min, StartRequested{"long", {}, false});
    day.happen(12min, Locked{.requested = true});
    CHECK(day.saw("09:12:00 session cut"));
    day.happen(12min + 3s, AlarmRang{});
    CHECK(day.saw("09:12:03 record long abandoned"));
}
