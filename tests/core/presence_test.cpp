// SPDX-License-Identifier: GPL-3.0-or-later
// Who is believed about who is there (LAW.md §3): blind sources, forgotten films, and others who are wrong.
#include "core/circumstance.hpp"
#include "day.hpp"
#include "support/note_equal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

constexpr PresenceFound blind_source{.blind = true, .finest = 1s};

QuietChanged film(Level level) {
    return {"inhibitor", level};
}

/// A call is on, so that nobody is prompted and active time grows undisturbed.
struct InACall : BareDay {
    explicit InACall(Plan its_plan = office_plan(), PresenceFound source = blind_source)
        : BareDay(std::move(its_plan), source) {
        happen(0s, QuietChanged{"microphone", Level::on});
    }
};

bool watches(const BareDay& day, Duration threshold) {
    return std::ranges::count(idle_watches(day.plan, day.state), threshold) == 1;
}

} // namespace

TEST_CASE("a blind source is believed for the shortest interval after the inhibitor's start, then presence "
          "is unknown") {
    InACall day;
    day.happen(10min, film(Level::on));
    CHECK(believed_until(day.plan, day.state) == Instant{40min});
    day.happen(40min - 1ms, AlarmRang{});
    CHECK(day.now().doing == Activity::held);
    CHECK_FALSE(day.now().blind);
    day.happen(40min, AlarmRang{});
    CHECK(day.now().doing == Activity::unknown);
    CHECK(day.now().blind);
    day.happen(50min, AlarmRang{});
    CHECK(day.micro() == 40min);
    const auto told = day.noted<note::Blind>();
    REQUIRE(told.size() == 2);
    CHECK(told[0] == note::Blind{Instant{10min}, Instant{40min}, false});
    CHECK(told[1] == note::Blind{Instant{10min}, Instant{40min}, true});

    SUBCASE("a command is certain: somebody is there, for another interval") {
        day.happen(50min, PauseRequested{UntilResumed{}});
        CHECK(believed_until(day.plan, day.state) == Instant{80min});
        day.happen(51min, AlarmRang{});
        CHECK(day.micro() == 41min);
    }
    SUBCASE("an unlock is") {
        day.happen(50min, Locked{});
        day.happen(50min + 10s, Unlocked{});
        CHECK(believed_until(day.plan, day.state) == Instant{80min + 10s});
    }
    SUBCASE("when the inhibitor ends the source sees again, and silence counts from there") {
        day.happen(50min, film(Level::off));
        day.happen(51min, AlarmRang{});
        CHECK(day.micro() == 41min);
        CHECK(day.state.input.last == Instant{50min});
    }
    SUBCASE("another source that sees takes over") {
        day.happen(50min, PresenceFound{.blind = false, .finest = 1s});
        day.happen(51min, AlarmRang{});
        CHECK(day.micro() == 41min);
    }
}

TEST_CASE("the last certain input counts where it came later than the inhibitor; a dismissal is none") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.breaks[0].interval = 31min;
    BareDay day(plan, blind_source);
    day.happen(2min, film(Level::on));
    day.happen(31min + 40s, AlarmRang{});
    REQUIRE(day.saw("09:31:30 prompt micro")); // a blind source shows no pause in the typing
    SUBCASE("dismissed") {
        day.happen(32min, PromptClosed{day.prompt_id()});
        CHECK(believed_until(plan, day.state) == Instant{33min});
    }
    SUBCASE("snoozed") {
        day.happen(32min, PromptAnswered{day.prompt_id(), Answer::snooze, {}});
        CHECK(believed_until(plan, day.state) == Instant{63min});
    }
    SUBCASE("a prompt cannot be shown") {
        day.happen(32min, PromptFailed{day.prompt_id()});
        CHECK(believed_until(plan, day.state) == Instant{33min});
    }
}

TEST_CASE("an inhibitor that is back within idle_after is the same one") {
    InACall day;
    day.happen(10min, film(Level::on));
    day.happen(20min, film(Level::off));
    SUBCASE("after exactly two minutes") {
        day.happen(22min, film(Level::on));
        CHECK(believed_until(day.plan, day.state) == Instant{40min});
    }
    SUBCASE("later") {
        day.happen(22min + 1ms, film(Level::on));
        CHECK(believed_until(day.plan, day.state) == Instant{52min + 1ms});
    }
}

TEST_CASE("while a prompt is up a blind source is believed until the prompt ends") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    BareDay day(plan, blind_source);
    day.happen(1min, film(Level::on));
    day.happen(32min, AlarmRang{});
    REQUIRE(day.saw("09:30:30 prompt micro"));
    CHECK_FALSE(day.now().blind); // 31 minutes were enough otherwise
    CHECK(day.micro() == 32min);
    day.happen(2h, AlarmRang{});
    CAPTURE(day.all());
    CHECK(day.saw("09:32:30 withdraw micro timeout"));
    CHECK(day.now().blind);
    CHECK(day.micro() == 32min + 30s);
    CHECK(day.count("prompt") == 1);
}

TEST_CASE("belief is over before the prompts of its last instant") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.typing_gap = 0s;
    BareDay day(plan, blind_source);
    day.happen(0s, film(Level::on));
    day.happen(2h, AlarmRang{});
    CHECK(day.micro() == 30min);
    CHECK(day.count("prompt") == 0);
}

TEST_CASE(
    "with passive_screen = count a blind source is believed for two hours, which end in presence unknown") {
    Plan plan = office_plan();
    plan.passive_screen = PassiveScreen::count;
    InACall day(plan);
    day.happen(10min, film(Level::on));
    day.happen(3h, AlarmRang{});
    CHECK(day.micro() == 130min);
    CHECK(day.now().doing == Activity::unknown);
}

TEST_CASE("a film that was forgotten is idle after two hours without any input, from their end on") {
    Plan plan = office_plan();
    plan.passive_screen = PassiveScreen::count;
    InACall day(plan, PresenceFound{.finest = 1s});
    day.happen(5min, film(Level::on));
    SUBCASE("from the last input, whenever the inhibitor came") {
        day.happen(6min, BecameIdle{2min});
        CHECK(day.now().doing == Activity::held);
        day.happen(124min, AlarmRang{});
        CHECK(day.now().doing == Activity::away);
        CHECK(day.micro() == 124min);
        day.happen(124min + 40s, AlarmRang{});
        CHECK(day.state.ledger.now.spell->began == Instant{124min});
        CHECK(day.micro() == 0s);
        CHECK(day.long_break() == 124min);
    }
    SUBCASE("any input begins them anew") {
        day.happen(6min, BecameIdle{2min});
        day.happen(60min, BecameActive{});
        day.happen(62min, BecameIdle{2min});
        day.happen(3h - 1ms, AlarmRang{});
        CHECK(day.micro() == 3h - 1ms);
        CHECK(day.now().doing == Activity::held);
        day.happen(3h, AlarmRang{});
        CHECK(day.now().doing == Activity::away);
    }
    SUBCASE("time asleep counts") {
        day.happen(6min, BecameIdle{2min});
        day.happen(40min, AlarmRang{}, 10min);
        day.happen(124min, AlarmRang{}, 10min);
        CHECK(day.now().doing == Activity::away);
    }
    SUBCASE("when the inhibitor ends first, the silence counts from its end") {
        day.happen(6min, BecameIdle{2min});
        day.happen(50min, film(Level::off));
        day.happen(52min - 1ms, AlarmRang{});
        CHECK(day.micro() == 52min - 1ms);
        day.happen(52min, AlarmRang{});
        CHECK(day.state.ledger.now.spell->began == Instant{50min});
    }
}

TEST_CASE("a prompt's shorter threshold does not apply under a film that counts") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.passive_screen = PassiveScreen::count;
    BareDay day(plan);
    day.happen(20min, film(Level::on));
    day.happen(22min, BecameIdle{2min});
    day.happen(30min, AlarmRang{});
    REQUIRE(day.saw("09:30:00 prompt micro")); // a pause in the typing is seen as always
    day.happen(30min + 40s, AlarmRang{});
    CHECK(day.count("withdraw") == 0);
    day.happen(33min, AlarmRang{});
    CHECK(day.saw("09:32:00 withdraw micro timeout"));
}

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

TEST_CASE("a source that can be asked is asked when a prompt draws near, and at each save") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    BareDay day(plan, PresenceFound{.blind = true, .can_be_asked = true, .finest = 1s});
    day.happen(6min, AlarmRang{});
    CHECK_FALSE(idle_question(day.state)); // without an inhibitor it tells by itself
    day.happen(7min, film(Level::on));
    day.happen(10min, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{10min});
    day.happen(15min, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{15min});
    day.happen(29min + 29s, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{25min});
    day.happen(29min + 30s, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{29min + 30s});

    SUBCASE("the answer is a report of silence") {
        day.happen(29min + 30s, BecameIdle{10min});
        CHECK(day.now().doing == Activity::away);
        CHECK(day.state.ledger.now.spell->began == Instant{19min + 30s});
        day.happen(2h, AlarmRang{});
        CHECK(day.count("prompt") == 0);
    }
    SUBCASE("nothing waits for the answer, and no interval ends what it says") {
        day.happen(31min, AlarmRang{});
        CHECK(day.saw("09:30:30 prompt micro"));
        day.happen(90min, AlarmRang{});
        CHECK_FALSE(day.now().blind);
    }
}
