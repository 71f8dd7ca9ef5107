// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "notify/notifier.hpp"
#include "notify/prompt_view.hpp"
#include "notify/terminal_view.hpp"
#include "shell/fakes.hpp"
#include "terminal/card.hpp"

#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>

using namespace limber;
using namespace limber::notify;
using namespace limber::terminal;
using namespace std::chrono_literals;

namespace {

const Plan& plan() {
    static const Plan plan = [] {
        Plan made = test::small_plan();
        made.exercises.front().caution = "Slowly.";
        return made;
    }();
    return plan;
}

PromptView prompt() {
    return prompt_view({.id = 1, .break_id = "micro", .exercise = "roll", .snooze = {5min}}, plan());
}

Session rolling() {
    Session session;
    session.id = 1;
    session.exercises = {"roll"};
    session.phases = phases_of(plan(), {"roll"}, 0s);
    return session;
}

PromptView phase(Duration after, const Session& of = rolling()) {
    return phase_view(of, cursor_at(of, Instant{after}), plan());
}

QStringList keys_of(const Card& card) {
    QStringList keys;
    for (const auto& [key, label] : card.keys)
        keys.push_back(key + u' ' + label);
    return keys;
}

} // namespace

TEST_CASE("a prompt's card says what, for how long, what to heed, and which keys") {
    const Card card = card_of(prompt(), 0ms, Asked::once, false);
    CHECK(card.title == u"Roll");
    CHECK(card.text == QStringList{"Roll your shoulders."});
    CHECK(card.notes == QStringList{"Stop if it hurts. Slowly.", "About 20 seconds."});
    CHECK(keys_of(card) == QStringList{"s Start", "z Snooze 5 min", "k Skip", "a Another", "n Never…"});
    CHECK_FALSE(card.course.has_value());
}

TEST_CASE("without a snooze left there is no key for it") {
    const PromptView view = prompt_view({.id = 1, .break_id = "micro", .exercise = "roll"}, plan());
    CHECK_FALSE(
        keys_of(card_of(view, 0ms, Asked::once, false)).join(u' ').contains(QStringLiteral("Snooze")));
    CHECK_FALSE(action_of(view, 'z').has_value());
}

TEST_CASE("keys of a prompt") {
    CHECK(action_of(prompt(), 's') == "start");
    CHECK(action_of(prompt(), 'z') == "snooze");
    CHECK(action_of(prompt(), 'k') == "skip");
    CHECK(action_of(prompt(), 'a') == "another");
    CHECK(action_of(prompt(), 'n') == "never");
    for (const char other : {' ', 'r', 'e', 'q', 'x', 'y', '\0'}) {
        CHECK_FALSE(action_of(prompt(), other).has_value());
    }
}

TEST_CASE("keys of a phase") {
    CHECK(action_of(phase(3s), ' ') == "pause");
    CHECK(action_of(phase(3s), 'n') == "next");
    CHECK(action_of(phase(3s), 'r') == "repeat");
    CHECK(action_of(phase(3s), 'e') == "enough");
    CHECK(action_of(phase(3s), 'q') == "stop");
    CHECK_FALSE(action_of(phase(3s), 's').has_value());
    Session paused = rolling();
    paused.paused_at = Instant{3s};
    CHECK(action_of(phase(4s, paused), ' ') == "resume");
}

TEST_CASE("a message has no keys") {
    CHECK_FALSE(action_of(session_over_view(Outcome::done), 's').has_value());
    CHECK(card_of(session_over_view(Outcome::done), 0ms, Asked::once, false).keys.empty());
}

TEST_CASE("a phase goes on between two views") {
    const Card begin = card_of(phase(3s), 0ms, Asked::once, false);
    CHECK(begin.text == QStringList{"Lift them."});
    CHECK(begin.next == u"Then: Lower them.");
    CHECK(begin.notes == QStringList{"Stop if it hurts. Slowly."});
    REQUIRE(begin.course.has_value());
    CHECK(begin.course->length == 10s);
    CHECK(begin.course->left == 7s);
    CHECK(card_of(phase(3s), 2500ms, Asked::once, false).course->left == 4500ms);
    CHECK(card_of(phase(3s), 60s, Asked::once, false).course->left == 0s);
    CHECK(card_of(phase(13s), 0ms, Asked::once, false).next == u"Then you are done.");

    Session paused = rolling();
    paused.paused_at = Instant{3s};
    const Card waiting = card_of(phase(9s, paused), 60s, Asked::once, false);
    CHECK(waiting.text == QStringList{"Lift them."});
    CHECK(waiting.course == Card::Course{.length = 10s, .left = 7s, .paused = true});
}

TEST_CASE("never is asked twice") {
    const Card card = card_of(prompt(), 0ms, Asked::twice, false);
    CHECK(card.title == u"Roll");
    CHECK(keys_of(card) == QStringList{"y Yes, another one", "any key Back"});
}

TEST_CASE("in the background commands are named in place of keys") {
    const Card asked = card_of(prompt(), 0ms, Asked::once, true);
    CHECK(asked.keys.empty());
    CHECK(asked.notes.back().contains(QStringLiteral("limber start")));
    const Card running = card_of(phase(3s), 0ms, Asked::once, true);
    CHECK(running.keys.empty());
    CHECK(running.notes.back().contains(QStringLiteral("limber stop")));
}

TEST_CASE("what remains of a prompt says how it was answered") {
    CHECK(trace_of(prompt(), "snooze") == u"Roll: Snooze 5 min");
    CHECK(trace_of(prompt(), "skip") == u"Roll: Skip");
    CHECK(trace_of(prompt(), "") == u"Roll");
}

TEST_CASE("control characters in an exercise reach no terminal") {
    PromptView view = prompt();
    view.title = "Ro\033[2Jll";
    view.body = "one\n\033]0;x\a";
    const Card card = card_of(view, 0ms, Asked::once, false);
    for (const QString& text :
         {card.title, card.text.join(u' '), card.notes.join(u' '), trace_of(view, "skip")}) {
        CHECK_FALSE(text.contains(u'\033'));
        CHECK_FALSE(text.contains(u'\a'));
    }
}
