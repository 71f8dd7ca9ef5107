// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/daemon_link.hpp"
#include "scripted_daemon.hpp"
#include "settings/problem.hpp"
#include "views.hpp"

#include <QDBusConnection>
#include <QList>
#include <QString>
#include <QVariant>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <chrono>

using namespace limber;
using namespace limber::tray;
using namespace limber::bus;
using namespace std::chrono_literals;

namespace {

struct Linked {
    Linked() {
        test::need_application();
        daemon.say(test::working_report());
    }

    test::ScriptedDaemon daemon;
};

} // namespace

TEST_CASE("the link follows the daemon through start, change and end") {
    Linked set;
    DaemonLink link(QDBusConnection::sessionBus());
    CHECK(link.daemon() == Daemon::unknown);
    REQUIRE(test::until([&] { return link.daemon() == Daemon::absent; }));
    CHECK(link.report() == nullptr);

    set.daemon.appear();
    REQUIRE(test::until([&] { return link.daemon() == Daemon::running; }));
    REQUIRE(link.report() != nullptr);
    CHECK(link.report()->status.arc == 7);

    bus::StatusReport later = test::working_report();
    later.status.arc = 8;
    set.daemon.say(later);
    REQUIRE(test::until([&] { return link.report()->status.arc == 8; }));

    set.daemon.say(QStringLiteral("Session"), bus::to_wire(*test::resting_report().status.session));
    REQUIRE(test::until([&] { return link.session().has_value(); }));
    CHECK(link.session()->id == 9);
    CHECK(link.report()->status.session == link.session());
    // the status and the session are told apart from each other
    set.daemon.say(test::working_report());
    REQUIRE(test::until([&] { return link.report()->status.arc == 7; }));
    CHECK(link.session().has_value());

    set.daemon.say(QStringLiteral("Problems"),
                   QVariant::fromValue(bus::to_wire(std::vector<settings::Problem>{{.message = "full"}})));
    REQUIRE(test::until([&] { return link.snapshot().problems.size() == 1; }));

    set.daemon.vanish();
    REQUIRE(test::until([&] { return link.daemon() == Daemon::absent; }));
    CHECK(link.report() == nullptr);
    CHECK(link.snapshot().problems.empty());
    CHECK_FALSE(link.session().has_value());

    set.daemon.appear();
    REQUIRE(test::until([&] { return link.daemon() == Daemon::running; }));
}

TEST_CASE("a daemon that hangs blocks nothing, and is read when it speaks again") {
    Linked set;
    set.daemon.hangs = true;
    set.daemon.appear();
    DaemonLink link(QDBusConnection::sessionBus());
    REQUIRE(test::until([&] { return set.daemon.reads > 0; }));
    CHECK(link.daemon() == Daemon::unknown);
    // started anew
    set.daemon.hangs = false;
    set.daemon.vanish();
    set.daemon.appear();
    REQUIRE(test::until([&] { return link.daemon() == Daemon::running; }));
}

TEST_CASE("another version's odd values do no harm") {
    Linked set;
    set.daemon.properties = {{QStringLiteral("Status"), QStringLiteral("fine, thanks")},
                             {QStringLiteral("Session"), 7},
                             {QStringLiteral("Problems"), QVariantMap{}}};
    set.daemon.appear();
    DaemonLink link(QDBusConnection::sessionBus());
    REQUIRE(test::until([&] { return link.daemon() == Daemon::running; }));
    REQUIRE(link.report() != nullptr);
    CHECK(link.report()->status.doing == Activity::unknown);
    CHECK_FALSE(link.session().has_value());
}

TEST_CASE("asking: nothing said means done, else there is a sentence") {
    Linked set;
    DaemonLink link(QDBusConnection::sessionBus());
    QString said = QStringLiteral("nothing yet");
    const auto hear = [&](const QString& error) { said = error; };
    link.ask(QStringLiteral("Skip"), {}, hear);
    REQUIRE(test::until([&] { return said != u"nothing yet"; }));
    CHECK(said.startsWith(u"Limber is not running."));

    set.daemon.appear();
    link.ask(QStringLiteral("Pause"), {1800LL}, hear);
    REQUIRE(test::until([&] { return said.isEmpty(); }));
    REQUIRE_FALSE(set.daemon.calls.empty());
    CHECK(set.daemon.calls.back().first == u"Pause");
    CHECK(set.daemon.calls.back().second == QVariantList{1800LL});

    link.ask(QStringLiteral("Unheard"), {}, hear);
    REQUIRE(test::until([&] { return said.contains(u"another version"); }));
    set.daemon.refusal = QStringLiteral("A break is running.");
    link.ask(QStringLiteral("Start"), {}, hear);
    REQUIRE(test::until([&] { return said == u"A break is running."; }));
}
