// SPDX-License-Identifier: GPL-3.0-or-later
// The command line and the real daemon on a bus of their own, without a display: presence is unknown, and
// everything a person can ask for still works.
#include "desk.hpp"
#include "json_at.hpp"
#include "terminal.hpp"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <doctest/doctest.h>

#include <csignal>

using limber::testing::at;
using limber::testing::contains;
using limber::testing::Desk;
using limber::testing::patience_ms;
using limber::testing::Ran;

namespace {

/// One line of `status --watch --json`.
QJsonObject next_line(QProcess& watch) {
    const QDeadlineTimer deadline{patience_ms};
    while (!watch.canReadLine()) {
        REQUIRE_MESSAGE(watch.waitForReadyRead(static_cast<int>(deadline.remainingTime())),
                        "no further line");
    }
    const QJsonDocument line = QJsonDocument::fromJson(watch.readLine());
    REQUIRE(line.isObject());
    return line.object();
}

/// Reads lines until one fits.
template <class Fits>
QJsonObject line_where(QProcess& watch, Fits fits) {
    for (;;) {
        if (const QJsonObject line = next_line(watch); fits(line)) {
            return line;
        }
    }
}

} // namespace

TEST_CASE("status tells what is known, as text and as JSON") {
    Desk desk;
    const QJsonObject json = desk.status();
    CHECK(at(json, "running").toBool());
    CHECK(at(json, "version").toString() == LIMBER_VERSION);
    CHECK(at(json, "doing").toString() == "unknown");
    CHECK_FALSE(at(json, "presence.known").toBool(true));
    CHECK(at(json, "breaks").toArray().size() == 2);
    const Ran text = desk.limber({"status"});
    CHECK(text.exit == 0);
    CHECK(text.out.starts_with(at(json, "summary").toString().toStdString() + "\n"));
    CHECK(contains(text.out, "active time stands still"));
}

TEST_CASE("pause and resume") {
    Desk desk;
    const Ran paused = desk.limber({"pause", "1h 30min"});
    CHECK(paused.exit == 0);
    CHECK(contains(paused.out, "Paused until "));
    CHECK(at(desk.status(), "holds").toArray().contains("pause"));
    CHECK(at(desk.status(), "paused_until").isString());
    CHECK(desk.limber({"resume"}).exit == 0);
    CHECK_FALSE(at(desk.status(), "holds").toArray().contains("pause"));

    const Ran again = desk.limber({"resume"});
    CHECK(again.exit == 1);
    CHECK(again.out.empty());
    CHECK(again.err.starts_with("limber: "));

    CHECK(desk.limber({"pause", "--until", "tomorrow"}).exit == 0);
    CHECK(at(desk.status(), "paused_until").isString());
    CHECK(desk.limber({"pause"}).exit == 0);
    CHECK(at(desk.status(), "paused_until").isNull());
    CHECK(desk.limber({"pause", "999999h"}).exit == 1);
}

TEST_CASE("a history that cannot be opened costs no progress") {
    Desk desk;
    REQUIRE(desk.limber({"pause", "2h"}).exit == 0);
    const std::string paused_until = at(desk.status(), "paused_until").toString().toStdString();
    REQUIRE_FALSE(paused_until.empty());
    desk.kill_daemon();
    const QDir state{desk.path(QStringLiteral("state/limber"))};
    // what is in SQLite's log is in the file itself after an orderly end, and nothing else may be opened
    desk.start_daemon();
    desk.end_daemon();
    REQUIRE(state.exists(QStringLiteral("history.db")));
    REQUIRE(state.mkdir(QStringLiteral("history.db-wal")));
    desk.start_daemon();
    const QJsonObject json = desk.status();
    CHECK(at(json, "paused_until").toString().toStdString() == paused_until);
    const std::string problem = at(json, "problems.0.message").toString().toStdString();
    CHECK(contains(problem, "cannot be written: "));
    CHECK(contains(problem, "kept in memory"));
}

TEST_CASE("without a prompt, answers to one are refused with a sentence that names pause") {
    Desk desk;
    for (const char* verb : {"snooze", "skip"}) {
        CAPTURE(verb);
        const Ran ran = desk.limber({verb});
        CHECK(ran.exit == 1);
        CHECK(contains(ran.err, "pause"));
    }
    CHECK(desk.limber({"another"}).exit == 1);
    CHECK(desk.limber({"never"}).exit == 1);
}

TEST_CASE("a break from start to end") {
    Desk desk;
    CHECK(desk.limber({"stop"}).exit == 1);
    const Ran started = desk.limber({"start", "micro", "--exercise", "shoulder-rolls"});
    CHECK(started.exit == 0);
    const QJsonObject session = at(desk.status(), "session").toObject();
    CHECK(at(session, "break").toString() == "micro");
    CHECK(at(session, "exercises.0.id").toString() == "shoulder-rolls");
    CHECK(contains(desk.limber({"status"}).out, "step 1 of "));

    CHECK(desk.limber({"start"}).exit == 1);
    CHECK(desk.limber({"start", "long", "--replace"}).exit == 0);
    CHECK(at(desk.status(), "session.break").toString() == "long");

    CHECK(desk.limber({"wait"}).exit == 0);
    CHECK(at(desk.status(), "session.paused").toBool());
    CHECK(desk.limber({"go"}).exit == 0);
    CHECK_FALSE(at(desk.status(), "session.paused").toBool(true));
    CHECK(desk.limber({"next"}).exit == 0);
    CHECK(at(desk.status(), "session.phase.number").toInt() >= 2);
    CHECK(desk.limber({"repeat"}).exit == 0);
    CHECK(desk.limber({"enough"}).exit == 0);
    CHECK(at(desk.status(), "session").isNull());
    CHECK(at(desk.status(), "today.long.done").toInt() == 1);
}

TEST_CASE("what does not exist is refused by name") {
    Desk desk;
    const Ran rule = desk.limber({"start", "lunch"});
    CHECK(rule.exit == 1);
    CHECK(contains(rule.err, "no break rule of that name"));
    const Ran exercise = desk.limber({"start", "--exercise", "moonwalk"});
    CHECK(exercise.exit == 1);
    CHECK(contains(exercise.err, "limber exercises"));
    CHECK(desk.limber({"start", QString(100'000, 'x')}).exit != 0);
    CHECK(desk.limber({"rested"}).exit == 0);

    // nothing was excluded, so nothing is to be taken back; an unknown one is another matter
    for (const QStringList& what : {QStringList{"allow"}, QStringList{"allow", "butterfly"}}) {
        const Ran allowed = desk.limber(what);
        CHECK(allowed.exit == 1);
        CHECK(contains(allowed.err, "There is no never to take back."));
    }
    CHECK(contains(desk.limber({"allow", "moonwalk"}).err, "There is no exercise of that name."));
}

TEST_CASE("--watch tells of changes, survives the daemon, and ends by Ctrl-C") {
    Desk desk;
    QProcess watch;
    watch.setProcessEnvironment(desk.environment());
    watch.start(LIMBER_PROGRAM, {"status", "--watch", "--json"});
    CHECK(at(next_line(watch), "running").toBool());
    REQUIRE(desk.limber({"pause"}).exit == 0);
    line_where(watch, [](const QJsonObject& line) { return at(line, "doing").toString() == "paused"; });

    desk.kill_daemon();
    const QJsonObject gone =
        line_where(watch, [](const QJsonObject& line) { return !at(line, "running").toBool(); });
    CHECK(at(gone, "summary").toString().contains("not running"));
    desk.start_daemon();
    line_where(watch, [](const QJsonObject& line) { return at(line, "running").toBool(); });
    REQUIRE(::kill(static_cast<pid_t>(watch.processId()), SIGINT) == 0);
    CHECK(watch.waitForFinished(patience_ms));
}

TEST_CASE("--watch ends with its reader, though there is nothing to say") {
    Desk desk;
    QProcess bar;
    bar.setProcessEnvironment(desk.environment());
    bar.start("sh", {"-c", "exec 3<&0; " LIMBER_PROGRAM
                           " status --watch --json </dev/null | { head -n 1; cat <&3; }"});
    REQUIRE(bar.waitForReadyRead(patience_ms));
    desk.signal_daemon(SIGSTOP); // nothing more will be told
    bar.closeWriteChannel();     // and with that the reader ends
    CHECK(bar.waitForFinished(patience_ms));
    CHECK(bar.exitCode() == 0);
    desk.signal_daemon(SIGCONT);
}

TEST_CASE("a daemon that hangs costs three seconds, a sentence and exit status 1") {
    Desk desk;
    desk.signal_daemon(SIGSTOP);
    QElapsedTimer clock;
    clock.start();
    const Ran ran = desk.limber({"status"});
    CHECK(ran.exit == 1);
    CHECK(contains(ran.err, "does not answer"));
    CHECK(clock.elapsed() < 15'000); // the bus itself would wait for 25 s
    desk.signal_daemon(SIGCONT);
    CHECK(desk.limber({"status"}).exit == 0);
}
