// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated desk tells the core what a real one would, as late as a real one would.
#include "simulate/tried_desk.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

Plan one_rule() {
    Plan plan;
    BreakRule rule;
    rule.name = "long";
    rule.interval = 60min;
    rule.rest = 5min;
    plan.breaks = {rule};
    return plan;
}

/// A desk that writes down the idle reports and sleeps it tells of.
struct Told {
    std::vector<std::string> lines;
    TriedDesk desk{one_rule(), 1, DeskClock{},
                   [this](const Event& event, const std::vector<Effect>&) { note(event); }};

    void note(const Event& event) {
        const auto at = std::chrono::duration_cast<std::chrono::seconds>(desk.now()).count();
        const auto slept = std::chrono::duration_cast<std::chrono::seconds>(event.stamp.asleep).count();
        if (const auto* idle = std::get_if<BecameIdle>(&event.what)) {
            const auto silence = std::chrono::duration_cast<std::chrono::seconds>(idle->silence).count();
            lines.push_back(std::to_string(at) + " idle " + std::to_string(silence));
        } else if (std::holds_alternative<BecameActive>(event.what)) {
            lines.push_back(std::to_string(at) + " active");
        } else if (slept != slept_) {
            lines.push_back(std::to_string(at) + " slept " + std::to_string(slept));
        }
        slept_ = slept;
    }

private:
    long slept_ = 0;
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("silence is told one threshold late, and the first input after it at once") {
    Told told;
    told.desk.start();
    told.desk.type(100s);
    told.desk.pass(400s);
    CHECK(told.lines == Lines{"220 idle 120"});
    told.desk.touch();
    told.desk.touch();
    told.desk.pass(519s);
    CHECK(told.lines == Lines{"220 idle 120", "400 active"});
    told.desk.pass(520s);
    CHECK(told.lines.back() == "520 idle 120");
}

TEST_CASE("an input at the very instant comes after the report") {
    Told told;
    told.desk.start();
    told.desk.pass(120s);
    told.desk.touch();
    CHECK(told.lines == Lines{"120 idle 120", "120 active"});
}

TEST_CASE("nothing is told in a sleep, and silence counts in time awake") {
    Told told;
    told.desk.start();
    told.desk.type(30s);
    told.desk.pass(50s);
    told.desk.sleep();
    told.desk.pass(1000s);
    CHECK(told.lines.empty());
    told.desk.wake();
    told.desk.pass(1099s);
    CHECK(told.lines == Lines{"1000 slept 950"});
    told.desk.pass(1100s);
    CHECK(told.lines.back() == "1100 idle 120");
    told.desk.touch();
    CHECK(told.lines.back() == "1100 active");
}

TEST_CASE("typing stops in a sleep and goes on at the wake") {
    Told told;
    told.desk.start();
    told.desk.type(500s);
    told.desk.pass(100s);
    told.desk.sleep();
    told.desk.pass(400s);
    told.desk.touch();
    told.desk.wake();
    told.desk.pass(619s);
    CHECK(told.lines == Lines{"400 slept 300"});
    told.desk.pass(620s);
    CHECK(told.lines.back() == "620 idle 120");
}

TEST_CASE("input that is ignored does not exist, and typing resumes after it") {
    Told told;
    told.desk.start();
    told.desk.type(500s);
    told.desk.pass(100s);
    told.desk.ignore_input_until(300s);
    told.desk.touch();
    told.desk.pass(400s);
    CHECK(told.lines == Lines{"220 idle 120", "300 active"});
}

TEST_CASE("a source that comes back looks at the silence anew") {
    Told told;
    told.desk.start();
    told.desk.pass(50s);
    told.desk.tell(PresenceLost{});
    told.desk.pass(300s);
    CHECK(told.lines.empty());
    told.desk.tell(PresenceFound{});
    CHECK(told.lines == Lines{"300 idle 300"});
}

TEST_CASE("a blind source tells of no silence while an inhibitor is on, and counts anew after it") {
    Told told;
    told.desk.start();
    told.desk.change_sight({.blind = true});
    SUBCASE("silence that nobody has told of") {
        told.desk.tell(QuietChanged{"inhibitor", Level::on});
        told.desk.pass(1000s);
        CHECK(told.lines.empty());
        SUBCASE("the inhibitor ends") {
            told.desk.tell(QuietChanged{"inhibitor", Level::off});
        }
        SUBCASE("the source sees again") {
            told.desk.change_sight({});
        }
        told.desk.pass(1119s);
        CHECK(told.lines.empty());
        told.desk.pass(1120s);
        CHECK(told.lines == Lines{"1120 idle 120"});
    }
    SUBCASE("idleness that was told of lasts until the next input") {
        told.desk.pass(200s);
        told.desk.tell(QuietChanged{"inhibitor", Level::on});
        told.desk.pass(300s);
        CHECK(told.lines == Lines{"120 idle 120"});
        told.desk.touch();
        CHECK(told.lines.back() == "300 active");
    }
}

TEST_CASE("a source that is asked answers under an inhibitor as well") {
    Told told;
    told.desk.start();
    told.desk.change_sight({.can_be_asked = true});
    told.desk.tell(QuietChanged{"inhibitor", Level::on});
    told.desk.pass(299s);
    CHECK(told.lines.empty());
    told.desk.pass(300s); // the core saves
    CHECK(told.lines == Lines{"300 idle 300"});
}

TEST_CASE("where nobody watches nothing is told, and the state at the end is") {
    Told told;
    told.desk.start();
    told.desk.type(100s);
    told.desk.pass(100s);
    SUBCASE("who left meanwhile has been silent since then") {
        told.desk.leave_unwatched(500s);
        told.desk.pass(499s);
        CHECK(told.lines.empty());
        told.desk.pass(500s);
        CHECK(told.lines == Lines{"500 idle 400"});
    }
    SUBCASE("who came back meanwhile comes back at the end") {
        told.desk.pass(300s);
        told.desk.leave_unwatched(500s);
        told.desk.pass(450s);
        told.desk.touch();
        told.desk.pass(500s);
        CHECK(told.lines == Lines{"220 idle 120", "500 active", "500 idle 50"});
    }
    SUBCASE("a lock that came is told, one that came and went is not") {
        told.desk.leave_unwatched(500s);
        told.desk.tell(SessionLeft{});
        told.desk.tell(Locked{});
        told.desk.tell(QuietChanged{"inhibitor", Level::on});
        told.desk.pass(400s);
        told.desk.tell(SessionReturned{});
        told.desk.tell(QuietChanged{"inhibitor", Level::off});
        told.desk.pass(500s);
        CHECK(told.desk.state().levels.empty());
        CHECK(told.desk.state().locked);
        CHECK_FALSE(told.desk.state().elsewhere);
        CHECK(told.desk.state().others_said == told.desk.state().now.at);
    }
    SUBCASE("a request to lock that is still waiting was in vain") {
        told.desk.tell(Locked{.requested = true});
        told.desk.leave_unwatched(101s);
        told.desk.pass(101s);
        CHECK_FALSE(told.desk.state().locked);
    }
    SUBCASE("commands are lost") {
        told.desk.leave_unwatched(500s);
        told.desk.tell(PauseRequested{UntilResumed{}});
        told.desk.pass(500s);
        CHECK_FALSE(told.desk.state().pause.has_value());
    }
    SUBCASE("a sleep in it is slept") {
        told.desk.leave_unwatched(500s);
        told.desk.pass(200s);
        told.desk.sleep();
        told.desk.pass(400s);
        told.desk.wake();
        CHECK(told.lines.empty());
        told.desk.pass(500s);
        CHECK(told.lines == Lines{"500 idle 200"});
    }
}

TEST_CASE("a restart keeps the progress, whether the machine boots or not") {
    for (const bool boots : {false, true}) {
        CAPTURE(boots);
        Told told;
        told.desk.start();
        told.desk.type(2000s);
        told.desk.pass(1000s);
        const auto restarted = told.desk.restart(10s, Gap::neither, boots, Ending::orderly);
        REQUIRE(restarted.has_value());
        told.desk.pass(1100s);
        told.desk.tell(AlarmRang{});
        CHECK(told.desk.now() == 1100s);
        CHECK(status(told.desk.plan(), told.desk.state()).rules.at(0).active == 1090s);
    }
}

TEST_CASE("what happens while the daemon is away is true at its start") {
    Told told;
    told.desk.start();
    told.desk.pass(10s);
    REQUIRE(told.desk.stop(100s, Gap::neither, false, Ending::orderly).has_value());
    told.desk.tell(Locked{});
    told.desk.tell(QuietChanged{"inhibitor", Level::on});
    told.desk.change_sight({.blind = true});
    told.desk.pass(109s);
    CHECK_FALSE(told.desk.state().locked);
    told.desk.pass(110s);
    CHECK(told.desk.state().locked);
    CHECK(told.desk.state().sight.blind);
    told.desk.pass(1000s);
    CHECK(told.lines.empty());
}
