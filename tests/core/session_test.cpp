// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

constexpr Instant beginning{1h};

Session session_of(std::vector<SessionPhase> phases) {
    Session session;
    session.began = beginning;
    session.phases = std::move(phases);
    return session;
}

Session three_phases() {
    return session_of({{"a", "one", "", PhaseKind::move, Side::left, 1, 2, 4s},
                       {"a", "two", "", PhaseKind::hold, Side::right, 2, 2, 6s},
                       {"a", "three", "", PhaseKind::rest, Side::none, 1, 1, 2s}});
}

} // namespace

TEST_CASE("the cursor is a function of the instant") {
    const Session session = three_phases();
    CHECK(cursor_at(session, beginning).phase == 0);
    CHECK(cursor_at(session, beginning).left == 4s);
    CHECK(cursor_at(session, beginning + 4s).phase == 1);
    CHECK(cursor_at(session, beginning + 7s).progress == doctest::Approx(0.5));
    CHECK(cursor_at(session, beginning + 7s).total_left == 5s);
    CHECK_FALSE(cursor_at(session, beginning + 12s - 1ns).done);
    CHECK(cursor_at(session, beginning + 12s).done);
    CHECK(cursor_at(session, beginning + 12s).phase == 2);
    CHECK(cursor_at(session, beginning + 99s).left == 0s);
    CHECK(cursor_at(session, beginning - 5s).phase == 0);
}

TEST_CASE("a pause stops it, and its end moves") {
    Session session = three_phases();
    session.paused_at = beginning + 5s;
    CHECK(end_of(session) == never);
    CHECK(next_phase_at(session, beginning + 30s) == never);
    CHECK(cursor_at(session, beginning + 30s).left == 5s);
    session.paused_at.reset();
    session.paused_for = 25s;
    CHECK(end_of(session) == beginning + 37s);
    CHECK(elapsed_in(session, beginning + 30s) == 5s);
    CHECK(next_phase_at(session, beginning + 30s) == beginning + 35s);
}

TEST_CASE("repetitions and mirrored sides are written out") {
    Plan plan;
    Exercise reach = exercise("reach", "upper_back", 3s);
    reach.blocks.push_back(Block{2,
                                 true,
                                 {Phase{"reach", "{side}", PhaseKind::move, Side::left, 3s},
                                  Phase{"hold", "", PhaseKind::hold, Side::left, 4s}}});
    plan.exercises = {reach};
    const auto phases = phases_of(plan, {"reach", "unknown"}, 0s);
    REQUIRE(phases.size() == 1 + 2 * 2 * 2);
    CHECK(phases[1].side == Side::left);
    CHECK(phases[3].side == Side::right);
    CHECK(phases[3].rep == 1);
    CHECK(phases[5].rep == 2);
    CHECK(phases[5].reps == 2);
    CHECK(length_of(reach) == 3s + 2 * 2 * 7s);
}

TEST_CASE("what is left of a long break is spent away from the desk, if it is a minute or more") {
    const Plan plan = office_plan();
    CHECK(phases_of(plan, {"rolls"}, 101s).size() == 1);
    const auto phases = phases_of(plan, {"rolls"}, 102s);
    REQUIRE(phases.size() == 2);
    CHECK(phases[1].name == "leave-desk");
    CHECK(phases[1].length == 60s);
    CHECK(phases_of(plan, {}, 40s).size() == 1);
}

TEST_CASE("steering: next, repeat, pause, enough, stop") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.exercises = {exercise("rolls", "shoulders", 20s)};
    plan.exercises[0].blocks.push_back(plan.exercises[0].blocks[0]);
    OfficeDay day(plan);
    day.desk.type(1h);
    day.desk.pass(10min);
    day.desk.tell(StartRequested{"micro", {}, false});
    REQUIRE(day.desk.state().session);

    SUBCASE("to its end: done, and the rule is clear") {
        day.desk.pass(10min + 40s);
        CHECK(day.saw("09:10:40 session over done"));
        CHECK(day.saw("09:10:40 record micro done"));
        CHECK(day.active("micro") == 0s);
    }
    SUBCASE("next jumps to the next phase; on the last one it ends, done") {
        day.desk.pass(10min + 5s);
        day.desk.tell(SessionSteered{Steering::next});
        CHECK(cursor_at(*day.desk.state().session, day.desk.state().now.at).phase == 1);
        day.desk.tell(SessionSteered{Steering::next});
        CHECK(day.saw("09:10:05 record micro done"));
    }
    SUBCASE("repeat begins the phase again") {
        day.desk.pass(10min + 15s);
        day.desk.tell(SessionSteered{Steering::repeat});
        day.desk.pass(10min + 54s);
        CHECK(day.count("over") == 0);
        day.desk.pass(10min + 55s);
        CHECK(day.saw("09:10:55 session over done"));
    }
    SUBCASE("stopped before half: abandoned, and not asked again at once; from half on: done") {
        day.desk.pass(10min + 19s);
        day.desk.tell(SessionSteered{Steering::stop});
        CHECK(day.saw("09:10:19 record micro abandoned"));
        day.desk.tell(StartRequested{"micro", {}, false});
        day.desk.pass(10min + 39s);
        day.desk.tell(SessionSteered{Steering::stop});
        CHECK(day.saw("09:10:39 record micro done"));
    }
    SUBCASE("enough is done") {
        day.desk.pass(10min + 2s);
        day.desk.tell(SessionSteered{Steering::enough});
        CHECK(day.saw("09:10:02 record micro done"));
    }
    SUBCASE("a pause is neither work nor rest, and the rest goes on with what it had") {
        day.desk.pass(10min + 25s);
        day.desk.tell(SessionSteered{Steering::pause});
        CHECK(day.active("micro") == 2min + 30s); // 25 of 40 s pay a quarter of 30 min
        day.desk.pass(11min);
        day.desk.tell(SessionSteered{Steering::resume});
        CHECK(day.active("micro") == 2min + 30s);
        day.desk.pass(11min + 1s);
        day.desk.tell(AlarmRang{});
        CHECK(day.active("micro") == 1min); // 26 s pay nine minutes
        day.desk.pass(11min + 15s);
        CHECK(day.saw("09:11:15 session over done"));
    }
    SUBCASE("forgotten in a pause: after ten minutes on end it is stopped, as if by the person") {
        day.desk.pass(10min + 19s);
        day.desk.tell(SessionSteered{Steering::pause});
        day.desk.pass(20min + 18s);
        CHECK(day.count("over") == 0);
        day.desk.pass(20min + 19s);
        CHECK(day.saw("09:20:19 session over abandoned"));
        CHECK(day.saw("09:20:19 record micro abandoned"));
        CHECK(day.active("micro") == 10min);
    }
    SUBCASE("forgotten in a pause from half of it on: done") {
        day.desk.pass(10min + 20s);
        day.desk.tell(SessionSteered{Steering::pause});
        day.desk.pass(20min + 20s);
        CHECK(day.saw("09:20:20 record micro done"));
        CHECK(day.active("micro") == 0s);
    }
    SUBCASE("two pauses are not ten minutes on end") {
        day.desk.pass(10min + 5s);
        day.desk.tell(SessionSteered{Steering::pause});
        day.desk.pass(19min);
        day.desk.tell(SessionSteered{Steering::resume});
        day.desk.tell(SessionSteered{Steering::pause});
        day.desk.pass(28min);
        CHECK(day.count("over") == 0);
    }
    SUBCASE("a lock cuts it: done as soon as the rest is as long as the break") {
        day.desk.pass(10min + 10s);
        day.desk.tell(Locked{});
        CHECK(day.saw("09:10:10 session cut"));
        day.desk.pass(10min + 39s);
        CHECK(day.count("record") == 0);
        day.desk.pass(10min + 40s);
        CHECK(day.saw("09:10:40 record micro done"));
        day.desk.tell(Unlocked{});
        CHECK(day.active("micro") == 0s);
        day.desk.pass(20min);
        CHECK(day.count("record") == 1);
    }
    SUBCASE("a lock cuts it and the rest ends early: abandoned, and asked again later, from the record on") {
        day.desk.pass(10min + 10s);
        day.desk.tell(Locked{});
        day.desk.pass(10min + 30s);
        day.desk.tell(Unlocked{});
        CHECK(day.saw("09:10:30 record micro abandoned"));
        CHECK(day.active("micro") == 0s); // 30 of 40 s pay 15 of its 10 minutes
        const Status then = status(plan, day.desk.state());
        CHECK_FALSE(then.rules[0].waits_until); // nothing is left to wait for
    }
    SUBCASE("cut and soon over: nothing is paid, and the rule waits from the record on") {
        day.desk.pass(10min + 5s);
        day.desk.tell(Locked{});
        day.desk.pass(10min + 15s);
        day.desk.tell(Unlocked{});
        CHECK(day.saw("09:10:15 record micro abandoned"));
        CHECK(day.active("micro") == 10min);
        CHECK(status(plan, day.desk.state()).rules[0].waits_until == day.desk.state().now.at + 5min);
    }
    SUBCASE("the exercises of a cut session count, as far as it came") {
        day.desk.pass(10min + 10s);
        day.desk.tell(Locked{});
        REQUIRE(day.desk.state().bag.memory.size() == 1);
        CHECK(day.desk.state().bag.memory[0].done_today == 1);
    }
    SUBCASE("without a rule, a rest as long as the session is enough") {
        day.desk.tell(StartRequested{{}, "rolls", true});
        day.desk.pass(10min + 10s);
        day.desk.tell(Locked{});
        day.desk.pass(10min + 40s);
        CHECK(day.saw("09:10:40 record  done"));
    }
    SUBCASE("who leaves during a pause rests from the last input on; the session stays paused") {
        day.desk.pass(10min + 5s);
        day.desk.tell(SessionSteered{Steering::pause});
        day.desk.type(11min);
        day.desk.pass(13min); // nobody there since 11:00
        CHECK(day.active("micro") == 0s);
        CHECK(day.desk.state().session->paused_at.has_value());
        CHECK(day.desk.state().ledger.now.spell->stood_still == 55s);
        day.desk.pass(20min + 5s);
        CHECK(day.saw("09:20:05 session over abandoned"));
    }
    SUBCASE("a second one is refused unless it shall replace the first") {
        day.desk.tell(StartRequested{"micro", {}, false});
        CHECK(day.count("refused") == 1);
        day.desk.tell(StartRequested{{}, "rolls", true});
        CHECK(day.count("abandoned") == 2);
        CHECK(day.desk.state().session->break_id.empty());
    }
}
