// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "event_loop.hpp"
#include "fakes.hpp"
#include "settings/problem.hpp"
#include "shell/effect_text.hpp"
#include "shell/findings.hpp"
#include "shell/problem_board.hpp"
#include "shell/service.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <vector>

using namespace limber;
using namespace std::chrono_literals;

TEST_CASE("the list of exercises says what is allowed and never names a health tag") {
    Plan plan = test::small_plan();
    plan.exercises[0].pose = "front/roll";
    Exercise risky = plan.exercises[0];
    risky.id = "risky";
    risky.avoid_if = {"secret-tag"};
    plan.exercises.push_back(risky);
    plan.person.health = {"secret-tag"};
    const auto list = exercise_list(plan, State{});
    REQUIRE(list.size() == 2);
    CHECK(list[0].value("id").toString() == QLatin1String{"roll"});
    CHECK(list[0].value("pose").toString() == QLatin1String{"front/roll"});
    CHECK(list[0].value("seconds").toLongLong() == 20);
    CHECK(list[0].value("allowed").toBool());
    CHECK_FALSE(list[1].value("allowed").toBool());
    CHECK_FALSE(list[1].value("why_not").toString().isEmpty());
    for (const auto& exercise : list) {
        for (const auto& value : exercise) {
            CHECK_FALSE(value.toString().contains(QLatin1String{"secret"}));
        }
    }
}

TEST_CASE("without a bus there is nothing to claim") {
    test::need_application();
    Service service;
    CHECK(service.claim(QDBusConnection{QStringLiteral("nowhere")}) == Service::Claim::no_bus);
    // and publishing says it to nobody
    service.publish_status({});
}

TEST_CASE("problems are kept by where they come from, and only changes are news") {
    ProblemBoard board;
    int news = 0;
    board.on_change([&] { ++news; });
    const Problem disk{.message = "The disk is full."};
    const Problem typo{.file = "limber.toml", .line = 3, .message = "unknown key"};
    CHECK_FALSE(board.set("settings", {}));
    CHECK(board.set("settings", {typo}));
    CHECK(board.set("history", {disk}));
    CHECK_FALSE(board.set("settings", {typo}));
    CHECK(board.all().size() == 2);
    CHECK(board.set("settings", {}));
    CHECK(board.all() == std::vector<Problem>{disk});
    CHECK(news == 3);
}

TEST_CASE("five lines say what was found") {
    Findings findings{
        .display = "X11 (:0)", .idle = "xsync", .notifications = "dunst 1.9", .files = {}, .report = {}};
    findings.report.status.next_break = "micro";
    findings.report.status.next_left = 29min + 1s;
    findings.report.status.rules = {{.name = "micro", .title = "Micro-break"}};
    const auto lines = lines_of(findings);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "Display: X11 (:0)");
    CHECK(lines[1] == "Idle source: xsync");
    CHECK(lines[4] == "First break: Micro-break after 30 min at the desk");
}

TEST_CASE("effects as log lines") {
    CHECK(log_line({.at = {}, .what = WithdrawPrompt{.id = 3, .break_id = "micro", .why = Why::timeout}}) ==
          "withdraw 3 micro timeout");
    CHECK(log_line({.at = {}, .what = Save{}}).empty());
}
