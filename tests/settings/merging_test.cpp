// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §2: several files become one plan.
#include "core/plan.hpp"
#include "desk.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::settings;
using namespace std::chrono_literals;
using limber::test::Desk;

namespace {

Plan plan_of(const Desk& desk) {
    const auto loaded = load_settings(desk.paths);
    REQUIRE_MESSAGE(loaded.has_value(), desk.problems());
    return loaded->settings.plan;
}

} // namespace

TEST_CASE("the shipped rules are those of the law") {
    const Plan plan = plan_of(Desk{});
    REQUIRE(plan.breaks.size() == 2);
    CHECK(plan.breaks[0] == BreakRule{.name = "micro",
                                      .title = "Micro-break",
                                      .interval = 30min,
                                      .rest = 40s,
                                      .max_per_day = {},
                                      .exercises = {.count = 1, .from = {}}});
    CHECK(plan.breaks[1] == BreakRule{.name = "long",
                                      .title = "Long break",
                                      .interval = 60min,
                                      .rest = 5min,
                                      .max_per_day = {},
                                      .exercises = {.count = 4, .from = {}}});
    CHECK(plan.breaks[0].snooze == std::vector<Duration>{5min, 15min});
    CHECK(plan.breaks[0].max_snoozes == 3);
    CHECK(plan.breaks[0].prompt_timeout == 2min);
    CHECK(plan.breaks[0].repeat_after == 5min);
    CHECK(plan.breaks[0].max_prompts == 2);
    CHECK(plan.idle_after == 2min);
    CHECK(plan.merge_within == 3min);
    CHECK(plan.typing_gap == 3s);
    CHECK(plan.typing_patience == 30s);
    CHECK(plan.settle == 20s);
    CHECK(plan.return_grace == 60s);
    CHECK(plan.day_starts == 4h);
    CHECK(plan.passive_screen == PassiveScreen::rest);
    CHECK_FALSE(plan.hours.has_value());
    CHECK(plan.holds == std::vector<std::string>{"do-not-disturb", "microphone", "camera", "screen-share"});
}

TEST_CASE("the shipped rules are gone as soon as a file defines one") {
    const Desk desk;
    desk.far("[[break]]\nname = \"tea\"\ninterval = \"2h\"\nrest = \"10min\"\n");
    desk.user("idle_after = \"1min\"\n");
    const Plan plan = plan_of(desk);
    REQUIRE(plan.breaks.size() == 1);
    CHECK(plan.breaks[0].name == "tea");
    CHECK(plan.breaks[0].title == "tea");
    CHECK(plan.idle_after == 1min);
}

TEST_CASE("rules of one name are merged key by key, the more important file last") {
    const Desk desk;
    desk.far("[[break]]\nname = \"a\"\ninterval = \"2h\"\nrest = \"10min\"\nsnooze = [\"1min\", \"2min\", "
             "\"3min\"]\n"
             "[[break]]\nname = \"b\"\ninterval = \"3h\"\nrest = \"1min\"\n");
    desk.near("[[break]]\nname = \"a\"\ninterval = \"1h\"\ntitle = \"Near\"\nmax_snoozes = 1\n");
    desk.user("[[break]]\nname = \"c\"\ninterval = \"5h\"\nrest = \"5min\"\n"
              "[[break]]\nname = \"a\"\ntitle = \"Mine\"\nsnooze = [\"4min\"]\n");
    const Plan plan = plan_of(desk);
    REQUIRE(plan.breaks.size() == 3);
    const BreakRule& a = plan.breaks[0];
    CHECK(a.name == "a");
    CHECK(a.interval == 1h);
    CHECK(a.rest == 10min);
    CHECK(a.title == "Mine");
    CHECK(a.max_snoozes == 1);
    CHECK(a.snooze == std::vector<Duration>{4min});
    CHECK(plan.breaks[1].name == "b");
    CHECK(plan.breaks[2].name == "c");
}

TEST_CASE("a rule that is switched off is left out, and none at all is allowed") {
    const Desk desk;
    desk.far("[[break]]\nname = \"a\"\ninterval = \"2h\"\nrest = \"10min\"\n");
    desk.user("[[break]]\nname = \"a\"\nenabled = false\n");
    CHECK(plan_of(desk).breaks.empty());
    desk.user("[[break]]\nname = \"a\"\nenabled = true\n");
    CHECK(plan_of(desk).breaks.size() == 1);
}

TEST_CASE("single keys replace, lists replace as a whole") {
    const Desk desk;
    desk.far("settle = \"1s\"\nreturn_grace = \"2s\"\n[person]\nexclude = [\"neck\", \"butterfly\"]\nplace = "
             "\"private\"\n[hold]\nfullscreen = true\n[log]\nlevel = \"debug\"\n");
    desk.near("settle = \"3s\"\n[person]\nexclude = [\"trunk\"]\n[hold]\nmicrophone = false\n");
    const auto loaded = load_settings(desk.paths);
    REQUIRE(loaded.has_value());
    const Plan& plan = loaded->settings.plan;
    CHECK(plan.settle == 3s);
    CHECK(plan.return_grace == 2s);
    CHECK(plan.person.exclude == std::vector<std::string>{"trunk"});
    CHECK(plan.person.place == "private");
    CHECK(plan.holds == std::vector<std::string>{"do-not-disturb", "fullscreen", "camera", "screen-share"});
    CHECK(loaded->settings.log_level == LogLevel::debug);
    CHECK(loaded->files == std::vector<std::filesystem::path>{desk.paths.system[1] / "limber.toml",
                                                              desk.paths.system[0] / "limber.toml"});
}

TEST_CASE("rest and interval are judged when all files are merged, and blamed where it was changed") {
    const Desk desk;
    desk.far("[[break]]\nname = \"a\"\ninterval = \"10min\"\nrest = \"20min\"\n");
    desk.user("[[break]]\nname = \"a\"\ninterval = \"1h\"\n");
    CHECK(plan_of(desk).breaks.size() == 1);
    desk.user("[[break]]\nname = \"a\"\ninterval = \"15min\"\n");
    CHECK(desk.problems() ==
          "user/limber.toml:3:12: the rule `a` has a rest of 20min, which must be shorter than its "
          "interval of 15min\n");
    desk.user("");
    CHECK(desk.problems() ==
          "far/limber.toml:4:8: the rule `a` has a rest of 20min, which must be shorter than its "
          "interval of 10min\n");
}

TEST_CASE("a rule that lacks a key in all files is blamed on the file that defined it") {
    const Desk desk;
    desk.far("[[break]]\nname = \"a\"\ninterval = \"10min\"\n");
    desk.user("[[break]]\nname = \"a\"\ntitle = \"A\"\n");
    CHECK(desk.problems() == "far/limber.toml:1:1: the rule `a` lacks `rest`\n");
}

TEST_CASE("which exercises: a number, a list, or both") {
    const Desk desk;
    desk.user("[[break]]\nname = \"a\"\ninterval = \"1h\"\nrest = \"1min\"\nexercises = 3\n"
              "[[break]]\nname = \"b\"\ninterval = \"1h\"\nrest = \"1min\"\nexercises = [\"trunk\", "
              "\"butterfly\"]\n"
              "[[break]]\nname = \"c\"\ninterval = \"1h\"\nrest = \"1min\"\n"
              "exercises = { count = 2, from = [\"upper_back\"] }\n");
    const Plan plan = plan_of(desk);
    CHECK(plan.breaks[0].exercises == Selection{3, {}});
    CHECK(plan.breaks[1].exercises == Selection{1, {"trunk", "butterfly"}});
    CHECK(plan.breaks[2].exercises == Selection{2, {"upper_back"}});
}

TEST_CASE("hours: shorthands, single days, nights, and files over each other") {
    const Desk desk;
    desk.far("[hours]\nmonday = [\"09:00-12:30\", \"13:30-18:00\"]\nsunday = [\"22:00-06:00\"]\n");
    Plan plan = plan_of(desk);
    REQUIRE(plan.hours.has_value());
    CHECK(plan.hours->days[0] == std::vector<HoursRange>{{9h, 12h + 30min}, {13h + 30min, 18h}});
    CHECK(plan.hours->days[1].empty());
    CHECK(plan.hours->days[6] == std::vector<HoursRange>{{22h, 6h}});
    // a day's own key wins over the shorthand of its file, a later shorthand over an earlier day
    desk.user("[hours]\nfriday = [\"08:00-12:00\"]\nweekdays = [\"10:00-11:00\"]\n");
    plan = plan_of(desk);
    CHECK(plan.hours->days[0] == std::vector<HoursRange>{{10h, 11h}});
    CHECK(plan.hours->days[4] == std::vector<HoursRange>{{8h, 12h}});
    CHECK(plan.hours->days[5].empty());
    CHECK(plan.hours->days[6] == std::vector<HoursRange>{{22h, 6h}});
    desk.far("");
    desk.user("[hours]\n");
    CHECK_FALSE(plan_of(desk).hours.has_value());
}

TEST_CASE("everything of the top level reaches the plan") {
    const Desk desk;
    desk.user(
        "idle_after = \"1s\"\nmerge_within = \"0s\"\ntyping_gap = \"0s\"\ntyping_patience = \"1s\"\n"
        "settle = \"0s\"\nreturn_grace = \"0s\"\nday_starts = \"00:30\"\npassive_screen = \"count\"\n"
        "[[break]]\nname = \"fast\"\ninterval = \"5s\"\nrest = \"1s\"\nmax_per_day = 9\nprompt_timeout = "
        "\"1s\"\nrepeat_after = \"1s\"\nsnooze = [\"1s\"]\n");
    const Plan plan = plan_of(desk);
    CHECK(plan.idle_after == 1s);
    CHECK(plan.merge_within == 0s);
    CHECK(plan.typing_gap == 0s);
    CHECK(plan.typing_patience == 1s);
    CHECK(plan.settle == 0s);
    CHECK(plan.return_grace == 0s);
    CHECK(plan.day_starts == 30min);
    CHECK(plan.passive_screen == PassiveScreen::count);
    REQUIRE(plan.breaks.size() == 1);
    CHECK(plan.breaks[0].max_per_day == 9);
}

namespace {

std::string rule_text(const std::string& name, const std::string& interval, const std::string& rest) {
    return "[[break]]\nname = \"" + name + "\"\ninterval = \"" + interval + "\"\nrest = \"" + rest + "\"\n";
}

} // namespace

TEST_CASE("a rule that can never come due is warned of, where it stands, with the rule that keeps it away") {
    const Desk desk;
    desk.near(rule_text("tea", "20min", "5min"));
    desk.user("\n" + rule_text("walk", "60min", "6min"));
    CHECK(
        desk.problems() ==
        "warning: user/limber.toml:4:12: the rule `walk` never comes due: whoever takes the breaks of `tea` "
        "has rested enough for it each time (breaks of `tea` last up to 5min; a rest of 10min or more is not "
        "put off by them)\n");
    const auto loaded = load_settings(desk.paths);
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->warnings.size() == 1);
    CHECK(loaded->warnings[0].key == "break.walk.interval");
    CHECK(loaded->settings.plan.breaks.size() == 2); // it is in use all the same

    desk.user(rule_text("walk", "60min", "10min"));
    CHECK(desk.problems().empty());
    desk.user(rule_text("walk", "60min", "6min") + "enabled = false\n");
    CHECK(desk.problems().empty());
}

TEST_CASE("a shipped rule that a longer one always replaces is warned of where that was set") {
    const Desk desk;
    desk.user("# mine\nmerge_within = \"30min\"\n");
    CHECK(desk.problems() ==
          "warning: user/limber.toml:2:16: the rule `micro` never comes due: whoever takes the breaks of "
          "`long` "
          "has rested enough for it each time (leave one of them out, or give `micro` a shorter interval)\n");
}

TEST_CASE("of what people bring along, only a break that its own exercises outlast keeps another away") {
    const Desk desk;
    desk.user(rule_text("short", "25min", "5min") + rule_text("long", "100min", "15min"));
    CHECK(desk.problems().empty());
    desk.user(rule_text("short", "3min", "30s") + rule_text("long", "45min", "10min"));
    CHECK(desk.problems().empty());
    const std::string eyes = "exercises = [\"eyes-far\"]\n"; // 20 s
    desk.user(rule_text("short", "15min", "15s") + eyes + rule_text("long", "75min", "60s"));
    CHECK(desk.problems().empty());
    // a minute's break after any of the shipped exercises, of up to 100 s, comes too late
    desk.user(rule_text("short", "15min", "15s") + rule_text("long", "75min", "60s"));
    CHECK(desk.problems().starts_with("warning: user/limber.toml:7:12: the rule `long` never comes due"));
}
