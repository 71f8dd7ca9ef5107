// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/here.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "terminal/card.hpp"

#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <chrono>
#include <optional>

using namespace limber;
using namespace limber::terminal;
using namespace limber::cli;
using namespace std::chrono_literals;

namespace {

const Exercises words{{"reach", {.title = "Arm Reach", .caution = "Keep the head still."}},
                      {"roll", {.title = "Shoulder Rolls", .caution = {}}}};

Session session() {
    Session session;
    session.id = 1;
    session.began = Instant{1h};
    session.phases = {{.exercise = "reach",
                       .text = "Reach with the {side} arm.",
                       .side = Side::left,
                       .rep = 1,
                       .reps = 2,
                       .length = 5s},
                      {.exercise = "reach",
                       .text = "Reach with the {side} arm.",
                       .side = Side::right,
                       .rep = 1,
                       .reps = 2,
                       .length = 5s},
                      {.exercise = "roll", .text = "Roll.", .length = 4s},
                      {.name = "leave-desk", .kind = PhaseKind::hold, .length = 90s}};
    return session;
}

} // namespace

TEST_CASE("the card of a running break") {
    const Card card = break_card(session(), Instant{1h + 6500ms}, words);
    CHECK(card.title == u"Arm Reach");
    CHECK(card.corner == u"right side, 1 of 2");
    CHECK(card.text == QStringList{"Reach with the right arm."});
    CHECK(card.course == Card::Course{.length = 5s, .left = 3500ms});
    CHECK(card.next == u"Then: Shoulder Rolls");
    CHECK(card.notes == QStringList{"Stop if it hurts. Keep the head still."});
    CHECK(card.footer == u"step 2 of 4");
    CHECK(card.keys.size() == 5);
    CHECK(card.keys.front().label == u"Pause");
}

TEST_CASE("paused it stands still and says how to go on") {
    Session paused = session();
    paused.paused_at = Instant{1h + 2s};
    const Card card = break_card(paused, Instant{2h}, words);
    CHECK(card.course == Card::Course{.length = 5s, .left = 3s, .paused = true});
    CHECK(card.keys.front().label == u"Go on");
}

TEST_CASE("leaving the desk has words of its own, and nothing comes after the end") {
    const Card card = break_card(session(), Instant{1h + 20s}, words);
    CHECK(card.title == u"Leave the desk");
    CHECK(card.corner.isEmpty());
    CHECK(card.next == u"Then you are done.");
    CHECK(break_card(session(), Instant{3h}, words).course->left == 0s);
}

TEST_CASE("lines for a pipe: the exercise once, then its steps") {
    const Session run = session();
    CHECK(phase_lines(run, 0, std::nullopt, words) ==
          u"Arm Reach\nStop if it hurts. Keep the head still.\n   5 s  Reach with the left arm. (left side, "
          u"1 of 2)\n");
    CHECK(phase_lines(run, 1, 0, words) == u"   5 s  Reach with the right arm. (right side, 1 of 2)\n");
    CHECK(phase_lines(run, 2, 1, words) == u"\nShoulder Rolls\nStop if it hurts.\n   4 s  Roll.\n");
}

TEST_CASE("an exercise nobody told of is called by its id, and control characters are not passed on") {
    Session run = session();
    run.phases[0].exercise = "bad\033[2J";
    run.phases[0].text = "x\033c";
    CHECK(break_card(run, Instant{1h}, {}).title == u"bad?[2J");
    CHECK_FALSE(phase_lines(run, 0, std::nullopt, {}).contains(u'\033'));
}

TEST_CASE("the last line is kind") {
    CHECK(farewell_line(Outcome::done) == u"Well done. The break is over. Carry on when you like.");
    CHECK(farewell_line(Outcome::abandoned) == u"Stopped. That is fine. There will be another break.");
}
