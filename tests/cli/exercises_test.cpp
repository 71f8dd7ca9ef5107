// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_at.hpp"
#include "terminal.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <doctest/doctest.h>

using limber::testing::at;
using limber::testing::contains;
using limber::testing::Ran;
using limber::testing::Terminal;
using limber::testing::user_file;

namespace {

QJsonObject parsed(const Ran& ran) {
    CHECK(ran.exit == 0);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(ran.out), &error);
    REQUIRE_MESSAGE(error.error == QJsonParseError::NoError, error.errorString().toStdString());
    return document.object();
}

/// The line of `limber exercises` that begins with this id.
std::string line_of(const std::string& table, const std::string& id) {
    const std::size_t from = table.find("\n" + id + " ");
    REQUIRE(from != std::string::npos);
    return table.substr(from + 1, table.find('\n', from + 1) - from - 1);
}

QJsonObject entry(const QJsonObject& list, const QString& id) {
    for (const QJsonValue each : at(list, "exercises").toArray()) {
        if (each["id"].toString() == id) {
            return each.toObject();
        }
    }
    FAIL("no exercise " << id.toStdString());
    return {};
}

} // namespace

TEST_CASE("the list has the shipped exercises, and arm reach is not for an office") {
    Terminal terminal;
    const Ran ran = terminal.limber({"exercises", "list"});
    REQUIRE(ran.exit == 0);
    CHECK(terminal.limber({"exercises"}).out == ran.out);
    for (const std::string id : {"butterfly", "blade-squeeze", "trunk-rotation", "shoulder-rolls"}) {
        CAPTURE(id);
        line_of(ran.out, id);
    }
    CHECK(contains(line_of(ran.out, "shoulder-rolls"), "Shoulder Rolls"));
    CHECK(contains(line_of(ran.out, "shoulder-rolls"), "yes"));
    CHECK(contains(line_of(ran.out, "arm-reach"), "no: not for this place (office)"));
    CHECK_FALSE(contains(ran.out, "\033")); // nothing but text into a pipe
}

TEST_CASE("the list says why something is not suggested, and names health tags on the terminal only") {
    Terminal terminal;
    terminal.write(user_file, "[person]\n"
                              "health = [\"shoulder_injury\"]\n"
                              "exclude = [\"blade-squeeze\"]\n");
    terminal.set("TERM", "dumb"); // no colours
    const std::string seen = limber::testing::on_terminal(terminal, {"exercises", "list"}, 120);
    CHECK(contains(line_of(seen, "shoulder-rolls"), "not suitable (health: shoulder_injury)"));
    CHECK(contains(line_of(seen, "blade-squeeze"), "excluded in the configuration"));

    const Ran text = terminal.limber({"exercises", "list"});
    REQUIRE(text.exit == 0);
    CHECK_FALSE(contains(text.out, "health"));
    CHECK(contains(line_of(text.out, "shoulder-rolls"), "no: not for you, as your settings say"));
    CHECK(contains(line_of(text.out, "blade-squeeze"), "no: not for you, as your settings say"));

    const Ran json = terminal.limber({"exercises", "list", "--json"});
    CHECK_FALSE(contains(json.out, "shoulder_injury"));
    const QJsonObject rolls = entry(parsed(json), "shoulder-rolls");
    CHECK_FALSE(at(rolls, "suggested").toBool(true));
    CHECK(at(rolls, "why_not").toString() == "not for you, as your settings say");
    CHECK(at(rolls, "seconds").toDouble() > 0);
}

TEST_CASE("show prints every phase, the caution and when to stop") {
    Terminal terminal;
    const Ran ran = terminal.limber({"exercises", "show", "arm-reach"});
    REQUIRE(ran.exit == 0);
    CHECK(contains(ran.out, "Arm Reach"));
    CHECK(contains(ran.out, "Stop if it hurts."));
    CHECK_FALSE(contains(ran.out, "{side}"));

    const QJsonObject json = parsed(terminal.limber({"exercises", "show", "arm-reach", "--json"}));
    CHECK(at(json, "id").toString() == "arm-reach");
    CHECK_FALSE(at(json, "caution").toString().isEmpty());
    CHECK(contains(ran.out, at(json, "caution").toString().toStdString()));
    int phases = 0;
    for (const QJsonValue block : at(json, "blocks").toArray()) {
        CHECK(block["reps"].toInt() >= 1);
        for (const QJsonValue phase : block["phases"].toArray()) {
            ++phases;
            CHECK(phase["seconds"].toDouble() > 0);
            CHECK(contains(ran.out, phase["name"].toString().toStdString()));
        }
    }
    CHECK(phases >= 2);
}

TEST_CASE("an exercise that does not exist is refused with the way to the list") {
    Terminal terminal;
    const Ran ran = terminal.limber({"exercises", "show", "moonwalk"});
    CHECK(ran.exit == 1);
    CHECK(ran.out.empty());
    CHECK(contains(ran.err, "moonwalk"));
    CHECK(contains(ran.err, "limber exercises"));
}

TEST_CASE("a broken exercise of the person's own is named, and the others are listed") {
    Terminal terminal;
    terminal.write(".config/limber/exercises/broken.toml", "id = \n");
    const Ran ran = terminal.limber({"exercises", "list"});
    CHECK(ran.exit == 0);
    CHECK(contains(ran.err, "broken.toml:1:"));
    CHECK(contains(line_of(ran.out, "shoulder-rolls"), "yes"));
}

TEST_CASE("a broken configuration is named instead of a list that would be wrong") {
    Terminal terminal;
    terminal.write(user_file, "person = 3\n");
    const Ran ran = terminal.limber({"exercises"});
    CHECK(ran.exit == 1);
    CHECK(ran.out.empty());
    CHECK(contains(ran.err, "limber.toml:1:"));
}
