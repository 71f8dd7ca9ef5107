// SPDX-License-Identifier: GPL-3.0-or-later
// The session source on a real logind ("real: …", inside with-systemd), and what cannot be had there (another
// terminal in front, logind away) on a stand-in ("mock: …", inside with-x11).
#include "core/event.hpp"
#include "idle/main_loop.hpp"
#include "logind/session_search.hpp"
#include "quiet/logind_session.hpp"

#include <QByteArray>
#include <QDBusConnection>
#include <QObject>
#include <QProcess>
#include <QString>
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace limber::idle {
namespace {

using namespace std::chrono_literals;
using testing::run_until;

std::string word(const Happening& what) {
    if (std::holds_alternative<Locked>(what)) return "locked";
    if (std::holds_alternative<Unlocked>(what)) return "unlocked";
    if (std::holds_alternative<SessionLeft>(what)) return "left";
    if (std::holds_alternative<SessionReturned>(what)) return "returned";
    if (std::holds_alternative<SleepAnnounced>(what)) return "sleep";
    if (std::holds_alternative<AlarmRang>(what)) return "look";
    return "?";
}

struct Watcher {
    std::string said;
    std::string notes;
    quiet::LogindSession session{QDBusConnection::systemBus(),
                                 [this](const std::string& note) { notes += note + "\n"; }};

    Watcher() {
        session.watch([this](const Happening& what) {
            said += word(what) + ' ';
            if (std::holds_alternative<SleepAnnounced>(what)) session.saved();
        });
        REQUIRE_MESSAGE(run_until([this] { return notes.find("the session is ") != std::string::npos; }, 10s),
                        notes);
        run_until([] { return false; }, 300ms); // its properties and the delay
    }

    /// All that is said until `expected`, or until the patience ends.
    std::string hear(const std::string& expected, Duration patience = 10s) {
        run_until([&] { return said.size() >= expected.size(); }, patience);
        run_until([] { return false; }, 200ms);
        return said;
    }
};

std::string run(const std::string& command) {
    testing::application();
    QProcess process;
    bool done = false;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QObject::connect(&process, &QProcess::finished, [&] { done = true; });
    process.start("sh", {"-c", QString::fromStdString(command)});
    REQUIRE(run_until([&] { return done; }, 20s));
    const auto output = process.readAll().toStdString();
    REQUIRE_MESSAGE(process.exitCode() == 0, command << ": " << output);
    return output;
}

const std::string hint = "busctl call org.freedesktop.login1 /org/freedesktop/login1/session/auto "
                         "org.freedesktop.login1.Session SetLockedHint b ";

} // namespace

TEST_CASE("real: lock and unlock are seen, whichever way the session is found") {
    testing::application();
    const QByteArray id = qgetenv("XDG_SESSION_ID");
    SUBCASE("by its id") {
        REQUIRE_FALSE(id.isEmpty());
    }
    SUBCASE("without an id") {
        qunsetenv("XDG_SESSION_ID");
    }
    SUBCASE("with a stale id") {
        qputenv("XDG_SESSION_ID", "no-such-session");
    }
    {
        Watcher watcher;
        CHECK_EQ(watcher.said, "");
        run("loginctl lock-session " + id.toStdString());
        CHECK_EQ(watcher.hear("locked "), "locked ");
        run("loginctl unlock-session " + id.toStdString());
        CHECK_EQ(watcher.hear("locked unlocked "), "locked unlocked ");
    }
    qputenv("XDG_SESSION_ID", id);
}

TEST_CASE("real: the hint decides once it is set, also at the start") {
    testing::application();
    Watcher watcher;
    run(hint + "true");
    CHECK_EQ(watcher.hear("locked "), "locked ");
    run("loginctl unlock-session $XDG_SESSION_ID"); // a request only
    CHECK_EQ(watcher.hear("locked "), "locked ");
    {
        Watcher second;
        CHECK_EQ(second.said, "locked ");
    }
    run(hint + "false");
    CHECK_EQ(watcher.hear("locked unlocked "), "locked unlocked ");
}

TEST_CASE("real: sleep is announced, waits for the saving, and is followed by a look at the clocks") {
    testing::application();
    Watcher watcher;
    CHECK(run("systemd-inhibit --list").find("Limber saves its state") != std::string::npos);
    run("gdbus call --system --dest org.freedesktop.login1 --object-path /org/freedesktop/login1 "
        "--method org.freedesktop.login1.Manager.Suspend false");
    CHECK_EQ(watcher.hear("sleep "), "sleep ");
    CHECK(run("systemd-inhibit --list").find("Limber saves its state") == std::string::npos);
    CHECK_EQ(watcher.hear("sleep look ", 20s), "sleep look ");
    CHECK(run("systemd-inhibit --list").find("Limber saves its state") != std::string::npos);
}

TEST_CASE("mock: another terminal in front") {
    testing::application();
    Watcher watcher;
    run("\"$TESTBED_SCRIPTS\"/fake-logind active no");
    CHECK_EQ(watcher.hear("left "), "left ");
    {
        Watcher second;
        CHECK_EQ(second.said, "left ");
    }
    run("\"$TESTBED_SCRIPTS\"/fake-logind active yes");
    CHECK_EQ(watcher.hear("left returned "), "left returned ");
}

TEST_CASE("mock: a session that is closing is left, also one that is named by XDG_SESSION_ID") {
    testing::application();
    const auto set = [](const char* property, const char* value) {
        run(std::string{
                "gdbus call --system --dest org.freedesktop.login1 --object-path "
                "/org/freedesktop/login1/session/c1 --method org.freedesktop.DBus.Mock.UpdateProperties "
                "org.freedesktop.login1.Session \"{'"} +
            property + "': <" + value + ">}\"");
    };
    Watcher watcher;
    bool over = false;
    watcher.session.when_over([&] { over = true; });
    // as logind does: it tells that another terminal is in front, and no more
    set("State", "'closing'");
    run("\"$TESTBED_SCRIPTS\"/fake-logind active no");
    CHECK(run_until([&] { return over; }, 10s));
    CHECK_EQ(watcher.said, "");
    over = false;
    watcher.session.look_again();
    CHECK_MESSAGE(run_until([&] { return over; }, 10s), "and it is looked for anew");
    const QByteArray id = qgetenv("XDG_SESSION_ID");
    qputenv("XDG_SESSION_ID", "c1");
    QObject context;
    std::optional<QString> found;
    logind::find_login_session(context, QDBusConnection::systemBus(),
                               [&](const QString& path) { found = path; });
    CHECK(run_until([&] { return found.has_value(); }, 10s));
    CHECK(found == QString{});
    qputenv("XDG_SESSION_ID", id);
    set("State", "'active'");
    run("\"$TESTBED_SCRIPTS\"/fake-logind active yes");
}

TEST_CASE("mock: logind goes away and comes back") {
    testing::application();
    Watcher watcher;
    run("\"$TESTBED_SCRIPTS\"/fake-logind locked yes");
    CHECK_EQ(watcher.hear("locked "), "locked ");
    run("pkill -KILL -P \"$(cat \"$TESTBED_DIR/run/logind.pid\")\"");
    CHECK(run_until([&] { return watcher.notes.find("went away") != std::string::npos; }, 10s));
    CHECK_EQ(watcher.said, "locked ");
    watcher.notes.clear();
    run("\"$TESTBED_SCRIPTS\"/fake-logind serve >/dev/null 2>&1 </dev/null & "
        "until \"$TESTBED_SCRIPTS\"/fake-logind ping 2>/dev/null; do sleep 0.1; done");
    // The stand-in makes its session after it has taken the name, and does not say so, as logind does.
    run("gdbus call --system --dest org.freedesktop.login1 --object-path /org/freedesktop/login1 "
        "--method org.freedesktop.DBus.Mock.EmitSignal org.freedesktop.login1.Manager SessionNew so "
        "\"[<'c1'>, <objectpath '/org/freedesktop/login1/session/c1'>]\"");
    CHECK_MESSAGE(run_until([&] { return watcher.notes.find("the session is ") != std::string::npos; }, 10s),
                  watcher.notes);
    run("\"$TESTBED_SCRIPTS\"/fake-logind locked no");
    CHECK_EQ(watcher.hear("locked unlocked "), "locked unlocked ");
    run("\"$TESTBED_SCRIPTS\"/fake-logind locked yes");
    CHECK_EQ(watcher.hear("locked unlocked locked "), "locked unlocked locked ");
}

} // namespace limber::idle
