// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted, and that what turns out to have been rest is not counted as work.
#include "simulate/full_reckoning.hpp"
#include "simulate/run.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

Plan plan_of_micro() {
    Plan plan;
    BreakRule micro;
    micro.name = "micro";
    micro.interval = 30min;
    micro.rest = 40s;
    plan.breaks = {micro};
    return plan;
}

FullReckoning reckon(const std::string& text, AnswerPolicy answer = AnswerPolicy::ignore) {
    std::istringstream in(text);
    auto source = open_activity(in);
    REQUIRE(source.has_value());
    FullReckoner reckoner;
    RunOptions options;
    options.answer = answer;
    options.session_length = SessionLength::rest;
    const auto played = run(
        plan_of_micro(), **source, options, [&](const Line& line) { reckoner.tell(line); },
        [&](Duration at, const Desk& desk) { reckoner.watch(at, desk); });
    REQUIRE(played.has_value());
    return reckoner.result();
}

/// A prompt at 0 before somebody who never touches a key, withdrawn after `length`.
std::int64_t stayed(Duration length, Why why) {
    FullReckoner reckoner;
    Desk desk(plan_of_micro(), 1, DeskClock{}, {});
    desk.start();
    reckoner.watch(0s, desk);
    reckoner.tell({0s, Prompted{"micro", "", Reason::due, 0s}});
    reckoner.watch(0s, desk);
    desk.pass(length);
    reckoner.tell({length, Withdrawn{"micro", why}});
    reckoner.watch(length, desk);
    return reckoner.result().stayed;
}

} // namespace

TEST_CASE("a break that is asked for twice is one break and two prompts") {
    const auto all = reckon(R"({"at": 0, "input": "typing", "until": 2500})");
    CHECK(all.prompts == 2);
    CHECK(all.breaks == 1);
    CHECK(all.records.at(Outcome::unanswered) == 1);
    CHECK(all.at_desk == 2500s);
    CHECK(all.longest == 2500s);
    CHECK(all.stayed == 0);
}

TEST_CASE("silence is taken back as soon as it is known for one") {
    const auto all = reckon("{\"at\": 0, \"input\": \"typing\", \"until\": 1000}\n"
                            "{\"at\": 2000, \"input\": \"typing\", \"until\": 2700}");
    CHECK(all.at_desk == 1700s);
    CHECK(all.longest == 1000s);
    CHECK(all.natural == 1);
}

TEST_CASE("a sleep and a short lock are not work") {
    const auto all = reckon("{\"at\": 0, \"input\": \"typing\", \"until\": 1700}\n"
                            "{\"at\": 600, \"event\": \"sleep\"}\n"
                            "{\"at\": 1000, \"event\": \"wake\"}\n"
                            "{\"at\": 1100, \"event\": \"lock\"}\n"
                            "{\"at\": 1110, \"event\": \"unlock\"}");
    CHECK(all.at_desk == 1290s);
    CHECK(all.longest == 690s); // ten seconds are no rest
}

TEST_CASE("a guided break is a rest and no work") {
    const auto all = reckon(R"({"at": 0, "input": "typing", "until": 3000})", AnswerPolicy::start);
    CHECK(all.records.at(Outcome::done) == 1);
    CHECK(all.at_desk == 2960s);
    CHECK(all.longest == 1830s);
}

TEST_CASE("prompts left to an empty chair are told from those a rest took away") {
    CHECK(stayed(119s, Why::timeout) == 0);
    CHECK(stayed(120s, Why::timeout) == 0);
    CHECK(stayed(121s, Why::timeout) == 1);
    CHECK(stayed(121s, Why::followed) == 0);
    CHECK(stayed(121s, Why::rested) == 0);
}
