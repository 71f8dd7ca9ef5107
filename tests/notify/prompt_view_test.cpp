// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads in a notification.
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "notify/notifier.hpp"
#include "notify/prompt_view.hpp"
#include "notify/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace limber::notify {

namespace {

using namespace std::chrono_literals;

Phase phase(Duration length, const char* text = "Lift the shoulders.", Side side = Side::both) {
    return {"phase", text, PhaseKind::move, side, length};
}

Plan plan() {
    Exercise rolls;
    rolls.id = "shoulder-rolls";
    rolls.title = "Shoulder Rolls";
    rolls.summary = "Roll the shoulders back, then forward.";
    rolls.caution = "Make them smaller if anything clicks.";
    rolls.blocks = {{5, false, {phase(4s)}}, {1, false, {phase(2s)}}, {5, false, {phase(4s)}}};
    Exercise reach = rolls;
    reach.id = "arm-reach";
    reach.title = "Arm Reach 100%2";
    reach.blocks = {{5, true, {phase(9s, "Lift your {side} hand.", Side::left)}}};
    BreakRule micro;
    micro.name = "micro";
    micro.title = "Micro-break";
    micro.interval = 30min;
    micro.rest = 40s;
    BreakRule long_one = micro;
    long_one.name = "long";
    long_one.rest = 5min;
    Plan made;
    made.exercises = {rolls, reach};
    made.breaks = {micro, long_one};
    return made;
}

ShowPrompt prompt(const char* rule = "micro", const char* exercise = "shoulder-rolls") {
    ShowPrompt made;
    made.id = 1;
    made.break_id = rule;
    made.exercise = exercise;
    made.at = Instant{1h};
    made.due_since = Instant{1h};
    made.snooze = {5min, 15min};
    return made;
}

std::vector<std::string> keys(const PromptView& view) {
    std::vector<std::string> keys;
    keys.reserve(view.actions.size());
    for (const auto& action : view.actions) {
        keys.push_back(action.key);
    }
    return keys;
}

std::string label(const PromptView& view, const std::string& key) {
    const auto found = std::ranges::find(view.actions, key, &PromptView::Action::key);
    return found == view.actions.end() ? std::string("(none)") : found->label;
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Session session() {
    Session made;
    made.exercises = {"arm-reach"};
    made.phases = {{"arm-reach", "reach", "Lift your {side} hand.", PhaseKind::move, Side::left, 2, 5, 3s},
                   {"arm-reach", "reach", "Lift your {side} hand.", PhaseKind::move, Side::right, 1, 1, 3s},
                   {"", "leave-desk", "", PhaseKind::rest, Side::none, 1, 1, 4min}};
    return made;
}

Cursor at_phase(std::size_t index) {
    Cursor cursor;
    cursor.phase = index;
    return cursor;
}

} // namespace

TEST_CASE("a prompt says what to do, when to stop, and how long it takes") {
    const PromptView view = prompt_view(prompt(), plan());
    CHECK(view.title == "Shoulder Rolls");
    CHECK(view.body == "Roll the shoulders back, then forward.\n"
                       "Stop if it hurts. Make them smaller if anything clicks.\n"
                       "About 40 seconds.");
    CHECK(keys(view) == std::vector<std::string>{"default", "start", "snooze", "skip"});
    CHECK(label(view, "default") == "Start");
    CHECK(label(view, "snooze") == "Snooze 5 min");
    CHECK(view.icon == "org.limber.Limber");
    CHECK(says(view.body_without_actions, view.body));
    CHECK(says(view.body_without_actions, "limber start"));
}

TEST_CASE("snoozing is offered only while some is left") {
    ShowPrompt none = prompt();
    none.snooze.clear();
    CHECK(keys(prompt_view(none, plan())) == std::vector<std::string>{"default", "start", "skip"});
    none.snooze = {90min};
    CHECK(label(prompt_view(none, plan()), "snooze") == "Snooze 1 h 30 min");
}

TEST_CASE("what was held back says since when it is due") {
    ShowPrompt held = prompt();
    held.due_since = held.at - 10min - 20s;
    CHECK(says(prompt_view(held, plan()).body, " Due for 10 min."));
    held.due_since = held.at - 4min;
    CHECK(!says(prompt_view(held, plan()).body, "Due for"));
}

TEST_CASE("a rest that is longer than its exercise is told, and how many exercises there are") {
    CHECK(says(prompt_view(prompt("long"), plan()).body,
               "About 40 seconds, then 4½ minutes away from the desk."));
    Plan several = plan();
    several.breaks[1].exercises.count = 3;
    CHECK(says(prompt_view(prompt("long"), several).body, "The first of 3 exercises."));
}

TEST_CASE("without an exercise, or with one that is gone, a prompt is a plain rest") {
    for (const char* exercise : {"", "gone"}) {
        const PromptView view = prompt_view(prompt("long", exercise), plan());
        CHECK(view.title == "Micro-break");
        CHECK(says(view.body, "Stand up if you can, and look into the distance."));
        CHECK(says(view.body, "About 5 minutes."));
    }
    CHECK(prompt_view(prompt("gone", ""), plan()).title == "Time for a break");
}

TEST_CASE("a phase is shown with its side, its repetition and a way out") {
    const PromptView left = phase_view(session(), at_phase(0), plan());
    CHECK(left.title == "Arm Reach 100%2 (2 of 5)");
    CHECK(left.body == "Lift your left hand.\nStop if it hurts. Make them smaller if anything clicks.");
    CHECK(keys(left) == std::vector<std::string>{"next", "enough", "stop"});
    const PromptView right = phase_view(session(), at_phase(1), plan());
    CHECK(right.title == "Arm Reach 100%2");
    CHECK(right.body == "Lift your right hand.\nStop if it hurts. Make them smaller if anything clicks.");
    const PromptView away = phase_view(session(), at_phase(2), plan());
    CHECK(away.title == "Leave the desk");
    CHECK(away.body ==
          "Leave the desk. Walk a little and look into the distance. About 4 minutes.\nStop if it hurts.");
    CHECK(phase_view(session(), at_phase(99), plan()).title == "Leave the desk");
    Session paused = session();
    paused.paused_at = Instant{};
    CHECK(says(phase_view(paused, at_phase(0), plan()).body, "Paused."));
    CHECK(phase_view(Session{}, at_phase(0), plan()).actions.empty());
}

TEST_CASE("the end of a session is told kindly, without buttons") {
    CHECK(session_over_view(Outcome::done).title == "Well done");
    CHECK(session_over_view(Outcome::abandoned).title == "Stopped");
    CHECK(session_over_view(Outcome::done).actions.empty());
}

TEST_CASE("a mistake in the settings names file, line and key") {
    const PromptView view = settings_problem_view("~/.config/limber/limber.toml", 12, "break.micro.rest",
                                                  "must be shorter than the interval", 2);
    CHECK(says(view.body,
               "~/.config/limber/limber.toml:12\nbreak.micro.rest: must be shorter than the interval"));
    CHECK(says(view.body, "And 2 more."));
    CHECK(says(settings_problem_view("limber.toml", 3, "idle_after", "`idle_after` needs a length", 0).body,
               "limber.toml:3\n`idle_after` needs a length\n"));
    CHECK(says(view.body, "settings before stay"));
    const PromptView whole = settings_problem_view("limber.toml", 0, "", std::string(100'000, 'x'), 0);
    CHECK(whole.body.starts_with("limber.toml\nxxx"));
    CHECK(whole.body.size() < 1'000);
    CHECK(!says(whole.body, "more.\n"));
}

TEST_CASE("lengths on buttons are short") {
    CHECK(short_length(30s) == "30 s");
    CHECK(short_length(5min) == "5 min");
    CHECK(short_length(2h) == "2 h");
}

TEST_CASE("lengths are said as people say them, and what takes seconds is told exactly") {
    struct Said {
        Duration length;
        std::string words;
    };

    for (const Said& said :
         {Said{-1h, "1 second"},    Said{0s, "1 second"},           Said{1'400ms, "1 second"},
          Said{3s, "3 seconds"},    Said{9s, "9 seconds"},          Said{9'600ms, "10 seconds"},
          Said{10s, "10 seconds"},  Said{12s, "10 seconds"},        Said{13s, "15 seconds"},
          Said{42s, "40 seconds"},  Said{57s, "55 seconds"},        Said{58s, "1 minute"},
          Said{60s, "1 minute"},    Said{74s, "1 minute"},          Said{76s, "1½ minutes"},
          Said{90s, "1½ minutes"},  Said{104s, "1½ minutes"},       Said{106s, "2 minutes"},
          Said{2min, "2 minutes"},  Said{5min + 20s, "5½ minutes"}, Said{59min + 50s, "60 minutes"},
          Said{90min, "90 minutes"}}) {
        CAPTURE(said.length.count());
        CHECK(spoken_length(said.length) == said.words);
    }
}

TEST_CASE("a break of three seconds is not said to take five") {
    Plan short_breaks = plan();
    short_breaks.breaks[0].rest = 3s;
    CHECK(says(prompt_view(prompt("micro", ""), short_breaks).body, "About 3 seconds."));
}

} // namespace limber::notify
