// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.hpp"
#include "core/plan.hpp"
#include "scenarios/player.hpp"
#include "written.hpp"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <doctest/doctest.h>

#include <fstream>
#include <string>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

story::Story story_called(const std::string& name) {
    return story_in(LIMBER_SOURCE_DIR "/tests/scenarios/" + name);
}

QByteArray journal(const char* story) {
    return QByteArray::fromStdString(joined(journal_of(story_called(story))));
}

/// The lines of the README's example after "$ `command`", up to the next line that is no example.
std::string example_of(const std::string& command) {
    std::ifstream readme{LIMBER_SOURCE_DIR "/README.md"};
    std::string line;
    while (std::getline(readme, line) && line != "    $ " + command) {
    }
    REQUIRE_MESSAGE(readme.good(), command);
    std::string shown;
    std::string blank;
    while (std::getline(readme, line) && (line.empty() || line.starts_with("    "))) {
        if (line.empty()) {
            blank += '\n';
        } else {
            shown += blank + line.substr(4) + '\n';
            blank.clear();
        }
    }
    return shown;
}

} // namespace

TEST_CASE("without a journal, why says so and what to do") {
    Terminal terminal;
    const Ran ran = terminal.limber({"why"});
    CHECK(ran.exit == 1);
    CHECK(ran.out.empty());
    CHECK(contains(ran.err, "There is no journal at "));
    CHECK(contains(ran.err, "systemctl --user start limberd"));
}

TEST_CASE("without the daemon, why tells what the journal knows") {
    Terminal terminal;
    terminal.write("state/limber/journal", journal("law-10-5-meeting.txt"));
    const Ran ran = terminal.limber({"why"});
    CHECK(ran.exit == 0);
    CHECK_MESSAGE(ran.err.empty(), ran.err);
    CHECK(contains(ran.out, "2025-01-06\n"));
    CHECK(contains(ran.out, "long is due · held: microphone in use since 09:20\n"));
    CHECK(contains(ran.out, "Limber is not running now."));
    CHECK_FALSE(contains(ran.out, "\033"));
}

TEST_CASE("the README shows what why and --replay print about a day with a long call") {
    story::Story day = story_called("law-10-5-meeting.txt");
    for (BreakRule& rule : day.plan.breaks)
        rule.title = rule.name == "micro" ? "Micro-break" : "Long break";
    Terminal terminal;
    terminal.write("state/limber/journal", QByteArray::fromStdString(joined(journal_of(day))));
    CHECK(terminal.limber({"why", "--journal", "state/limber/journal", "10:05"}).out ==
          example_of("limber why 10:05"));
    CHECK(terminal.limber({"simulate", "--replay", "state/limber/journal"}).out ==
          example_of("limber simulate --replay ~/.local/state/limber/journal"));
}

TEST_CASE("a time, both files, and JSON") {
    Terminal terminal;
    const QByteArray text = journal("law-10-5-meeting.txt");
    terminal.write("state/limber/journal.old", text);
    terminal.write("state/limber/journal", {});
    const Ran ran = terminal.limber({"why", "2025-01-06T10:05"});
    CHECK(ran.exit == 1); // the newer file has nothing in it
    CHECK(contains(ran.out, "At 10:05:00: long is due since 10:00. Held: microphone in use since 09:20.\n"));

    terminal.write("other/journal", text);
    const Ran json = terminal.limber({"why", "--journal", "other", "--json", "10:05"});
    CHECK_MESSAGE(json.exit == 0, json.err);
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json.out)).object();
    CHECK(object["doing"].toString() == "held");
    bool held = false;
    for (const QJsonValue decision : object["decisions"].toArray()) {
        held = held || (decision["kind"].toString() == "due" && decision["break"].toString() == "long" &&
                        decision["waiting"]["hold"].toString() == "microphone" &&
                        decision["at"].toString() == "2025-01-06T10:00:00Z");
    }
    CHECK(held);

    CHECK(contains(terminal.limber({"why", "--journal", "other", "2025-01-05T10:05"}).err, "begins later"));
    CHECK(terminal.limber({"why", "yesterday"}).exit == 2);
}

TEST_CASE("a damaged journal is told as far as it goes, with the line of the damage") {
    Terminal terminal;
    QByteArray text = journal("law-10-5-meeting.txt");
    const auto lines = text.count('\n');
    terminal.write("journal", text + "nonsense\n");
    const Ran ran = terminal.limber({"why", "--journal", "journal"});
    CHECK(ran.exit == 1);
    CHECK(contains(ran.err, "journal:" + std::to_string(lines + 1) + ": "));
    CHECK(contains(ran.out, "long is due"));
    terminal.write("binary", QByteArray(5000, '\xff'));
    const Ran binary = terminal.limber({"why", "--journal", "binary"});
    CHECK(binary.exit == 1);
    CHECK(contains(binary.err, "binary:1: "));
}

TEST_CASE("simulate --replay says that a journal is the same, or where it is not") {
    Terminal terminal;
    const QByteArray text = journal("law-10-5-meeting.txt");
    terminal.write("journal", text);
    const Ran same = terminal.limber({"simulate", "--replay", "journal"});
    CHECK_MESSAGE(same.exit == 0, same.err);
    CHECK(contains(same.out, " events, "));
    CHECK(contains(same.out, " effects: the same\n"));

    QByteArray changed = text;
    changed.replace(R"("ShowPrompt","id":1)", R"("ShowPrompt","id":9)");
    REQUIRE(changed != text);
    const auto line = text.left(text.indexOf(R"("ShowPrompt","id":1)")).count('\n') + 1;
    terminal.write("changed/journal", changed);
    const Ran other = terminal.limber({"simulate", "--replay", "changed"});
    CHECK(other.exit == 1);
    CHECK(contains(other.out, "changed/journal:" + std::to_string(line) + ": this does not happen again"));
    CHECK(contains(other.out, R"(the journal has: {"effect":{"at":)"));

    terminal.write("cut", text.left(text.size() - 3));
    const Ran cut = terminal.limber({"simulate", "--replay", "cut"});
    CHECK(cut.exit == 0);
    CHECK(contains(cut.out, "cut off"));
    CHECK(terminal.limber({"simulate", "--replay", "none"}).exit == 1);
    CHECK(terminal.limber({"simulate", "--replay", "cut", "--json"}).exit == 2);
}
