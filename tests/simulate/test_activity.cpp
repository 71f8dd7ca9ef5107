// SPDX-License-Identifier: GPL-3.0-or-later
// Reading activity: every kind of line, every kind of mistake, and exports of ActivityWatch.
#include "simulate/activity.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

struct ReadAll {
    std::vector<Action> actions;
    std::optional<ActivityProblem> problem;
    std::optional<FileClock> clock;
};

ReadAll read(const std::string& text) {
    std::istringstream in(text);
    ReadAll all;
    auto source = open_activity(in);
    if (!source) {
        all.problem = source.error();
        return all;
    }
    all.clock = (*source)->clock();
    for (;;) {
        auto action = (*source)->next();
        if (!action) {
            all.problem = action.error();
            return all;
        }
        if (!*action) return all;
        all.actions.push_back(**action);
    }
}

ActivityProblem problem_of(const std::string& text) {
    const auto all = read(text);
    REQUIRE(all.problem.has_value());
    return *all.problem;
}

} // namespace

TEST_CASE("every kind of line is read") {
    const auto all = read(R"({"at": 0,    "input": "typing", "until": 1200}
{"at": 1500, "input": "once"}

{"at": 1600, "event": "lock"}
{"at": 1600.5, "event": "unlock"}
{"at": 1700, "event": "hold", "what": "microphone", "on": true}
{"at": 1800, "event": "clock-step", "by": -7200.25}
{"at": 1900, "event": "presence-unknown"}
{"at": 1901, "event": "lock-request"}
{"at": 1902, "event": "dismiss"}
{"at": 1903, "event": "expire"}
{"at": 1904, "event": "fail"}
{"at": 1905, "event": "pause-session"}
{"at": 1906, "event": "resume-session"}
{"at": 1907, "event": "inhibitor", "on": true}
{"at": 1908, "event": "blind", "on": false}
{"at": 2000, "event": "unwatched", "until": 2600}
{"at": 2600, "event": "restart", "gap": 0.5, "kind": "rest"}
{"at": 2601, "event": "restart", "gap": 120, "kind": "neither"}
{"at": 9000, "event": "end"}
this is never read
)");
    CHECK_FALSE(all.problem.has_value());
    CHECK_FALSE(all.clock.has_value());
    const std::vector<Action> expected{
        {0s, Typing{1200s}},
        {1500s, SingleInput{}},
        {1600s, Occurrence::lock},
        {1600s + 500ms, Occurrence::unlock},
        {1700s, HoldChange{"microphone", true}},
        {1800s, ClockStep{-7200s - 250ms}},
        {1900s, Occurrence::presence_unknown},
        {1901s, Occurrence::lock_request},
        {1902s, Occurrence::dismiss},
        {1903s, Occurrence::expire},
        {1904s, Occurrence::fail},
        {1905s, Occurrence::pause_session},
        {1906s, Occurrence::resume_session},
        {1907s, InhibitorChange{true}},
        {1908s, BlindnessChange{false}},
        {2000s, NobodyWatches{2600s}},
        {2600s, DaemonRestart{500ms, Gap::rest}},
        {2601s, DaemonRestart{120s, Gap::neither}},
        {9000s, Occurrence::end},
    };
    CHECK(all.actions == expected);
}

TEST_CASE("dates count from the first one") {
    const auto all =
        read(R"({"at": "2025-01-06T09:00:00+01:00", "input": "typing", "until": "2025-01-06T09:20:00.5+01:00"}
{"at": "2025-01-06T08:30:00Z", "event": "end"})");
    CHECK_FALSE(all.problem.has_value());
    REQUIRE(all.actions.size() == 2);
    CHECK(all.actions[0] == Action{0s, Typing{1200s + 500ms}});
    CHECK(all.actions[1] == Action{1800s, Occurrence::end});
    REQUIRE(all.clock.has_value());
    CHECK(all.clock->offset == 1h);
    CHECK(all.clock->utc == std::chrono::sys_days{std::chrono::January / 6 / 2025} + 8h);
}

TEST_CASE("nothing at all is an empty day") {
    for (const char* text : {"", "\n\n", "  \r\n"}) {
        const auto all = read(text);
        CHECK(all.actions.empty());
        CHECK_FALSE(all.problem.has_value());
    }
}

TEST_CASE("mistakes are named with line and column") {
    struct Mistake {
        const char* text;
        std::uint64_t line;
        std::uint64_t column;
        const char* says;
    };

    const std::vector<Mistake> mistakes{
        {"{\"at\": 5, \"event\": \"lock\"}\n{\"at\": 4, \"event\": \"unlock\"}", 2, 2, "time goes back"},
        {"{\"at\": 0, \"input\": \"typing\", \"until\": 9}\n{\"at\": 8, \"input\": \"typing\", \"until\": "
         "10}",
         2, 2, "overlaps"},
        {"{\"at\": 5, \"input\": \"typing\", \"until\": 4}", 1, 30, "before"},
        {"{\"at\": 5, \"input\": \"once\", \"util\": 4}", 1, 28, "unknown field \"util\""},
        {"{\"at\": 5, \"event\": \"lock\", \"until\": 4}", 1, 28, "unknown field \"until\""},
        {"{\"at\": 5, \"event\": \"dance\"}", 1, 11, "unknown \"event\""},
        {"{\"at\": 5, \"event\": 7}", 1, 11, "unknown \"event\""},
        {"{\"at\": 5, \"input\": \"sometimes\"}", 1, 11, "\"typing\" or \"once\""},
        {"{\"at\": 5}", 1, 2, "either"},
        {"{\"at\": 5, \"event\": \"lock\", \"input\": \"once\"}", 1, 2, "either"},
        {"{\"event\": \"lock\"}", 1, 1, "\"at\" is missing"},
        {"{\"at\": -1, \"event\": \"lock\"}", 1, 2, "too far back"},
        {"{\"at\": 1e11, \"event\": \"lock\"}", 1, 2, "hundred years"},
        {"{\"at\": 1e999, \"event\": \"lock\"}", 1, 1, "too large"},
        {"{\"at\": true, \"event\": \"lock\"}", 1, 2, "number of seconds"},
        {"{\"at\": \"yesterday\", \"event\": \"lock\"}", 1, 2, "not a date"},
        {"{\"at\": 1, \"at\": 2, \"event\": \"lock\"}", 1, 2, "twice"},
        {"{\"at\": 1, \"event\": \"hold\", \"on\": true}", 1, 1, "name of the hold"},
        {"{\"at\": 1, \"event\": \"hold\", \"what\": \"camera\", \"on\": 1}", 1, 46, "true or false"},
        {"{\"at\": 1, \"event\": \"clock-step\"}", 1, 1, "number of seconds"},
        {"{\"at\": 1, \"event\": \"inhibitor\"}", 1, 1, "true or false"},
        {"{\"at\": 1, \"event\": \"blind\", \"on\": 1}", 1, 29, "true or false"},
        {"{\"at\": 1, \"event\": \"unwatched\"}", 1, 1, "\"until\" is missing"},
        {"{\"at\": 1, \"event\": \"unwatched\", \"until\": 0}", 1, 33, "before"},
        {"{\"at\": 1, \"event\": \"restart\", \"kind\": \"rest\"}", 1, 1, "\"gap\""},
        {"{\"at\": 1, \"event\": \"restart\", \"gap\": -1, \"kind\": \"rest\"}", 1, 31, "too far back"},
        {"{\"at\": 1, \"event\": \"restart\", \"gap\": 1}", 1, 1, "\"rest\" or \"neither\""},
        {"{\"at\": 1, \"event\": \"restart\", \"gap\": 1, \"kind\": \"first\"}", 1, 41,
         "\"rest\" or \"neither\""},
        {"{\"at\": 1, \"event\": \"unwatched\", \"until\": 9}\n{\"at\": 8, \"event\": \"restart\", \"gap\": "
         "1, "
         "\"kind\": \"rest\"}",
         2, 11, "hears nothing"},
        {"{\"at\": 1, \"event\": \"lock\"}\n{\"at\": \"2025-01-06T09:00:00Z\", \"event\": \"lock\"}", 2, 2,
         "seconds"},
        {"[1, 2", 1, 5, "not JSON"},
        {"17", 1, 1, "one object"},
        {"{\"at\": 1, \"event\": \"lock\"}\n{\"at\": 2, \"eve", 2, 15, "not JSON"},
    };
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.text);
        const auto problem = problem_of(mistake.text);
        CHECK(problem.line == mistake.line);
        CHECK(problem.column == mistake.column);
        CHECK(problem.message.find(mistake.says) != std::string::npos);
    }
}

TEST_CASE("garbage is refused, whatever it is") {
    std::string bytes;
    for (int i = 0; i < 5000; ++i)
        bytes += static_cast<char>(i * 37 % 251);
    CHECK(problem_of(bytes).line == 1);
    CHECK(problem_of(std::string(1'000'000, '[')).message == "this is not JSON");
    CHECK(problem_of(std::string(1'000'000, 'x')).message == "this line is far too long");
    CHECK(problem_of("{\"at\": 1, \"event\": \"hold\", \"what\": \"\xff\xfe\", \"on\": true}").message ==
          "this is not JSON");
    CHECK(problem_of(std::string("{\"at\": 1, \"event\": \"lo") + '\0' + "ck\"}").line == 1);
}

TEST_CASE("a long file is read line by line") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "{\"at\": " + std::to_string(i) + ", \"input\": \"once\"}\n";
    }
    const auto all = read(text);
    CHECK_FALSE(all.problem.has_value());
    REQUIRE(all.actions.size() == 20'000);
    CHECK(all.actions.back().at == 19'999s);
}

TEST_CASE("an export of ActivityWatch is continuous input while the person was there") {
    const auto all = read(R"({"buckets": {"aw-watcher-afk_desk": {
  "id": "aw-watcher-afk_desk", "created": "2025-01-01T00:00:00+00:00", "type": "afkstatus",
  "events": [
    {"timestamp": "2025-01-06T09:30:00.000000+00:00", "duration": 600.5, "data": {"status": "not-afk"}},
    {"timestamp": "2025-01-06T09:20:00.000000+00:00", "duration": 600, "data": {"status": "afk"}},
    {"id": 7, "timestamp": "2025-01-06T09:10:00.000000+00:00", "duration": 600, "data": {"status": "not-afk"}},
    {"timestamp": "2025-01-06T09:00:00.000000+00:00", "duration": 660, "data": {"status": "not-afk"}}
  ]}}})");
    CHECK_FALSE(all.problem.has_value());
    const std::vector<Action> expected{{0s, Typing{1200s}}, {1800s, Typing{2400s + 500ms}}};
    CHECK(all.actions == expected);
    REQUIRE(all.clock.has_value());
    CHECK(all.clock->utc == std::chrono::sys_days{std::chrono::January / 6 / 2025} + 9h);
}

TEST_CASE("an export may be a plain list, and a damaged one is refused") {
    const auto all =
        read(R"([{"timestamp": "2025-01-06T09:00:00Z", "duration": 5, "data": {"status": "not-afk"}}])");
    REQUIRE(all.actions.size() == 1);
    CHECK(all.actions[0] == Action{0s, Typing{5s}});

    CHECK(problem_of("[]").message == "this export holds no aw-watcher-afk events");
    CHECK(problem_of(R"([{"timestamp": "2025-01-06T09:00:00Z", "duration": 5, "data": {"status": "afk"}}])")
              .message == "nobody was at the desk in this export");
    const auto wrong =
        problem_of("[\n{\"timestamp\": \"soon\", \"duration\": 5, \"data\": {\"status\": \"not-afk\"}}]");
    CHECK(wrong.line == 2);
    CHECK(wrong.message == "not a date: \"soon\"");
    CHECK(problem_of(
              R"([{"timestamp": "2025-01-06T09:00:00Z", "duration": -5, "data": {"status": "not-afk"}}])")
              .message == "an impossible duration");
    CHECK(problem_of("{\"buckets\": {\n\"a\": [").line == 2);
}

TEST_CASE("dates of RFC 3339") {
    const auto nine = std::chrono::sys_days{std::chrono::January / 6 / 2025} + 9h;
    CHECK(parse_rfc3339("2025-01-06T09:00:00Z")->utc == nine);
    CHECK(parse_rfc3339("2025-01-06 09:00:00z")->utc == nine);
    CHECK(parse_rfc3339("2025-01-06t10:30:00.25+01:30")->utc == nine + 250ms);
    CHECK(parse_rfc3339("2025-01-06T04:00:00-05:00")->offset == -5h);
    CHECK(parse_rfc3339("2025-01-06T09:00:00.1234567891Z")->utc == nine + 123456789ns);
    for (const char* text :
         {"", "2025-01-06", "2025-02-30T09:00:00Z", "2025-01-06T24:00:00Z", "2025-01-06T09:60:00Z",
          "2025-01-06T09:00:00", "2025-01-06T09:00:00.Z", "2025-01-06T09:00:00+1:00", "2025-01-06T09:00:00Z ",
          "1969-01-06T09:00:00Z", "2025-01-06T09:00:00+24:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_rfc3339(text).has_value());
    }
}
