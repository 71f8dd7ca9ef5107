// SPDX-License-Identifier: GPL-3.0-or-later
// What doctor says of desktops as they are found in the wild.
#include "cli/doctor_facts.hpp"
#include "cli/doctor_findings.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace limber::cli {
namespace {

QJsonArray list(const QStringList& texts) {
    return QJsonArray::fromStringList(texts);
}

/// A GNOME on Wayland where everything is as it should be.
DoctorFacts healthy() {
    DoctorFacts facts;
    facts.found = {
        {"version", "0.1.0"},
        {"session_bus", true},
        {"system_bus", true},
        {"names",
         list({"org.limber.Limber", "org.limber.Tray", "org.freedesktop.Notifications",
               "org.gnome.Mutter.IdleMonitor", "org.gnome.SessionManager", "org.gnome.ScreenSaver"})},
        {"display", QJsonObject{{"wayland", "wayland-0"}, {"x11", ":0"}, {"type", "wayland"}}},
        {"sockets", list({"wayland-0"})},
        {"idle", QJsonObject{{"source", "mutter"}, {"inhibitor_aware", false}, {"refused", QJsonArray{}}}},
        {"logind", true},
        {"session", QJsonObject{{"id", "3"}, {"type", "wayland"}, {"active", true}, {"remote", false}}},
        {"notifications", QJsonObject{{"name", "gnome-shell"},
                                      {"version", "43.9"},
                                      {"capabilities", list({"actions", "body"})}}},
        {"notifications_startable", true},
        {"tray_host", true},
        {"history", QJsonObject{{"file", "/home/a/.local/state/limber/history.db"}, {"there", true}}},
    };
    facts.user_manager = true;
    facts.daemon = {.file = "enabled", .active = "active"};
    facts.tray = {.file = "enabled", .active = "active"};
    facts.graphical_session = "active";
    facts.manager_environment = {{"WAYLAND_DISPLAY", "wayland-0"}, {"DISPLAY", ":0"}};
    facts.own_environment = {{"WAYLAND_DISPLAY", "wayland-0"}, {"DISPLAY", ":0"}};
    facts.exercises = 5;
    facts.fitting_exercises = 4;
    return facts;
}

Finding finding(const DoctorFacts& facts, const QString& id) {
    const auto all = findings_of(facts);
    const auto found = std::ranges::find(all, id, &Finding::id);
    REQUIRE_MESSAGE(found != all.end(), id.toStdString());
    return *found;
}

std::vector<QString> lacking(const DoctorFacts& facts) {
    std::vector<QString> ids;
    for (const Finding& finding : findings_of(facts)) {
        if (finding.grade == Grade::lacking) ids.push_back(finding.id);
    }
    return ids;
}

DoctorFacts with(const char* key, const QJsonValue& value) {
    DoctorFacts facts = healthy();
    facts.found[QLatin1String{key}] = value;
    return facts;
}

using Ids = std::vector<QString>;

} // namespace

TEST_CASE("where everything is as it should be, nothing is lacking") {
    CHECK(lacking(healthy()).empty());
    CHECK_EQ(finding(healthy(), "idle").sentence, "seen by mutter");
    CHECK_EQ(finding(healthy(), "tray").grade, Grade::good);
    CHECK(finding(healthy(), "locks").sentence.contains("org.gnome.ScreenSaver"));
}

TEST_CASE("every finding has an id of its own, and says something") {
    std::vector<QString> ids;
    for (const Finding& finding : findings_of(healthy())) {
        CHECK_FALSE(finding.sentence.isEmpty());
        CHECK_FALSE(finding.subject.isEmpty());
        CHECK(std::ranges::find(ids, finding.id) == ids.end());
        ids.push_back(finding.id);
    }
}

TEST_CASE("limberd is not running") {
    DoctorFacts facts = with("names", list({"org.freedesktop.Notifications"}));
    facts.daemon = {.file = "disabled", .active = "inactive"};
    CHECK_EQ(lacking(facts), Ids{"limberd", "unit"});
    CHECK_EQ(finding(facts, "limberd").remedy, "systemctl --user enable --now limberd");
    SUBCASE("because it failed") {
        facts.daemon.active = "failed";
        facts.unit_log = QStringList{"limber.toml:3:1: unknown key `intervall`"};
        CHECK(finding(facts, "limberd").remedy.contains("unknown key"));
    }
}

TEST_CASE("limberd cannot be asked: what can be said is said all the same") {
    DoctorFacts facts = healthy();
    facts.found = {};
    facts.why_not_found = "The program limberd is not there.";
    CHECK_EQ(lacking(facts), Ids{"limberd"});
    CHECK_EQ(finding(facts, "limberd").sentence, facts.why_not_found);
    CHECK_EQ(finding(facts, "settings").grade, Grade::good);
}

TEST_CASE("no idle source: all that were tried, with their reasons") {
    const QJsonArray refused{
        QJsonObject{{"name", "ext-idle-notify-v1"}, {"reason", "the compositor does not offer it"}},
        QJsonObject{{"name", "mutter"}, {"reason", "nobody has its name"}}};
    const auto facts = with("idle", QJsonObject{{"refused", refused}});
    CHECK_EQ(lacking(facts), Ids{"idle"});
    CHECK_EQ(finding(facts, "idle").remedy,
             "ext-idle-notify-v1: no, the compositor does not offer it\nmutter: no, nobody has its name");
}

TEST_CASE("a source that a video blinds") {
    const auto facts = with("idle", QJsonObject{{"source", "kwin-idle"}, {"inhibitor_aware", true}});
    CHECK_EQ(finding(facts, "inhibitors").grade, Grade::note);
}

TEST_CASE("passive_screen = count where no list of inhibitors can be read") {
    DoctorFacts facts = with("names", list({"org.limber.Limber"}));
    facts.passive_screen_counts = true;
    CHECK_EQ(finding(facts, "inhibitors").grade, Grade::good); // logind's
    facts.found.remove("logind");
    CHECK_EQ(finding(facts, "inhibitors").grade, Grade::note);
}

TEST_CASE("without logind") {
    DoctorFacts facts = healthy();
    facts.found.remove("logind");
    facts.found.remove("session");
    CHECK(lacking(facts).empty());
    CHECK_EQ(finding(facts, "session").grade, Grade::note);
    CHECK_EQ(finding(facts, "locks").sentence, "told by org.gnome.ScreenSaver");
}

TEST_CASE("notifications") {
    SUBCASE("no server, and none to start") {
        DoctorFacts facts = healthy();
        facts.found.remove("notifications");
        facts.found["notifications_startable"] = false;
        CHECK_EQ(lacking(facts), Ids{"notifications"});
    }
    SUBCASE("no server yet") {
        DoctorFacts facts = healthy();
        facts.found.remove("notifications");
        CHECK(lacking(facts).empty());
        CHECK_EQ(finding(facts, "notifications").grade, Grade::note);
    }
    SUBCASE("a server without buttons") {
        const auto facts =
            with("notifications", QJsonObject{{"name", "plain"}, {"capabilities", list({"body"})}});
        CHECK(finding(facts, "notifications").sentence.contains("limber start"));
    }
    SUBCASE("dunst closes a prompt with the button one would use") {
        const auto facts =
            with("notifications", QJsonObject{{"name", "dunst"}, {"capabilities", list({"actions"})}});
        CHECK(finding(facts, "notifications").remedy.contains("middle button"));
    }
}

TEST_CASE("GNOME without a tray names the extension") {
    DoctorFacts facts = healthy();
    facts.found.remove("tray_host");
    CHECK(lacking(facts).empty());
    CHECK(finding(facts, "tray").remedy.contains("AppIndicator"));
}

TEST_CASE("X11 without a panel that shows StatusNotifierItems") {
    DoctorFacts facts = healthy();
    facts.found.remove("tray_host");
    facts.found["names"] = list({"org.limber.Limber", "org.limber.Tray"});
    facts.found["display"] = QJsonObject{{"wayland", ""}, {"x11", ":0"}, {"type", "x11"}};
    SUBCASE("a tray of the old kind shows the icon") {
        facts.found["x11_tray"] = true;
        CHECK_EQ(finding(facts, "tray").grade, Grade::good);
        CHECK_EQ(finding(facts, "tray").sentence, "the icon is in an X11 tray");
    }
    SUBCASE("and would, if limber-tray were running") {
        facts.found["x11_tray"] = true;
        facts.found["names"] = list({"org.limber.Limber"});
        CHECK_EQ(finding(facts, "tray").grade, Grade::note);
        CHECK_EQ(finding(facts, "tray").sentence, "there is a place for the icon");
        CHECK_EQ(finding(facts, "tray").remedy, "systemctl --user enable --now limber-tray");
    }
    SUBCASE("there is none, and limber-tray waits in vain") {
        facts.found["x11_tray"] = false;
        CHECK_EQ(finding(facts, "tray").grade, Grade::note);
        CHECK(finding(facts, "tray").sentence.startsWith("no panel here shows icons"));
        CHECK(finding(facts, "tray").remedy.contains("stalonetray"));
    }
    SUBCASE("there is none in GNOME, which has its extension") {
        facts.found["x11_tray"] = false;
        facts.found["names"] = list({"org.limber.Tray", "org.gnome.Mutter.IdleMonitor"});
        CHECK(finding(facts, "tray").remedy.contains("AppIndicator"));
    }
    SUBCASE("nobody can tell: from another machine, or a display that hangs") {
        CHECK_EQ(finding(facts, "tray").grade, Grade::note);
        CHECK(finding(facts, "tray").sentence.contains("cannot be seen from here"));
    }
}

TEST_CASE("sway: the display is not handed on, and the session target is not reached") {
    DoctorFacts facts = healthy();
    facts.own_environment["SWAYSOCK"] = "/run/user/1000/sway-ipc.sock";
    facts.manager_environment = {{"WAYLAND_DISPLAY", "wayland-9"}};
    facts.graphical_session = "inactive";
    CHECK_EQ(lacking(facts), Ids{"target", "environment"});
    const Finding environment = finding(facts, "environment");
    CHECK(environment.sentence.contains("WAYLAND_DISPLAY is wayland-9 there and wayland-0 here"));
    CHECK(environment.sentence.contains("DISPLAY is missing"));
    CHECK(environment.remedy.contains("exec systemctl --user import-environment WAYLAND_DISPLAY DISPLAY "
                                      "XDG_CURRENT_DESKTOP XDG_SESSION_ID SWAYSOCK"));
    CHECK(finding(facts, "target").remedy.contains("BindsTo=graphical-session.target"));
}

TEST_CASE("Hyprland has a line of its own") {
    DoctorFacts facts = healthy();
    facts.own_environment["HYPRLAND_INSTANCE_SIGNATURE"] = "x";
    facts.manager_environment = {};
    CHECK(finding(facts, "environment").remedy.contains("exec-once = systemctl --user import-environment"));
}

TEST_CASE("without a systemd user manager the autostart entry is named, and no unit is missed") {
    DoctorFacts facts = healthy();
    facts.user_manager = false;
    facts.daemon = {};
    CHECK(lacking(facts).empty());
    CHECK(finding(facts, "unit").remedy.contains("autostart"));
}

TEST_CASE("settings, exercises, history and complaints") {
    DoctorFacts facts = healthy();
    SUBCASE("a mistake") {
        facts.settings_mistakes = QStringList{"/h/limber.toml:3:1: unknown key `intervall`"};
        CHECK_EQ(lacking(facts), Ids{"settings"});
        CHECK_EQ(finding(facts, "settings").remedy, "/h/limber.toml:3:1: unknown key `intervall`");
    }
    SUBCASE("a warning is no reason to fail") {
        facts.settings_warnings = QStringList{"/h/exercises/a.toml:1:1: is left out"};
        CHECK(lacking(facts).empty());
        CHECK_EQ(finding(facts, "settings").grade, Grade::note);
    }
    SUBCASE("nothing fits") {
        facts.fitting_exercises = 0;
        CHECK_EQ(lacking(facts), Ids{"exercises"});
    }
    SUBCASE("a history that cannot be read") {
        facts.found["history"] = QJsonObject{{"there", true}, {"error", "Permission denied"}};
        CHECK_EQ(finding(facts, "history").sentence, "Permission denied");
        CHECK_EQ(lacking(facts), Ids{"history"});
    }
    SUBCASE("what a running limberd complains of") {
        facts.daemon_problems = QStringList{"the disk is full"};
        CHECK_EQ(lacking(facts), Ids{"problems"});
    }
}

} // namespace limber::cli
