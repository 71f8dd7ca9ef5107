// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/day.hpp"
#include "record/record.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using record::read_state;
using record::write_state;

namespace {

/// A state with something in every part of it.
State lived_in() {
    Plan plan = office_plan();
    plan.hours = Hours{};
    for (auto& day : plan.hours->days) {
        day = {{8h, 18h}};
    }
    OfficeDay day(plan);
    day.desk.type(2h);
    day.desk.pass(31min);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::snooze, 5min});
    day.desk.sleep();
    day.desk.pass(33min);
    day.desk.wake();
    day.desk.pass(34min);
    day.desk.tell(QuietChanged{"micro\"phone\\", Level::on});
    day.desk.tell(PauseRequested{ForDuration{1h}});
    day.desk.tell(StartRequested{"long", {}, false});
    day.desk.pass(35min);
    day.desk.tell(SessionSteered{Steering::pause});
    return day.desk.state();
}

} // namespace

TEST_CASE("a state written and read is the same state") {
    const State state = lived_in();
    REQUIRE(state.session);
    REQUIRE(state.pause);
    REQUIRE_FALSE(state.bag.never.empty());
    const auto read = read_state(write_state(state));
    REQUIRE(read.has_value());
    CHECK(*read == state);
    CHECK(read_state(write_state(fresh_state(office_plan(), 7))).value() == fresh_state(office_plan(), 7));
}

TEST_CASE("a state cut anywhere is refused with a reason, never a crash") {
    const std::string text = write_state(lived_in());
    for (std::size_t length = 0; length < text.size(); length += 7) {
        const auto read = read_state(std::string_view{text}.substr(0, length));
        REQUIRE_FALSE(read.has_value());
        CHECK_FALSE(read.error().empty());
    }
}

TEST_CASE("a damaged state is refused or still holds together") {
    const std::string text = write_state(lived_in());
    const Plan plan = office_plan();
    for (std::size_t i = 0; i < text.size(); i += 3) {
        std::string damaged = text;
        damaged[i] = "{}[]\"~9 -x"[i % 10];
        auto read = read_state(damaged);
        if (!read) {
            continue;
        }
        Stamp stamp;
        stamp.at = Instant{2h};
        const Step next = step(plan, std::move(*read), Event{stamp, Started{1min, Gap::rest}});
        CHECK(next.state.started);
    }
}

TEST_CASE("nesting without end is refused") {
    CHECK_FALSE(read_state("limber-state 1 " + std::string(100000, '[')).has_value());
    CHECK_FALSE(read_state(R"({"format": 2, "state": )" + std::string(100000, '[')).has_value());
    const std::string closed = std::string(100000, '[') + std::string(100000, ']');
    CHECK_FALSE(read_state(R"({"format": 2, "state": )" + closed + "}").has_value());
    std::vector<std::string> left_out;
    CHECK_FALSE(read_state(R"({"format": 2, "state": {"trust": )" + closed + "}}").has_value());
    const std::string deep = std::string(20, '[') + "\"[[[\\\"[[[[[[[[[[[[\"" + std::string(20, ']');
    CHECK(read_state(R"({"format": 2, "state": {"trust": )" + deep + "}}", &left_out).has_value());
    REQUIRE(left_out.size() == 1);
    CHECK(left_out[0].starts_with("trust: not one of those here: [["));
}

TEST_CASE("what a newer program wrote beside what we know is passed over") {
    auto json = nlohmann::json::parse(write_state(fresh_state(office_plan(), 7)));
    json["format"] = 3;
    json["state"]["news"] = {{"a", {1, 2}}};
    std::vector<std::string> left_out;
    CHECK(read_state(json.dump(), &left_out).value() == fresh_state(office_plan(), 7));
    CHECK(left_out.empty());
}

TEST_CASE("a part that is not understood is left out by its name, and the rest is kept") {
    State state = lived_in();
    state.tally.outcomes["long"][Outcome::natural] = 2;
    const auto text = nlohmann::json::parse(write_state(state));
    const auto read = [](const nlohmann::json& json) {
        std::vector<std::string> left_out;
        auto whole = read_state(json.dump(), &left_out);
        REQUIRE(whole.has_value());
        return std::pair{std::move(*whole), std::move(left_out)};
    };
    SUBCASE("an enumerator of a later version") {
        auto json = text;
        json["state"]["tally"]["outcomes"]["long"]["daydreamed"] = 1;
        json["state"]["progress"][1]["wait_cause"] = "full-moon";
        const auto [kept, left_out] = read(json);
        State expected = state;
        expected.progress[1].wait_cause = WaitCause::none;
        CHECK(kept == expected);
        CHECK(left_out == std::vector<std::string>{
                              R"(progress.2.wait_cause: not one of those here: "full-moon")",
                              R"(tally.outcomes."long"."daydreamed": not one of those here: "daydreamed")"});
    }
    SUBCASE("members of other kinds") {
        auto json = text;
        json["state"]["bag"]["never"][0] = 7;
        json["state"]["pause"] = "long";
        const auto [kept, left_out] = read(json);
        State expected = state;
        expected.bag.never.clear();
        expected.pause.reset();
        CHECK(kept == expected);
        CHECK(left_out == std::vector<std::string>{"pause: a value of several members is expected",
                                                   "bag.never.1: a text is expected"});
    }
    SUBCASE("half a pause would be another pause, and half a hold another hold") {
        auto json = text;
        REQUIRE(state.levels.size() == 1);
        json["state"]["pause"]["until"] = "x";
        json["state"]["levels"][0]["since"] = -1.5;
        const auto [kept, left_out] = read(json);
        State expected = state;
        expected.pause.reset();
        expected.levels.clear();
        CHECK(kept == expected);
        CHECK(left_out == std::vector<std::string>{R"(levels.1: not a number here: -1.5)",
                                                   R"(pause: not a number here: "x")"});
    }
    SUBCASE("a kept rule that could not be") {
        auto json = text;
        json["state"]["kept"] = {{{"progress", {{"break", "tea"}}}, {"active", -5}}};
        CHECK_FALSE(read_state(json.dump()).has_value());
    }
    SUBCASE("parts that do not fit together are no state") {
        auto json = text;
        json["state"]["progress"].erase(0);
        CHECK_FALSE(read_state(json.dump()).has_value());
    }
    SUBCASE("a moment that is none") {
        auto json = text;
        json["state"]["started_at"] = "never";
        const auto [kept, left_out] = read(json);
        CHECK(left_out == std::vector<std::string>{"started_at: there must be a time"});
    }
}

TEST_CASE("states of the first format are carried over") {
    int states = 0;
    for (const auto& entry : std::filesystem::directory_iterator{LIMBER_SOURCE_DIR "/tests/record/first"}) {
        std::ifstream in{entry.path()};
        for (std::string line; std::getline(in, line);) {
            if (!line.starts_with("state ")) continue;
            CAPTURE(entry.path().filename().string());
            std::vector<std::string> left_out;
            const auto read = read_state(std::string_view{line}.substr(6), &left_out);
            REQUIRE_MESSAGE(read.has_value(), read.error());
            CHECK(left_out.empty());
            CHECK_FALSE(read->progress.empty());
            CHECK(read_state(write_state(*read)).value() == *read);
            ++states;
        }
    }
    CHECK(states >= 7);
}

TEST_CASE("a day of the first format under way is read with all its parts") {
    const std::string text =
        R"(limber-state 1 {started 1 now {at 7200000000000 asleep 5000000000 civil {utc 1736150400000000000 )"
        R"(offset 3600 next_change 9223372036854775807 } } ledger {now {at 7200000000000 accounts [{active )"
        R"(600000000000 due_since ~ } ] spell ~ clock 0 } footing {at 7000000000000 accounts [{active )"
        R"(400000000000 due_since ~ } ] spell ~ clock 0 } stretches [{from 7000000000000 ground 0 } ] idles [] )"
        R"(zeroings [] clock_from 9223372036854775807 } presence_known 1 levels [{what "micro\"phone" level 2 )"
        R"(since 7000000000000 } ] last_hold_end -9223372036854775808 progress [{break "long" wait_until )"
        R"(7300000000000 wait_cause 1 prompts 1 snoozes 1 } ] pause {since 7000000000000 until )"
        R"(9223372036854775807 } tally {day 20094 breaks_prompted ["long" 3 ] outcomes ["long" [0 2 3 1 ] ] } )"
        R"(bag {never ["rolls" ] dice 18446744073709551615 } })";
    std::vector<std::string> left_out;
    const auto read = read_state(text, &left_out);
    REQUIRE_MESSAGE(read.has_value(), read.error());
    CHECK(left_out.empty());
    CHECK(read->now.asleep == 5s);
    CHECK(read->now.civil.next_change == Utc::max());
    CHECK(read->ledger.now.accounts[0].active == 10min);
    CHECK(read->ledger.stretches[0].ground == Ground::work);
    CHECK(read->levels[0].what == "micro\"phone");
    CHECK(read->levels[0].level == Level::on);
    CHECK(read->progress[0].wait_cause == WaitCause::snoozed);
    CHECK(read->pause->until == never);
    CHECK(read->tally.breaks_prompted.at("long") == 3);
    CHECK(read->tally.outcomes.at("long") ==
          std::map<Outcome, int>{{Outcome::done, 2}, {Outcome::skipped, 1}});
    CHECK(read->bag.never == std::vector<std::string>{"rolls"});
    CHECK(read->bag.dice == 18446744073709551615U);
}
