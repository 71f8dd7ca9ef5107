// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using limber::testing::Ran;
using limber::testing::Terminal;

TEST_CASE("--version names program and version") {
    Terminal terminal;
    const Ran ran = terminal.limber({"--version"});
    CHECK(ran.exit == 0);
    CHECK(ran.out == "limber " LIMBER_VERSION "\n");
}

TEST_CASE("--help is one screen and names every command") {
    Terminal terminal;
    const Ran ran = terminal.limber({"--help"});
    CHECK(ran.exit == 0);
    for (const char* command :
         {"status", "start", "stop", "snooze", "skip", "another", "never", "allow", "pause", "resume",
          "rested", "next", "repeat", "enough", "exercises", "simulate", "config"}) {
        CHECK_MESSAGE(ran.out.find(std::string{"\n  "} + command + " ") != std::string::npos, command);
    }
    CHECK(std::ranges::count(ran.out, '\n') <= 50);
    std::size_t longest = 0;
    for (std::size_t begin = 0, end = 0; (end = ran.out.find('\n', begin)) != std::string::npos;
         begin = end + 1) {
        longest = std::max(longest, end - begin);
    }
    CHECK(longest <= 90);
}

TEST_CASE("wrong usage exits with 2 and a sentence, before any bus is asked") {
    const QList<QStringList> wrong{
        {},
        {"dance"},
        {"status", "--loud"},
        {"start", "micro", "long"},
        {"start", "--exercise"},
        {"snooze", "banana"},
        {"snooze", "0s"},
        {"snooze", ""},
        {"pause", ""},
        {"snooze", "400ms"},
        {"snooze", "-5min"},
        {"pause", "ten minutes"},
        {"pause", "99999999999999999999h"},
        {"pause", "--until", "25:00"},
        {"pause", "--until", "12:60"},
        {"pause", "--until", "130"},
        {"pause", "--until", "1:3"},
        {"pause", "--until", "noon"},
        {"pause", "5min", "--until", "tomorrow"},
        {"skip", "micro"},
        {"exercises", "show"},
        {"config", "lint"},
    };
    Terminal terminal;
    for (const QStringList& arguments : wrong) {
        CAPTURE(arguments.join(' ').toStdString());
        const Ran ran = terminal.limber(arguments);
        CHECK(ran.exit == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.size() > 10);
        CHECK(ran.err.find("bus") == std::string::npos);
    }
}

TEST_CASE("a duration that is none is answered with what the settings say about it") {
    Terminal terminal;
    const Ran ran = terminal.limber({"snooze", "banana"});
    CHECK(ran.err.find("DURATION") != std::string::npos);
    CHECK(ran.err.find("banana") != std::string::npos);
}

TEST_CASE("output that cannot be written is a failure with a sentence") {
    Terminal terminal;
    QProcess program;
    program.setProcessEnvironment(terminal.environment());
    program.setStandardOutputFile("/dev/full");
    program.start(LIMBER_PROGRAM, {"config", "default"});
    REQUIRE(program.waitForFinished(20'000));
    CHECK(program.exitCode() == 1);
    CHECK(program.readAllStandardError().contains("could not be written"));
}
