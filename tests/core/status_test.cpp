// SPDX-License-Identifier: GPL-3.0-or-later
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

Status now(const OfficeDay& day) {
    return status(day.desk.plan(), day.desk.state());
}

} // namespace

TEST_CASE("status follows a day") {
    OfficeDay day;
    day.desk.type(40min);
    day.desk.pass(10min);
    CHECK(now(day).doing == Activity::working);
    CHECK(now(day).next_break == "micro");
    CHECK(now(day).next_left == 20min);
    CHECK(now(day).next_at == day.desk.state().now.at + 20min);
    CHECK(now(day).arc == 4);
    day.desk.pass(30min + 1s);
    CHECK(now(day).doing == Activity::waiting);
    CHECK(now(day).wait_cause == WaitCause::typing);
    CHECK(now(day).next_left == 0s);
    CHECK(now(day).arc == arc_steps);
    day.desk.pass(30min + 31s);
    CHECK(now(day).doing == Activity::prompted);
    CHECK(now(day).prompt->break_id == "micro");
    CHECK(now(day).prompt->snooze.size() == 2);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::snooze, 5min});
    CHECK(now(day).doing == Activity::waiting);
    CHECK(now(day).wait_cause == WaitCause::snoozed);
    CHECK(now(day).rules[0].snoozes_left == 2);
    CHECK(now(day).today.at("micro").at(Outcome::snoozed) == 1);
    day.desk.tell(StartRequested{"micro", {}, false});
    CHECK(now(day).doing == Activity::resting);
    CHECK(now(day).session->break_id == "micro");
}

TEST_CASE("status names what keeps it silent") {
    OfficeDay day;
    day.desk.type(3h);
    day.desk.pass(10min);
    day.desk.tell(QuietChanged{"microphone", Level::on});
    CHECK(now(day).doing == Activity::held);
    CHECK(now(day).holds == std::vector<std::string>{"microphone"});
    day.desk.tell(PauseRequested{ForDuration{30min}});
    CHECK(now(day).doing == Activity::paused);
    CHECK(now(day).paused_until == day.desk.state().now.at + 30min);
    day.desk.tell(ResumeRequested{});
    day.desk.tell(QuietChanged{"microphone", Level::unknown});
    CHECK(now(day).doing == Activity::working);
    day.desk.tell(Locked{});
    CHECK(now(day).doing == Activity::away);
    day.desk.tell(Unlocked{});
    day.desk.tell(PresenceLost{});
    CHECK(now(day).doing == Activity::unknown);
    CHECK_FALSE(now(day).next_at.has_value());
}

TEST_CASE("the arc never moves back at the desk and ends full") {
    OfficeDay day;
    day.desk.type(30min);
    int arc = 0;
    for (Duration at = 0s; at < 30min; at += 1min) {
        day.desk.pass(at);
        CHECK(now(day).arc >= arc);
        arc = now(day).arc;
    }
    CHECK(arc == arc_steps - 1);
}
