// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.hpp"
#include "terminal.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <doctest/doctest.h>

#include <algorithm>

using limber::testing::contains;
using limber::testing::Ran;
using limber::testing::Terminal;
using limber::testing::user_file;

TEST_CASE("config path names what is looked for, the person's file first, and whether it is there") {
    Terminal terminal;
    terminal.write("etc/xdg/limber/limber.toml", "idle_after = \"3min\"\n");
    for (const QStringList& arguments : {QStringList{"config"}, {"config", "path"}}) {
        const Ran ran = terminal.limber(arguments);
        CHECK(ran.exit == 0);
        const std::string user = terminal.path(user_file).toStdString();
        const std::string system = terminal.path("etc/xdg/limber/limber.toml").toStdString();
        REQUIRE(contains(ran.out, user));
        REQUIRE(contains(ran.out, system));
        CHECK(ran.out.find(user) < ran.out.find(system));
        const auto rest_of_line = [&](const std::string& path) {
            const std::size_t from = ran.out.find(path) + path.size();
            return ran.out.substr(from, ran.out.find('\n', from) - from);
        };
        CHECK(contains(rest_of_line(user), "not there"));
        CHECK(contains(rest_of_line(system), "found"));
    }
}

TEST_CASE("config check without any file says that the defaults apply") {
    Terminal terminal;
    const Ran ran = terminal.limber({"config", "check"});
    CHECK(ran.exit == 0);
    CHECK(contains(ran.out, "defaults"));
}

TEST_CASE("config check names every problem with file, line and column, and exits with 1") {
    Terminal terminal;
    terminal.write(user_file, "idle_aftr = \"2min\"\n"
                              "\n"
                              "[[break]]\n"
                              "name = \"micro\"\n"
                              "interval = \"30min\"\n"
                              "rest = 40\n");
    const Ran ran = terminal.limber({"config", "check"});
    CHECK(ran.exit == 1);
    CHECK(ran.err.empty());
    const std::string file = terminal.path(user_file).toStdString();
    CHECK(contains(ran.out, file + ":1:1: "));
    CHECK(contains(ran.out, "idle_after")); // what it was probably meant to be
    CHECK(contains(ran.out, file + ":6:8: "));
    CHECK(std::ranges::count(ran.out, '\n') == 2);

    terminal.set("LC_ALL", "de_DE.UTF-8");
    const Ran german = terminal.limber({"config", "check"});
    CHECK(german.exit == 1);
    CHECK(german.out ==
          file + ":1:1: unbekannter Schlüssel `idle_aftr` (war `idle_after` gemeint?)\n" + file +
              ":6:8: `rest` braucht eine Zeitspanne in Anführungszeichen, etwa \"25min\", nicht eine ganze "
              "Zahl (schreib die Einheit dazu: \"40min\" oder \"40s\")\n");
}

TEST_CASE(
    "a rule that can never come due is a warning: config check says it and is content, simulate says it") {
    Terminal terminal;
    terminal.write(user_file, "[[break]]\nname = \"tea\"\ninterval = \"20min\"\nrest = \"5min\"\n"
                              "[[break]]\nname = \"walk\"\ninterval = \"60min\"\nrest = \"6min\"\n");
    const std::string said =
        terminal.path(user_file).toStdString() +
        ":7:12: the rule `walk` never comes due: whoever takes the breaks of `tea` has rested";
    for (const QStringList& arguments :
         {QStringList{"config", "check"}, {"config", "check", terminal.path(user_file)}}) {
        const Ran ran = terminal.limber(arguments);
        CHECK(ran.exit == 0);
        CHECK(contains(ran.out, "warning: " + said));
        CHECK(contains(ran.out, "is in order"));
    }
    const Ran simulated = terminal.limber({"simulate"});
    CHECK(simulated.exit == 0);
    CHECK(contains(simulated.err, said));
}

TEST_CASE("config check FILE looks at that file alone") {
    Terminal terminal;
    terminal.write(user_file, "nonsense = 1\n");
    terminal.write("good.toml", "idle_after = \"3min\"\n");
    terminal.write("bad.toml", "idle_after = \"three\"\n");
    const Ran good = terminal.limber({"config", "check", "good.toml"});
    CHECK(good.exit == 0);
    CHECK(good.out == "good.toml is in order.\n");
    const Ran bad = terminal.limber({"config", "check", "bad.toml"});
    CHECK(bad.exit == 1);
    CHECK(contains(bad.out, "bad.toml:1:14: "));
    const Ran missing = terminal.limber({"config", "check", "missing.toml"});
    CHECK(missing.exit == 1);
    CHECK(contains(missing.out, "missing.toml"));
}

TEST_CASE("control characters in a file do not reach the terminal") {
    Terminal terminal;
    terminal.write("bad.toml", "\"\\u001b[31mred\" = 1\n");
    const Ran ran = terminal.limber({"config", "check", "bad.toml"});
    CHECK(ran.exit == 1);
    CHECK_FALSE(contains(ran.out + ran.err, "\033"));
}

TEST_CASE("config default prints the sample; --write puts it where there is none, and only there") {
    Terminal terminal;
    const Ran printed = terminal.limber({"config", "default"});
    CHECK(printed.exit == 0);
    const std::string body =
        limber::settings::sample_file().substr(limber::settings::sample_file().find('\n'));
    CHECK(printed.out.starts_with("#:schema file:///"));
    CHECK(printed.out.substr(printed.out.find('\n')) == body);
    CHECK_FALSE(QFile::exists(terminal.path(user_file)));

    const Ran written = terminal.limber({"config", "default", "--write"});
    CHECK(written.exit == 0);
    CHECK(contains(written.out, terminal.path(user_file).toStdString()));
    CHECK(terminal.read(user_file).toStdString() == printed.out);
    CHECK(terminal.limber({"config", "check"}).exit == 0);

    REQUIRE(QFile::rename(terminal.path(user_file), terminal.path("aside.toml")));
    REQUIRE(QFile::link("nowhere.toml", terminal.path(user_file)));
    const Ran dangling = terminal.limber({"config", "default", "--write"});
    CHECK(dangling.exit == 1);
    CHECK(contains(dangling.err, "is a link to nowhere.toml, which does not exist"));
    REQUIRE(QFile::remove(terminal.path(user_file)));
    REQUIRE(QDir{}.mkpath(terminal.path(user_file)));
    CHECK(contains(terminal.limber({"config", "default", "--write"}).err, "is a folder"));
    REQUIRE(QDir{}.rmdir(terminal.path(user_file)));

    terminal.write(user_file, "# mine\n");
    const Ran refused = terminal.limber({"config", "default", "--write"});
    CHECK(refused.exit == 1);
    CHECK(contains(refused.err, "exists already"));
    CHECK(terminal.read(user_file) == "# mine\n");
}

TEST_CASE("config default --write is for the person alone; a folder that is there keeps its mode") {
    using Permission = QFileDevice::Permission;
    const auto mine =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | Permission::ReadUser | Permission::WriteUser;
    const auto my_folder = mine | QFileDevice::ExeOwner | Permission::ExeUser;
    Terminal terminal;
    const QString folder = QFileInfo{terminal.path(user_file)}.path();
    REQUIRE(terminal.limber({"config", "default", "--write"}).exit == 0);
    CHECK(QFile::permissions(terminal.path(user_file)) == mine);
    CHECK(QFile::permissions(folder) == my_folder);
    QFile::remove(terminal.path(user_file));
    const auto open = my_folder | QFileDevice::ReadGroup | QFileDevice::ExeGroup;
    REQUIRE(QFile::setPermissions(folder, open));
    REQUIRE(terminal.limber({"config", "default", "--write"}).exit == 0);
    CHECK(QFile::permissions(terminal.path(user_file)) == mine);
    CHECK(QFile::permissions(folder) == open);
}

TEST_CASE("a configuration folder that is a link to nowhere is named, and nothing is written") {
    Terminal terminal;
    REQUIRE(QDir{}.mkpath(terminal.path(".config")));
    REQUIRE(QFile::link(terminal.path("dotfiles/limber"), terminal.path(".config/limber")));
    const Ran checked = terminal.limber({"config", "check"});
    CHECK(checked.exit == 1);
    CHECK(contains(checked.out, terminal.path(user_file).toStdString() + ": the link " +
                                    terminal.path(".config/limber").toStdString() + " on the way"));
    const Ran written = terminal.limber({"config", "default", "--write"});
    CHECK(written.exit == 1);
    CHECK(contains(written.err, terminal.path(".config/limber").toStdString() + " is a link to " +
                                    terminal.path("dotfiles/limber").toStdString() +
                                    ", which does not exist"));
    CHECK_FALSE(QFileInfo::exists(terminal.path("dotfiles")));
}

TEST_CASE("config default --write follows no link") {
    Terminal terminal;
    REQUIRE(QDir{}.mkpath(QFileInfo{terminal.path(user_file)}.path()));
    REQUIRE(QFile::link(terminal.path("elsewhere"), terminal.path(user_file)));
    CHECK(terminal.limber({"config", "default", "--write"}).exit == 1);
    CHECK_FALSE(QFile::exists(terminal.path("elsewhere")));
}

TEST_CASE("config default --write says why the folder cannot be made") {
    Terminal terminal;
    terminal.write(".config", "a file in the way");
    const Ran ran = terminal.limber({"config", "default", "--write"});
    CHECK(ran.exit == 1);
    CHECK(contains(ran.err, "limber.toml"));
    CHECK(contains(ran.err, "directory"));
}

TEST_CASE("config show prints what is in force, as a file that says the same") {
    Terminal terminal;
    terminal.write("etc/xdg/limber/limber.toml", "idle_after = \"3min\"\nsettle = \"15s\"\n");
    terminal.write(user_file, "idle_after = \"4min\"\n");
    const Ran ran = terminal.limber({"config", "show"});
    REQUIRE(ran.exit == 0);
    CHECK(contains(ran.out, "idle_after = \"4min\""));
    CHECK(contains(ran.out, "settle = \"15s\""));
    CHECK(contains(ran.out, "[[break]]"));
    terminal.write(user_file, QByteArray::fromStdString(ran.out));
    QFile::remove(terminal.path("etc/xdg/limber/limber.toml"));
    const Ran again = terminal.limber({"config", "show"});
    CHECK(again.exit == 0);
    CHECK(again.out == ran.out);
}

TEST_CASE("config show refuses while the configuration is broken") {
    Terminal terminal;
    terminal.write(user_file, "idle_after = 3\n");
    const Ran ran = terminal.limber({"config", "show"});
    CHECK(ran.exit == 1);
    CHECK(ran.out.empty());
    CHECK(contains(ran.err, "limber.toml:1:14: "));
}

TEST_CASE("config schema is JSON") {
    Terminal terminal;
    const Ran ran = terminal.limber({"config", "schema"});
    CHECK(ran.exit == 0);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(ran.out), &error);
    CHECK_MESSAGE(error.error == QJsonParseError::NoError, error.errorString().toStdString());
    CHECK(document.isObject());
}
