// SPDX-License-Identifier: GPL-3.0-or-later
// Whole days from text to JSON lines: the answers of LAW.md §11, and the end.
#include "simulate/run.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

Plan plan_of(std::vector<BreakRule> rules) {
    Plan plan;
    plan.breaks = std::move(rules);
    Exercise exercise;
    exercise.id = "shoulder-rolls";
    exercise.title = "Shoulder Rolls";
    exercise.positions = {"seated"};
    exercise.places = {"office"};
    const Phase phase{.name = "roll", .text = {}, .kind = PhaseKind::move, .side = Side::none, .length = 42s};
    exercise.blocks = {Block{.reps = 1, .mirror = false, .phases = {phase}}};
    plan.exercises = {exercise};
    return plan;
}

BreakRule rule(std::string name, Duration interval, Duration rest) {
    BreakRule made;
    made.name = std::move(name);
    made.interval = interval;
    made.rest = rest;
    return made;
}

const BreakRule micro = rule("micro", 30min, 40s);
const BreakRule longer = rule("long", 60min, 5min);

std::vector<std::string> day(const Plan& plan, const std::string& text, const RunOptions& options = {}) {
    std::istringstream in(text);
    auto source = open_activity(in);
    REQUIRE(source.has_value());
    std::vector<std::string> lines;
    const auto played =
        run(plan, **source, options, [&](const Line& line) { lines.push_back(json_text(line)); });
    if (!played) lines.push_back("problem: " + played.error().message);
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("nobody answers") {
    CHECK(
        day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 2500}
{"at": 2500, "event": "end"})") ==
        Lines{
            R"({"at": 1830.000, "effect": "prompt", "break": "micro", "exercise": "shoulder-rolls", "reason": "due", "due_since": 1800.000})",
            R"({"at": 1950.000, "effect": "withdraw", "break": "micro", "why": "timeout"})",
            R"({"at": 2280.000, "effect": "prompt", "break": "micro", "exercise": "shoulder-rolls", "reason": "again", "due_since": 1800.000})",
            R"({"at": 2400.000, "effect": "withdraw", "break": "micro", "why": "timeout"})",
            R"({"at": 2400.000, "effect": "record", "break": "micro", "outcome": "unanswered"})",
            R"({"at": 2500.000, "effect": "end", "breaks": {"micro": {"active": 100.000}}})"});
}

TEST_CASE("start begins the session and completes it") {
    CHECK(
        day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 1900})",
            {.answer = AnswerPolicy::start}) ==
        Lines{
            R"({"at": 1830.000, "effect": "prompt", "break": "micro", "exercise": "shoulder-rolls", "reason": "due", "due_since": 1800.000})",
            R"({"at": 1830.000, "effect": "withdraw", "break": "micro", "why": "start"})",
            R"({"at": 1830.000, "effect": "session", "break": "micro", "exercise": "shoulder-rolls", "length": 42})",
            R"({"at": 1872.000, "effect": "record", "break": "micro", "outcome": "done"})",
            R"({"at": 1900.000, "effect": "end", "breaks": {"micro": {"active": 28.000}}})"});
}

TEST_CASE("a session can be made as long as the break") {
    const auto lines = day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 1900})",
                           {.answer = AnswerPolicy::start, .session_length = SessionLength::rest});
    REQUIRE(lines.size() == 5);
    CHECK(
        lines[2] ==
        R"({"at": 1830.000, "effect": "session", "break": "micro", "exercise": "rest-micro", "length": 40})");
    CHECK(lines[4] == R"({"at": 1900.000, "effect": "end", "breaks": {"micro": {"active": 30.000}}})");
}

TEST_CASE("follow leaves the keyboard for the length of the break") {
    CHECK(
        day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 1900})",
            {.answer = AnswerPolicy::follow}) ==
        Lines{
            R"({"at": 1830.000, "effect": "prompt", "break": "micro", "exercise": "shoulder-rolls", "reason": "due", "due_since": 1800.000})",
            R"({"at": 1870.000, "effect": "withdraw", "break": "micro", "why": "followed"})",
            R"({"at": 1870.000, "effect": "record", "break": "micro", "outcome": "followed"})",
            R"({"at": 1900.000, "effect": "end", "breaks": {"micro": {"active": 30.000}}})"});
}

TEST_CASE("skip, and snooze until none is left") {
    const auto skipped = day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 1900})",
                             {.answer = AnswerPolicy::skip});
    REQUIRE(skipped.size() == 4);
    CHECK(skipped[1] == R"({"at": 1830.000, "effect": "withdraw", "break": "micro", "why": "skip"})");
    CHECK(skipped[2] == R"({"at": 1830.000, "effect": "record", "break": "micro", "outcome": "skipped"})");

    BreakRule once = micro;
    once.max_snoozes = 1;
    const auto snoozed = day(plan_of({once}), R"({"at": 0, "input": "typing", "until": 2200})",
                             {.answer = AnswerPolicy::snooze});
    REQUIRE(snoozed.size() == 7);
    CHECK(snoozed[1] == R"({"at": 1830.000, "effect": "withdraw", "break": "micro", "why": "snooze"})");
    CHECK(
        snoozed[3] ==
        R"({"at": 2160.000, "effect": "prompt", "break": "micro", "exercise": "shoulder-rolls", "reason": "again", "due_since": 1800.000})");
    CHECK(snoozed[4] == R"({"at": 2160.000, "effect": "withdraw", "break": "micro", "why": "start"})");
}

TEST_CASE("any hold named holds, and the last one to go releases") {
    const auto lines = day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 3000}
{"at": 60, "event": "hold", "what": "dentist", "on": true}
{"at": 70, "event": "hold", "what": "do-not-disturb", "on": true}
{"at": 2000, "event": "hold", "what": "dentist", "on": false}
{"at": 2500, "event": "hold", "what": "do-not-disturb", "on": false}
{"at": 2560, "event": "end"})");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with(R"({"at": 2550.000, "effect": "prompt")"));
}

TEST_CASE("a sleep at the end emits nothing, but what is known is known") {
    CHECK(day(plan_of({longer}), R"({"at": 0, "input": "typing", "until": 3000}
{"at": 3000, "event": "sleep"}
{"at": 3225, "event": "end"})") ==
          Lines{R"({"at": 3225.000, "effect": "end", "breaks": {"long": {"active": 1200.000}}})"});
    CHECK(day(plan_of({longer}), R"({"at": 0, "input": "typing", "until": 3000}
{"at": 3000, "event": "sleep"}
{"at": 4000, "event": "wake"})") ==
          Lines{R"({"at": 4000.000, "effect": "record", "break": "long", "outcome": "natural"})",
                R"({"at": 4000.000, "effect": "end", "breaks": {"long": {"active": 0.000}}})"});
}

TEST_CASE("the end cuts what goes on, and without one the last instant named is the end") {
    CHECK(day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 1000}
{"at": 600, "event": "end"})") ==
          Lines{R"({"at": 600.000, "effect": "end", "breaks": {"micro": {"active": 600.000}}})"});
    CHECK(day(plan_of({micro}), R"({"at": 10, "input": "typing", "until": 100}
{"at": 50, "event": "clock-step", "by": 7200})") ==
          Lines{R"({"at": 100.000, "effect": "end", "breaks": {"micro": {"active": 100.000}}})"});
    CHECK(day(plan_of({micro}), "") ==
          Lines{R"({"at": 0.000, "effect": "end", "breaks": {"micro": {"active": 0.000}}})"});
}

TEST_CASE("the session in front and presence") {
    CHECK(day(plan_of({longer}), R"({"at": 0, "input": "typing", "until": 2000}
{"at": 1000, "event": "leave-session"}
{"at": 1025, "event": "return-session"}
{"at": 1500, "event": "presence-unknown"}
{"at": 1800, "event": "presence-known"}
{"at": 1900, "event": "end"})") ==
          Lines{R"({"at": 1900.000, "effect": "end", "breaks": {"long": {"active": 1575.000}}})"});
}

TEST_CASE("what becomes of a prompt: dismissed it goes, off the screen it stays until its time is over") {
    const Lines dismissed = day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 1900}
{"at": 1800, "event": "dismiss"}
{"at": 1840, "event": "dismiss"})");
    REQUIRE(dismissed.size() == 3);
    CHECK(dismissed[1] == R"({"at": 1840.000, "effect": "withdraw", "break": "micro", "why": "dismissed"})");
    for (const std::string off : {"expire", "fail"}) {
        const Lines lines = day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 2000}
{"at": 1840, "event": ")" + off + "\"}");
        REQUIRE(lines.size() == 3);
        CHECK(lines[1] == R"({"at": 1950.000, "effect": "withdraw", "break": "micro", "why": "timeout"})");
    }
}

TEST_CASE("a session that is paused ends so much later") {
    const Lines lines = day(plan_of({micro}), R"({"at": 0, "input": "typing", "until": 2000}
{"at": 1835, "event": "pause-session"}
{"at": 1836, "event": "pause-session"}
{"at": 1855, "event": "resume-session"})",
                            {.answer = AnswerPolicy::start});
    REQUIRE(lines.size() == 5);
    CHECK(lines[3] == R"({"at": 1892.000, "effect": "record", "break": "micro", "outcome": "done"})");
}

TEST_CASE("a request to lock that nothing confirms ends, one that is confirmed locks") {
    const std::string typing = "{\"at\": 0, \"input\": \"typing\", \"until\": 500}\n";
    const std::string request = "{\"at\": 100, \"event\": \"lock-request\"}\n";
    CHECK(day(plan_of({longer}), typing + request) ==
          Lines{R"({"at": 500.000, "effect": "end", "breaks": {"long": {"active": 497.000}}})"});
    CHECK(day(plan_of({longer}), typing + request + R"({"at": 101, "event": "lock"}
{"at": 200, "event": "unlock"})") ==
          Lines{R"({"at": 500.000, "effect": "end", "breaks": {"long": {"active": 400.000}}})"});
}

TEST_CASE("where nobody watches, five minutes after the last save are work and the rest is nothing") {
    const std::string frozen = R"({"at": 0, "input": "typing", "until": 4000}
{"at": 1000, "event": "unwatched", "until": 3000}
)";
    CHECK(day(plan_of({longer}), frozen) ==
          Lines{R"({"at": 4000.000, "effect": "end", "breaks": {"long": {"active": 2300.000}}})"});
    CHECK(day(plan_of({longer}), frozen + R"({"at": 2000, "event": "end"})") ==
          Lines{R"({"at": 2000.000, "effect": "end", "breaks": {"long": {"active": 1300.000}}})"});
}

TEST_CASE("a gap of rest pays back as it lasts, a gap of neither does nothing") {
    const auto away = [](const std::string& kind, const std::string& then = {}) {
        return day(plan_of({longer}), R"({"at": 0, "input": "typing", "until": 3000}
{"at": 2700, "event": "restart", "gap": 225, "kind": ")" +
                                          kind + "\"}\n" + then);
    };
    CHECK(away("neither") ==
          Lines{R"({"at": 3000.000, "effect": "end", "breaks": {"long": {"active": 2775.000}}})"});
    CHECK(away("rest") ==
          Lines{R"({"at": 3000.000, "effect": "end", "breaks": {"long": {"active": 975.000}}})"});
    CHECK(away("rest", R"({"at": 2900, "event": "end"})") ==
          Lines{R"({"at": 2900.000, "effect": "end", "breaks": {"long": {"active": 1500.000}}})"});
}

TEST_CASE("behind an inhibitor a blind source is believed for an interval, and until a prompt has ended") {
    const std::string film = R"({"at": 0, "input": "typing", "until": 60}
{"at": 100, "event": "inhibitor", "on": true}
{"at": 5000, "event": "end"})";
    CHECK(day(plan_of({longer}), film).back() ==
          R"({"at": 5000.000, "effect": "end", "breaks": {"long": {"active": 0.000}}})");
    const Lines blind = day(plan_of({longer}), "{\"at\": 0, \"event\": \"blind\", \"on\": true}\n" + film);
    REQUIRE(blind.size() == 3);
    CHECK(blind[0].starts_with(R"({"at": 3630.000, "effect": "prompt")"));
    CHECK(blind[2] == R"({"at": 5000.000, "effect": "end", "breaks": {"long": {"active": 3750.000}}})");
}

TEST_CASE("the same seed gives the same day") {
    const std::string text = R"({"at": 0, "input": "typing", "until": 20000})";
    CHECK(day(plan_of({micro, longer}), text, {.seed = 5}) ==
          day(plan_of({micro, longer}), text, {.seed = 5}));
}

TEST_CASE("a mistake in the middle ends the day with its line") {
    const auto lines = day(plan_of({micro}), "{\"at\": 1, \"event\": \"lock\"}\n{\"at\": 2}");
    CHECK(lines == Lines{"problem: a line has either \"input\" or \"event\""});
}

TEST_CASE("names are quoted") {
    CHECK(json_text({1ms, Withdrawn{"a\"b\n", Why::lost}}) ==
          R"({"at": 0.001, "effect": "withdraw", "break": "a\"b\n", "why": "lost"})");
    CHECK(json_text({1499999ns, DayEnded{{{"x", 26666666667ns}}}}) ==
          R"({"at": 0.001, "effect": "end", "breaks": {"x": {"active": 26.667}}})");
    CHECK(json_text({0s, SessionOpened{"x", "y", 42s + 500ms}}) ==
          R"({"at": 0.000, "effect": "session", "break": "x", "exercise": "y", "length": 42.500})");
}
