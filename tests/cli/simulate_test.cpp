// SPDX-License-Identifier: GPL-3.0-or-later
// limber simulate: its options, its words, its picture, and what it says of files that are wrong.
// LIMBER_REWRITE=1 writes what is printed now to tests/cli/simulated; read the difference.
#include "terminal.hpp"

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <pty.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

using limber::testing::contains;
using limber::testing::on_terminal;
using limber::testing::Ran;
using limber::testing::Terminal;

namespace {

/// The rules of the law's examples, whatever is shipped.
constexpr auto two_rules =
    "[[break]]\nname = \"micro\"\ntitle = \"Micro-break\"\ninterval = \"30min\"\nrest = \"40s\"\n"
    "[[break]]\nname = \"long\"\ntitle = \"Long break\"\ninterval = \"60min\"\nrest = \"5min\"\n";

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

/// In a zone that changes its offset, with the two rules, and rests of their exact length.
struct Simulator : Terminal {
    Simulator() {
        set("TZ", "Europe/Berlin");
        write("two.toml", two_rules);
    }

    Ran simulate(QStringList arguments) {
        arguments.prepend("simulate");
        return limber(arguments);
    }

    Ran play(const QByteArray& activity, const QStringList& more = {}) {
        write("day.jsonl", activity);
        return simulate(
            QStringList{"--config", "two.toml", "--session-length", "rest", "--activity", "day.jsonl"} +
            more);
    }
};

void check_golden(const std::string& printed, const QString& name) {
    QFile file{QStringLiteral(LIMBER_SOURCE_DIR "/tests/cli/simulated/") + name};
    if (qEnvironmentVariableIsSet("LIMBER_REWRITE")) {
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(printed));
        return;
    }
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(printed == file.readAll().toStdString());
}

} // namespace

TEST_CASE("the law's first example as JSON, to the millisecond") {
    Simulator limber;
    const Ran ran = limber.play("{\"at\": 0, \"input\": \"typing\", \"until\": 3660}", {"--json"});
    CHECK(ran.exit == 0);
    CHECK(ran.err.empty());
    CHECK(
        ran.out ==
        R"({"at": 1830.000, "effect": "prompt", "break": "micro", "exercise": "rest-micro", "reason": "due", "due_since": 1800.000}
{"at": 1950.000, "effect": "withdraw", "break": "micro", "why": "timeout"}
{"at": 2280.000, "effect": "prompt", "break": "micro", "exercise": "rest-micro", "reason": "again", "due_since": 1800.000}
{"at": 2400.000, "effect": "withdraw", "break": "micro", "why": "timeout"}
{"at": 2400.000, "effect": "record", "break": "micro", "outcome": "unanswered"}
{"at": 3630.000, "effect": "prompt", "break": "long", "exercise": "rest-long", "reason": "due", "due_since": 3600.000}
{"at": 3660.000, "effect": "end", "breaks": {"micro": {"active": 1260.000}, "long": {"active": 3660.000}}}
)");
}

TEST_CASE("the law's eighth example: reading") {
    Simulator limber;
    limber.write("two.toml", "[[break]]\nname = \"micro\"\ninterval = \"30min\"\nrest = \"40s\"\n");
    const Ran ran =
        limber.play("{\"at\": 0, \"input\": \"typing\", \"until\": 1740}\n{\"at\": 1860, \"event\": \"end\"}",
                    {"--json"});
    CHECK(
        ran.out ==
        R"({"at": 1800.000, "effect": "prompt", "break": "micro", "exercise": "rest-micro", "reason": "due", "due_since": 1800.000}
{"at": 1840.000, "effect": "withdraw", "break": "micro", "why": "followed"}
{"at": 1840.000, "effect": "record", "break": "micro", "outcome": "followed"}
{"at": 1860.000, "effect": "end", "breaks": {"micro": {"active": 0.000}}}
)");
}

TEST_CASE("each answer is the one that is asked for") {
    Simulator limber;
    const QByteArray day = "{\"at\": 0, \"input\": \"typing\", \"until\": 2500}";
    const auto why = [&](const QStringList& more) {
        const Ran ran = limber.play(day, QStringList{"--json"} + more);
        CHECK(ran.exit == 0);
        const std::size_t at = ran.out.find("\"why\": \"") + 8;
        return ran.out.substr(at, ran.out.find('"', at) - at);
    };
    CHECK(why({}) == "timeout"); // a file says itself what the person did
    CHECK(why({"--answer", "ignore"}) == "timeout");
    CHECK(why({"--answer", "start"}) == "start");
    CHECK(why({"--answer", "follow"}) == "followed");
    CHECK(why({"--answer", "snooze"}) == "snooze");
    CHECK(why({"--answer", "skip"}) == "skip");
}

TEST_CASE("a made-up day, piped: no colours, and the same for the same seed") {
    Simulator limber;
    const QStringList day{"--config", "two.toml", "--session-length", "rest", "--seed", "1"};
    const Ran ran = limber.simulate(day);
    CHECK(ran.exit == 0);
    CHECK(ran.err.empty());
    check_golden(ran.out, "office-day.txt");
    CHECK_FALSE(contains(ran.out, "\033"));
    CHECK(limber.simulate(day).out == ran.out);
    CHECK(limber.simulate({"--config", "two.toml", "--session-length", "rest", "--seed", "2"}).out !=
          ran.out);
    std::size_t longest = 0;
    for (const QString& line : QString::fromStdString(ran.out).split('\n'))
        longest = std::max(longest, static_cast<std::size_t>(line.size()));
    CHECK(longest <= 80);
}

TEST_CASE("the exercises are the shipped ones, chosen by the seed, each as long as it is") {
    Simulator limber;
    limber.write("two.toml", QByteArray{two_rules} + "[person]\nexclude = []\n");
    const QStringList day{"--config", "two.toml", "--json"};
    const Ran one = limber.simulate(day + QStringList{"--seed", "1"});
    CHECK(contains(one.out, R"("exercise": "cross-body")"));
    CHECK(one.out != limber.simulate(day + QStringList{"--seed", "3"}).out);
    CHECK_FALSE(contains(
        one.out, R"("effect": "session", "break": "long", "exercise": "shoulder-rolls", "length": 300})"));
}

TEST_CASE("a file of every kind: a meeting, a nap of the machine, nobody answering, working outside hours") {
    Simulator limber;
    limber.write("two.toml", QByteArray{two_rules} + "[hours]\nweekdays = [\"08:00-15:00\"]\n");
    const Ran ran = limber.play(
        "{\"at\": \"2025-03-28T08:00:00+01:00\", \"input\": \"typing\", \"until\": "
        "\"2025-03-28T10:00:00+01:00\"}\n"
        "{\"at\": \"2025-03-28T09:00:00+01:00\", \"event\": \"hold\", \"what\": \"camera\", \"on\": true}\n"
        "{\"at\": \"2025-03-28T09:40:00+01:00\", \"event\": \"hold\", \"what\": \"camera\", \"on\": false}\n"
        "{\"at\": \"2025-03-28T10:00:00+01:00\", \"event\": \"sleep\"}\n"
        "{\"at\": \"2025-03-28T10:30:00+01:00\", \"event\": \"wake\"}\n"
        "{\"at\": \"2025-03-28T10:30:05+01:00\", \"input\": \"typing\", \"until\": "
        "\"2025-03-28T11:20:00+01:00\"}\n"
        "{\"at\": \"2025-03-28T14:00:00+01:00\", \"input\": \"typing\", \"until\": "
        "\"2025-03-28T15:30:00+01:00\"}\n"
        "{\"at\": \"2025-03-31T08:00:00+02:00\", \"input\": \"typing\", \"until\": "
        "\"2025-03-31T08:50:00+02:00\"}\n");
    CHECK(ran.exit == 0);
    check_golden(ran.out, "two-days.txt");
}

TEST_CASE("ASCII where the locale has nothing else, and as wide as there is room") {
    Simulator limber;
    const QStringList day{"--config", "two.toml", "--session-length", "rest"};
    limber.set("COLUMNS", "40");
    const Ran narrow = limber.simulate(day);
    check_golden(narrow.out, "office-day-40-columns.txt");
    limber.set("COLUMNS", "140");
    CHECK(contains(limber.simulate(day).out, QString(60, QChar{u'━'}).toStdString()));
    limber.set("COLUMNS", "nonsense");
    limber.set("LC_ALL", "C");
    const Ran plain = limber.simulate(day);
    check_golden(plain.out, "office-day-ascii.txt");
    CHECK(std::ranges::all_of(plain.out, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
}

TEST_CASE("colours on a terminal, unless it or the person has none") {
    Simulator limber;
    const QStringList day{"simulate", "--config", "two.toml", "--session-length", "rest"};
    limber.set("TERM", "xterm-256color");
    const std::string coloured = on_terminal(limber, day, 80);
    CHECK(contains(coloured, "\033[36m━"));
    CHECK(contains(coloured, "\033[32m◆"));
    CHECK(count(coloured, "\033[0m") * 2 == count(coloured, "\033["));
    limber.set("NO_COLOR", "1");
    CHECK_FALSE(contains(on_terminal(limber, day, 80), "\033"));
    limber.set("NO_COLOR", "");
    limber.set("TERM", "dumb");
    CHECK_FALSE(contains(on_terminal(limber, day, 80), "\033"));
}

TEST_CASE("the terminal's width is used") {
    Simulator limber;
    limber.set("TERM", "dumb");
    const QStringList day{"simulate", "--config", "two.toml", "--session-length", "rest"};
    CHECK(contains(on_terminal(limber, day, 80), "      :00       :10"));
    CHECK(contains(on_terminal(limber, day, 50), "      :00  :10"));
    CHECK(contains(on_terminal(limber, day, 200), "      :00                 :10"));
}

TEST_CASE("mistakes in the activity name file, line and column") {
    Simulator limber;

    struct Mistake {
        QByteArray text;
        std::string says;
    };

    const std::vector<Mistake> mistakes{
        {"{\"at\": 5, \"event\": \"lock\"}\n{\"at\": 4, \"event\": \"unlock\"}",
         "day.jsonl:2:2: time goes back"},
        {"{\"at\": 0, \"input\": \"typing\", \"until\": 9}\n{\"at\": 8, \"input\": \"typing\", \"until\": "
         "10}",
         "day.jsonl:2:2: this typing overlaps"},
        {"{\"at\": 5, \"input\": \"once\", \"util\": 4}", "day.jsonl:1:28: unknown field \"util\""},
        {"{\"at\": 5, \"event\": \"dance\"}", "day.jsonl:1:11: unknown \"event\""},
        {"{\"at\": 5, \"event\": \"lock\"}\n\n{\"at\": 6", "day.jsonl:3:9: this is not JSON"},
        {QByteArray("\x7f\x45\x4c\x46\0\1\2\xff\xfe", 9), "day.jsonl:1:1: this is not JSON"},
        {QByteArray(1'000'000, 'x'), "day.jsonl:1:4096: this line is far too long"},
        {"[\n{\"timestamp\": \"soon\", \"duration\": 5, \"data\": {\"status\": \"not-afk\"}}]",
         "day.jsonl:2:"},
    };
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.says);
        for (const QStringList& form : {QStringList{}, QStringList{"--json"}}) {
            const Ran ran = limber.play(mistake.text, form);
            CHECK(ran.exit == 1);
            CHECK_MESSAGE(contains(ran.err, mistake.says), ran.err);
            CHECK(std::ranges::count(ran.err, '\n') == 1);
        }
    }
}

TEST_CASE("what was told before a mistake stays told") {
    Simulator limber;
    const Ran ran = limber.play(
        "{\"at\": 0, \"input\": \"typing\", \"until\": 2500}\n{\"at\": 2500, \"event\": \"lock\"}\nrubbish",
        {"--json"});
    CHECK(ran.exit == 1);
    CHECK(std::ranges::count(ran.out, '\n') == 5);
    CHECK(contains(ran.err, "day.jsonl:3:1: "));
}

TEST_CASE("files that are not there, and settings that are wrong") {
    Simulator limber;
    const Ran missing = limber.simulate({"--activity", "nowhere.jsonl"});
    CHECK(missing.exit == 1);
    CHECK(contains(missing.err, "nowhere.jsonl: cannot be read: No such file or directory"));
    const Ran folder = limber.simulate({"--activity", "run"});
    CHECK(folder.exit == 1);
    CHECK(contains(folder.err, "run: cannot be read: Is a directory"));
    const Ran no_config = limber.simulate({"--config", "nowhere.toml"});
    CHECK(no_config.exit == 1);
    CHECK(contains(no_config.err, "nowhere.toml"));
    limber.write("bad.toml", "idle_after = \"three\"\n");
    const Ran bad = limber.simulate({"--config", "bad.toml"});
    CHECK(bad.exit == 1);
    CHECK(bad.out.empty());
    CHECK(contains(bad.err, "bad.toml:1:14: "));
}

TEST_CASE("without --config the person's own settings count") {
    Simulator limber;
    limber.write(".config/limber/limber.toml",
                 "[[break]]\nname = \"eyes\"\ninterval = \"20min\"\nrest = \"20s\"\n");
    limber.write("day.jsonl", "{\"at\": 0, \"input\": \"typing\", \"until\": 1300}");
    const Ran ran = limber.simulate({"--activity", "day.jsonl", "--json"});
    CHECK(ran.exit == 0);
    CHECK(contains(ran.out, R"({"at": 1230.000, "effect": "prompt", "break": "eyes")"));
    limber.write(".config/limber/limber.toml", "nonsense = 1\n");
    const Ran broken = limber.simulate({"--activity", "day.jsonl", "--json"});
    CHECK(broken.exit == 1);
    CHECK(contains(broken.err, "limber.toml:1:1: "));
    CHECK(limber.simulate({"--config", "two.toml", "--activity", "day.jsonl", "--json"}).exit == 0);
}

TEST_CASE("wrong usage") {
    Simulator limber;
    for (const QStringList& wrong : {QStringList{"--answer", "dance"},
                                     {"--seed", "many"},
                                     {"--seed", "-1"},
                                     {"--session-length", "2"},
                                     {"day.jsonl"},
                                     {"--activity"}}) {
        CAPTURE(wrong.join(' ').toStdString());
        const Ran ran = limber.simulate(wrong);
        CHECK(ran.exit == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.size() > 10);
    }
}

TEST_CASE("an export of ActivityWatch is a day, in the local time of here") {
    Simulator limber;
    const Ran ran = limber.play(
        R"({"buckets": {"aw-watcher-afk_desk": {"id": "aw-watcher-afk_desk", "type": "afkstatus", "events": [
    {"timestamp": "2025-07-07T07:50:00.000000+00:00", "duration": 3000, "data": {"status": "not-afk"}},
    {"timestamp": "2025-07-07T07:40:00.000000+00:00", "duration": 600, "data": {"status": "afk"}},
    {"timestamp": "2025-07-07T07:00:00.000000+00:00", "duration": 2400, "data": {"status": "not-afk"}}]}}})");
    CHECK(ran.exit == 0);
    CHECK(contains(ran.out, "\nMonday 2025-07-07\n"));
    CHECK(contains(ran.out, "  09:30 ◇ Micro-break"));
    CHECK(contains(ran.out, "Away for 10min"));
}

TEST_CASE("standard input, a hundred thousand lines of it, as they come") {
    Simulator limber;
    QProcess program;
    program.setProcessEnvironment(limber.environment());
    program.setWorkingDirectory(limber.path("."));
    program.start(LIMBER_PROGRAM, {"simulate", "--config", "two.toml", "--activity", "-", "--json"});
    REQUIRE(program.waitForStarted());
    for (int block = 0; block < 100; ++block) {
        QByteArray lines;
        for (int i = 0; i < 1000; ++i)
            lines += "{\"at\": " + QByteArray::number(block * 1000 + i) + ", \"input\": \"once\"}\n";
        program.write(lines);
        while (program.bytesToWrite() > 0 && program.waitForBytesWritten(20'000)) {
        }
    }
    program.closeWriteChannel();
    REQUIRE(program.waitForFinished(60'000));
    CHECK(program.exitCode() == 0);
    const std::string out = program.readAllStandardOutput().toStdString();
    CHECK(out.starts_with(R"({"at": 1830.000, "effect": "prompt", "break": "micro")"));
    CHECK(contains(out, R"({"at": 99999.000, "effect": "end")"));
}

TEST_CASE("a rule without a title, and no rule at all") {
    Simulator limber;
    limber.write("two.toml", "[[break]]\nname = \"eyes\"\ninterval = \"20min\"\nrest = \"20s\"\n");
    CHECK(contains(limber.play("{\"at\": 0, \"input\": \"typing\", \"until\": 1300}").out,
                   "  09:20 ◇ eyes: stand up and rest"));
    limber.write("two.toml",
                 "[[break]]\nname = \"micro\"\nenabled = false\ninterval = \"20min\"\nrest = \"20s\"\n");
    const Ran none = limber.play("{\"at\": 0, \"input\": \"typing\", \"until\": 1300}");
    CHECK(none.exit == 0);
    CHECK(contains(none.out, "No break is configured."));
}

TEST_CASE("the README shows what is printed") {
    Simulator limber;
    QFile file{QStringLiteral(LIMBER_SOURCE_DIR "/README.md")};
    REQUIRE(file.open(QIODevice::ReadOnly));
    const std::string readme = file.readAll().toStdString();
    const std::string begins = "\n    $ limber simulate\n";
    REQUIRE(contains(readme, begins));
    std::string shown;
    for (const QString& line : QString::fromStdString(limber.simulate({}).out).split('\n'))
        shown += line.isEmpty() ? "\n" : "    " + line.toStdString() + "\n";
    const std::string after = readme.substr(readme.find(begins) + begins.size());
    CHECK_MESSAGE(after.starts_with(shown), "put the output of TZ=Europe/Berlin limber simulate there:\n",
                  shown);
}
