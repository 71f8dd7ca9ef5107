// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

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
          "rested", "next", "repeat", "enough", "exercises", "simulate", "config", "reload"}) {
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

TEST_CASE("wrong usage is told in the person's language") {
    Terminal terminal;
    terminal.set("LC_ALL", "de_DE.UTF-8");

    struct Case {
        QStringList arguments;
        std::string english;
        std::string german;
    };

    const std::vector<Case> cases{
        {{}, "A subcommand is required", "Hier fehlt ein Befehl"},
        {{"stauts"},
         "There is no command stauts (did you mean `status`?)",
         "Einen Befehl stauts gibt es nicht (war `status` gemeint?)"},
        {{"banana"}, "There is no command banana", "Einen Befehl banana gibt es nicht"},
        {{"--loud"}, "The following argument was not expected: --loud", "Unerwartete Angabe: --loud"},
        {{"status", "--loud"},
         "The following argument was not expected: --loud",
         "Unerwartete Angabe: --loud"},
        {{"status", "%2"}, "The following argument was not expected: %2", "Unerwartete Angabe: %2"},
        {{"start", "--exercise"}, "--exercise: 1 required ID missing", "--exercise: Es fehlt ID (1 nötig)"},
        {{"exercises", "show"}, "ID is required", "ID fehlt"},
        {{"pause", "5min", "--until", "tomorrow"},
         "DURATION excludes --until",
         "DAUER geht nicht zusammen mit --until"},
        {{"snooze", "5x"},
         "DURATION: \"5x\" has an unknown unit; the units are h, min, s and ms: \"1h 30min\"",
         "DAUER: \"5x\" hat eine unbekannte Einheit; die Einheiten sind h, min, s und ms: \"1h 30min\""},
        {{"simulate", "--answer", "yes"},
         "--answer: yes not in {start,follow,snooze,skip,ignore}",
         "--answer: yes ist keins von {start,follow,snooze,skip,ignore}"},
        {{"status", "--json=maybe"},
         "Could not convert: --json = maybe",
         "maybe passt nicht als Wert von --json"},
        {{"simulate", "--seed", "many"},
         "--seed: needs a whole number, not many",
         "--seed: braucht eine ganze Zahl, nicht many"},
    };
    for (const Case& usage : cases) {
        CAPTURE(usage.arguments.join(' ').toStdString());
        terminal.set("LANGUAGE", "en");
        CHECK(terminal.limber(usage.arguments).err ==
              usage.english + "\nRun with --help for more information.\n");
        terminal.set("LANGUAGE", "de");
        const Ran ran = terminal.limber(usage.arguments);
        CHECK(ran.err == usage.german + "\nMehr dazu mit --help.\n");
        CHECK(ran.exit == 2);
    }
    const Ran help = terminal.limber({"pause", "--help"});
    CHECK(help.out.find("[OPTIONEN] [DAUER]") != std::string::npos);
    CHECK(help.out.find("Nicht mit: DAUER") != std::string::npos);
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
