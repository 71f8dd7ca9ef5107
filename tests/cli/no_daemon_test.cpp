// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.hpp"

#include <doctest/doctest.h>

using limber::testing::Ran;
using limber::testing::Terminal;

namespace {

const QList<QStringList> needs_daemon{
    {"status"},
    {"status", "--json"},
    {"start"},
    {"start", "micro", "--exercise", "butterfly", "--replace"},
    {"stop"},
    {"snooze"},
    {"snooze", "10min"},
    {"skip"},
    {"another"},
    {"never"},
    {"allow"},
    {"allow", "butterfly"},
    {"pause"},
    {"pause", "1h 30min"},
    {"pause", "--until", "23:59"},
    {"pause", "--until", "tomorrow"},
    {"resume"},
    {"rested"},
    {"next"},
    {"repeat"},
    {"enough"},
    {"wait"},
    {"go"},
};

} // namespace

TEST_CASE("without a daemon every request exits with 3 and says how to start it") {
    Terminal terminal{Terminal::Bus::own};
    for (const QStringList& arguments : needs_daemon) {
        CAPTURE(arguments.join(' ').toStdString());
        const Ran ran = terminal.limber(arguments);
        CHECK(ran.exit == 3);
        CHECK(ran.out.empty());
        CHECK(ran.err == "limber: Limber is not running. Start it with: systemctl --user start limberd\n");
    }
}

TEST_CASE("without a session bus it exits with 3 and says so") {
    Terminal terminal;
    for (const QStringList& arguments : {QStringList{"status"}, {"status", "--watch"}, {"skip"}}) {
        CAPTURE(arguments.join(' ').toStdString());
        const Ran ran = terminal.limber(arguments);
        CHECK(ran.exit == 3);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("no session bus") != std::string::npos);
    }
}

TEST_CASE("doctor looks for itself where there is no session bus") {
    Terminal terminal;
    const Ran ran = terminal.limber({"doctor"});
    CHECK(ran.exit == 1);
    CHECK(ran.out.find("is not running") != std::string::npos);
}
