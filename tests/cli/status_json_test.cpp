// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/status.hpp"
#include "json_at.hpp"
#include "snapshots.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <doctest/doctest.h>

using namespace std::chrono_literals;
using limber::bus::Snapshot;
using limber::cli::status_json;
using limber::testing::at;
using limber::testing::morning;
using limber::testing::now_at;

TEST_CASE("the documented keys are there at any time") {
    const QStringList keys{"arc",          "at",         "breaks",   "doing",   "ended",
                           "findings",     "held_since", "holds",    "never",   "next",
                           "paused_until", "presence",   "problems", "prompt",  "running",
                           "session",      "summary",    "today",    "version", "wait"};
    CHECK(status_json(morning()).keys() == keys);
    CHECK(status_json(limber::bus::Snapshot{}).keys() == keys);
}

TEST_CASE("a pause until a full minute is not told as ending a second before") {
    limber::bus::Snapshot paused = morning();
    paused.report.status.paused_until = now_at + 12min - 1ms;
    CHECK(at(status_json(paused), "paused_until").toString() == "2026-03-02T10:30:00+01:00");
}

TEST_CASE("times of day are ISO 8601 with the offset, lengths are seconds, what does not apply is null") {
    const QJsonObject json = status_json(morning());
    CHECK(at(json, "at").toString() == "2026-03-02T10:18:00+01:00");
    CHECK(at(json, "next.at").toString() == "2026-03-02T10:29:40+01:00");
    CHECK(at(json, "next.left").toDouble() == 700.0);
    CHECK(at(json, "next.break").toString() == "micro");
    CHECK(at(json, "next.title").toString() == "Micro-break");
    CHECK(at(json, "breaks.1.active").toDouble() == 1100.0);
    CHECK(at(json, "breaks.1.interval").toDouble() == 3600.0);
    CHECK(at(json, "arc.step").toInt() == 7);
    CHECK(at(json, "doing").toString() == "working");
    CHECK(at(json, "wait.cause").toString() == "none");
    for (const char* key : {"held_since", "paused_until", "prompt", "session"}) {
        CAPTURE(key);
        CHECK(json.value(QLatin1String{key}).isNull());
    }
    CHECK(at(json, "wait.until").isNull());
    CHECK(at(json, "presence.away_since").isNull());
    CHECK(at(json, "presence.known").toBool());
}

TEST_CASE("without breaks there is no next one") {
    limber::bus::Snapshot snapshot = morning();
    snapshot.report.status.rules.clear();
    snapshot.report.status.next_break.clear();
    CHECK(at(status_json(snapshot), "next").isNull());
}

TEST_CASE("prompt, session, tally and problems carry what programs need") {
    limber::bus::Snapshot snapshot = morning();
    auto& status = snapshot.report.status;
    snapshot.report.titles = {{"arm-reach", "Arm Reach"}};
    limber::ShowPrompt prompt;
    prompt.id = 4;
    prompt.break_id = "micro";
    prompt.exercise = "arm-reach";
    prompt.at = now_at - 1min;
    prompt.due_since = now_at - 2min;
    prompt.snooze = {5min};
    status.prompt = prompt;
    limber::Session session;
    session.id = 9;
    session.break_id = "micro";
    session.exercises = {"arm-reach"};
    session.began = now_at - 3s;
    session.phases = {
        {.exercise = "arm-reach", .name = "Reach", .text = "Reach {side}.", .kind = {}, .length = 10s}};
    status.session = session;
    status.today = {{"micro", {{limber::Outcome::followed, 2}}}};
    status.contradiction = limber::Absence::lock;
    snapshot.report.ended = limber::CloseSession{.id = 8, .outcome = {}};
    snapshot.problems = {
        {.file = "limber.toml", .line = 1, .column = 2, .key = "k", .message = "m", .hint = "h"}};

    const QJsonObject json = status_json(snapshot);
    CHECK(at(json, "prompt.title").toString() == "Arm Reach");
    CHECK(at(json, "prompt.since").toString() == "2026-03-02T10:17:00+01:00");
    CHECK(at(json, "prompt.snooze").toArray() == QJsonArray{300.0});
    CHECK(at(json, "prompt.on_screen").toBool());
    CHECK(at(json, "presence.contradiction").toString() == "lock");
    CHECK(at(json, "presence.blind") == QJsonValue{false});
    CHECK(at(json, "ended.id").toInt() == 8);
    CHECK(at(json, "ended.outcome").toString() == "cut");
    CHECK(at(json, "session.elapsed").toDouble() == 3.0);
    CHECK(at(json, "session.left").toDouble() == 7.0);
    CHECK(at(json, "session.phase.number").toInt() == 1);
    CHECK(at(json, "session.exercises.0.title").toString() == "Arm Reach");
    CHECK(at(json, "today.micro.followed").toInt() == 2);
    CHECK(at(json, "problems.0.line").toInt() == 1);
    CHECK(at(json, "problems.0.severity").toString() == "error");
}
