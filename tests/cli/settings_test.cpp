// SPDX-License-Identifier: GPL-3.0-or-later
// The settings while the real daemon runs: broken at the start, mended, away for a moment, away for good,
// asked to be read again.
#include "desk.hpp"
#include "json_at.hpp"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <doctest/doctest.h>

#include <string>

using limber::testing::at;
using limber::testing::contains;
using limber::testing::Desk;
using limber::testing::Ran;
using limber::testing::user_file;

namespace {

QByteArray rule(const QByteArray& name, const QByteArray& interval = "2h") {
    return "[[break]]\nname = \"" + name + "\"\ninterval = \"" + interval + "\"\nrest = \"10min\"\n";
}

/// The names of the rules in force, each with a blank.
std::string rules(Desk& desk) {
    std::string names;
    for (const auto& each : at(desk.status(), "breaks").toArray())
        names += at(each.toObject(), "name").toString().toStdString() + " ";
    return names;
}

bool has_problems(Desk& desk) {
    return !at(desk.status(), "problems").toArray().isEmpty();
}

std::string first_problem(Desk& desk) {
    return at(desk.status(), "problems.0.message").toString().toStdString();
}

void rename(const QString& from, const QString& to) {
    REQUIRE(QFile::rename(from, to));
}

} // namespace

TEST_CASE(
    "with a file that cannot be read limberd starts, says so, shows nothing that may hurt, and takes it "
    "when it is mended") {
    Desk desk{[](Desk& before) {
        before.write("etc/xdg/limber/limber.toml", rule("tea"));
        before.write(user_file, "idel_after = \"3min\"\n[person]\nhealth = [\"shoulder_injury\"]\n");
    }};
    CHECK(rules(desk) == "tea ");
    CHECK(at(desk.status(), "problems.0.key").toString() == "idel_after");
    CHECK(contains(desk.log(), "limber.toml:1:1: "));
    // to be avoided with a bad shoulder, and so with whatever the file may say
    CHECK(desk.limber({"start", "--exercise", "shoulder-rolls"}).exit == 1);
    CHECK(desk.limber({"start", "--exercise", "eyes-far"}).exit == 0);
    CHECK(desk.limber({"stop"}).exit == 0);

    desk.write(user_file, "idle_after = \"3min\"\n[person]\nhealth = [\"knee_pain\"]\n");
    // what is left is that no window comes here
    CHECK(desk.within(3000, [&] { return at(desk.status(), "problems.0.file").toString().isEmpty(); }));
    CHECK(desk.limber({"start", "--exercise", "shoulder-rolls"}).exit == 0);
    desk.end_daemon();
}

TEST_CASE("a file that is changed while limberd starts is the one that counts") {
    for (const char* delay : {"0.02", "0.04", "0.06", "0.08", "0.12"}) {
        CAPTURE(delay);
        Desk desk{[](Desk& before) {
                      before.write(user_file, rule("tea"));
                      before.write("later.toml", rule("walk"));
                  },
                  {"sh", "-c",
                   QString{"(sleep %1; cat \"$HOME/later.toml\" >\"$HOME/%2\") & exec \"$0\""}.arg(
                       delay, user_file)}};
        CHECK(desk.within(3000, [&] { return rules(desk) == "walk "; }));
    }
}

TEST_CASE("a link to a place that is not there yet is said, and followed as soon as it is there") {
    Desk desk{[](Desk& before) {
        REQUIRE(QDir{}.mkpath(before.path(".config")));
        REQUIRE(QFile::link("../mounted/dotfiles/limber", before.path(".config/limber")));
    }};
    CHECK(rules(desk) == "micro long ");
    CHECK(contains(first_problem(desk), "points to a place that does not exist"));
    desk.write("mounted/dotfiles/limber/limber.toml", rule("tea"));
    CHECK(desk.within(3000, [&] { return rules(desk) == "tea "; }));
    CHECK_FALSE(has_problems(desk));
    desk.write("mounted/dotfiles/limber/limber.toml", rule("walk"));
    CHECK(desk.within(3000, [&] { return rules(desk) == "walk "; }));
}

TEST_CASE("a file that is away for a moment changes nothing; after five seconds it is gone") {
    Desk desk{[](Desk& before) { before.write(user_file, rule("tea") + rule("walk")); }};
    const QString file = desk.path(user_file);
    for (const bool emptied : {false, true}) {
        CAPTURE(emptied);
        if (emptied) {
            REQUIRE(QFile::copy(file, file + ".aside"));
            desk.write(user_file, "");
        } else {
            rename(file, file + ".aside");
        }
        CHECK_FALSE(desk.within(2000, [&] { return rules(desk) != "tea walk "; }));
        QFile::remove(file);
        rename(file + ".aside", file);
        CHECK_FALSE(desk.within(1000, [&] { return rules(desk) != "tea walk "; }));
    }

    SUBCASE("gone, and back") {
        QElapsedTimer away;
        away.start();
        rename(file, file + ".aside");
        CHECK(desk.within(9000, [&] { return rules(desk) == "micro long "; }));
        CHECK(away.elapsed() >= 5000);
        rename(file + ".aside", file);
        CHECK(desk.within(3000, [&] { return rules(desk) == "tea walk "; }));
    }
    SUBCASE("gone at the start") {
        desk.end_daemon();
        rename(file, file + ".aside");
        QElapsedTimer away;
        away.start();
        desk.start_daemon();
        CHECK_FALSE(has_problems(desk));
        const bool refused = desk.limber({"start", "--exercise", "shoulder-rolls"}).exit == 1; // who knows
        CHECK((refused || away.elapsed() >= 5000));
        if (!refused) CHECK(desk.limber({"stop"}).exit == 0);
        CHECK(desk.within(12'000, [&] {
            if (desk.limber({"start", "--exercise", "shoulder-rolls"}).exit != 0) return false;
            return desk.limber({"stop"}).exit == 0;
        }));
        CHECK(away.elapsed() >= 5000);
        desk.end_daemon();
        // and back at the next start: nothing is forgotten
        rename(file + ".aside", file);
        desk.start_daemon();
        CHECK(rules(desk) == "tea walk ");
    }
    SUBCASE("gone, and reload says that it is to be believed") {
        rename(file, file + ".aside");
        const Ran ran = desk.limber({"reload"});
        CHECK(ran.exit == 0);
        CHECK(contains(ran.out, "in order"));
        CHECK(rules(desk) == "micro long ");
    }
}

TEST_CASE(
    "a file that is empty at the start, where there was something in it, bars what may hurt meanwhile") {
    Desk desk{[](Desk& before) { before.write(user_file, "[person]\nhealth = [\"shoulder_injury\"]\n"); }};
    desk.end_daemon();
    desk.write(user_file, "");
    QElapsedTimer away;
    away.start();
    desk.start_daemon();
    const bool refused = desk.limber({"start", "--exercise", "shoulder-rolls"}).exit == 1;
    CHECK((refused || away.elapsed() >= 5000));
    CHECK(desk.within(12'000, [&] {
        return desk.limber({"start", "--exercise", "shoulder-rolls", "--replace"}).exit == 0;
    }));
    CHECK(away.elapsed() >= 5000);
}

TEST_CASE("reload reads now, and says what is wrong or that nothing is") {
    Desk desk;
    CHECK(desk.limber({"reload"}).exit == 0);
    desk.write(user_file, "idel_after = \"3min\"\n");
    const Ran broken = desk.limber({"reload"});
    CHECK(broken.exit == 1);
    CHECK(contains(broken.out, desk.path(user_file).toStdString() + ":1:1: "));
    CHECK(contains(broken.out, "did you mean `idle_after`?"));
    desk.write(user_file,
               rule("tea", "20min") + "[[break]]\nname = \"walk\"\ninterval = \"2h\"\nrest = \"11min\"\n");
    const Ran warned = desk.limber({"reload"});
    CHECK(warned.exit == 0);
    CHECK(contains(warned.out, "warning: "));
    CHECK(contains(warned.out, "the rule `walk` never comes due"));
    CHECK(contains(warned.out, "in order"));
    CHECK(rules(desk) == "tea walk ");
    CHECK(contains(desk.log(), "the rule `walk` never comes due"));
}

TEST_CASE("reload speaks of the settings: that the history cannot be written does not make them wrong") {
    Desk desk{{}, {"env", "LIMBER_STATE_DIR=/proc/nowhere"}};
    const QJsonArray problems = desk.status()["problems"].toArray();
    REQUIRE(problems.size() == 1);
    REQUIRE(problems[0]["severity"] == QJsonValue{"error"});
    const Ran ran = desk.limber({"reload"});
    CHECK(ran.exit == 0);
    CHECK(contains(ran.out, "The history /proc/nowhere"));
    CHECK(contains(ran.out, "in order"));
}

TEST_CASE("when the kernel has no more watches to give, that is said once with its remedy, reload works, and "
          "it heals") {
    struct Limit {
        QString file;
        std::string name;
    };

    for (const Limit& limit : {Limit{"max_inotify_instances", "fs.inotify.max_user_instances"},
                               Limit{"max_inotify_watches", "fs.inotify.max_user_watches"}}) {
        CAPTURE(limit.name);
        // in a namespace that has limits of its own; they are lifted as soon as the file `more` is there
        Desk desk{
            {},
            {"unshare", "--user", "--map-current-user", "--keep-caps", "sh", "-c",
             QString{"limit=/proc/sys/user/%1; echo 0 >$limit || exit 1; "
                     "(while kill -0 $$ && ! [ -e \"$HOME/more\" ]; do sleep 0.1; done; echo 100 >$limit; "
                     "touch \"$HOME/enough\") & exec \"$0\""}
                 .arg(limit.file)}};
        CHECK(contains(first_problem(desk), limit.name));
        const std::string hint = at(desk.status(), "problems.0.hint").toString().toStdString();
        CHECK(contains(hint, "sudo sysctl -w " + limit.name + "="));
        CHECK(at(desk.status(), "problems").toArray().size() == 1);
        desk.write(user_file, rule("tea"));
        CHECK(desk.limber({"reload"}).exit == 0);
        CHECK(rules(desk) == "tea ");
        CHECK(has_problems(desk));
        desk.write("more", "");
        REQUIRE(desk.within(5000, [&] { return QFile::exists(desk.path("enough")); }));
        CHECK(desk.limber({"reload"}).exit == 0);
        CHECK_FALSE(has_problems(desk));
        desk.write(user_file, rule("walk"));
        CHECK(desk.within(3000, [&] { return rules(desk) == "walk "; }));
    }
}

TEST_CASE(
    "what is barred for health is neither in the journal nor on the bus, and cannot be told from a choice") {
    Desk desk{[](Desk& before) {
        before.write(user_file, "[person]\nhealth = [\"shoulder_injury\"]\nexclude = [\"eyes-far\"]\n");
    }};
    const Ran barred = desk.limber({"start", "--exercise", "shoulder-rolls"});
    const Ran excluded = desk.limber({"start", "--exercise", "eyes-far"});
    CHECK(barred.exit == 1);
    CHECK(barred.err == excluded.err);
    CHECK_FALSE(contains(barred.err, "health"));
    desk.end_daemon();
    const std::string journal = desk.read("state/limber/journal").toStdString();
    CHECK(contains(journal, "shoulder-rolls"));
    CHECK_FALSE(contains(journal, "shoulder_injury"));
    CHECK_FALSE(
        contains(journal, "knee_pain")); // what other exercises are to be avoided with would name the rest
}
