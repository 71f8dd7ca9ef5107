// SPDX-License-Identifier: GPL-3.0-or-later
// What the idle source is asked for, and what its reports mean.
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

std::vector<Duration> watches(const OfficeDay& day) {
    return idle_watches(day.desk.plan(), day.desk.state());
}

} // namespace

TEST_CASE("gaps in the typing are asked for when they matter, and no longer") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(29min + 29s);
    CHECK(watches(day) == std::vector<Duration>{2min});
    day.desk.pass(29min + 30s);
    CHECK(watches(day) == std::vector<Duration>{3s, 2min});
    day.desk.pass(30min + 30s);
    REQUIRE(day.prompt_id() != 0);
    CHECK(watches(day) == std::vector<Duration>{40s, 2min});
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::skip, {}});
    CHECK(watches(day) == std::vector<Duration>{2min});
}

TEST_CASE("typing_gap 0 turns the typing wait off") {
    Plan plan = office_plan();
    plan.typing_gap = 0s;
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(31min);
    CHECK(day.saw("09:30:00 prompt micro"));
}

TEST_CASE("a source that has not watched long enough does not make up an earlier departure") {
    BareDay day;
    day.happen(10min, BecameIdle{2min, Instant{8min}});
    CHECK(day.state.input.last == Instant{8min});
    CHECK(day.micro() == 0s);
    CHECK(day.state.ledger.now.spell->began == Instant{8min});
}

TEST_CASE("a later report by a source that sees everything corrects the departure") {
    BareDay day;
    day.happen(5min, BecameIdle{3s, Instant{4min + 57s}});
    CHECK(day.state.input.last == Instant{4min + 57s});
    day.happen(6min, BecameIdle{2min, the_past});
    CHECK(day.state.input.last == Instant{4min});
    CHECK(day.state.ledger.now.spell->began == Instant{4min});
}

TEST_CASE("silence is counted in time awake: a sleep in between is added") {
    BareDay day;
    day.happen(10min, AlarmRang{});
    day.happen(40min, AlarmRang{}, 30min);
    day.happen(41min, BecameIdle{2min, the_past}, 30min);
    CHECK(day.state.input.last == Instant{9min});
}

TEST_CASE("the start of the daemon is an input: nobody left before it") {
    BareDay day;
    day.happen(1min, BecameIdle{1h, the_past});
    CHECK(day.state.input.last == Instant{0s});
}

TEST_CASE("two idle reports without an input between them are one absence") {
    BareDay day;
    day.happen(10min, BecameIdle{2min, the_past});
    const State once = day.state;
    day.happen(10min, BecameIdle{2min, the_past});
    CHECK(day.state.input.last == once.input.last);
    day.happen(15min, BecameIdle{2min, the_past});
    CHECK(day.state.input.last == once.input.last);
}

TEST_CASE("with a video playing, silence is rest or work as configured") {
    BareDay day;
    day.plan.passive_screen = PassiveScreen::count;
    day.happen(1min, QuietChanged{"inhibitor", Level::on});
    day.happen(10min, BecameIdle{2min, the_past});
    CHECK(status(day.plan, day.state).doing == Activity::working);
    day.happen(12min, QuietChanged{"inhibitor", Level::off});
    day.happen(13min, AlarmRang{});
    CHECK(day.micro() == 13min);
    day.happen(14min, AlarmRang{});
    CHECK(status(day.plan, day.state).doing == Activity::away);
    CHECK(day.state.ledger.now.spell->began == Instant{12min});
}

TEST_CASE("alarms that nobody asked for make no difference") {
    BareDay asked_for;
    BareDay every_second;
    std::vector<Effect> expected;
    for (Duration at = 0s; at <= 3h; at += 1s) {
        const auto effects = every_second.happen(at, AlarmRang{});
        expected.insert(expected.end(), effects.begin(), effects.end());
    }
    const auto effects = asked_for.happen(3h, AlarmRang{});
    CHECK(effects == expected);
    CHECK(asked_for.state == every_second.state);
}
