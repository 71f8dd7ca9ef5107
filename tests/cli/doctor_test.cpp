// SPDX-License-Identifier: GPL-3.0-or-later
// What doctor says of installations as they are found in the wild.
#include "cli/doctor.hpp"
#include "core/finding.hpp"

#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace limber::cli {
namespace {

/// Where everything is as it should be.
InstallationFacts healthy() {
    InstallationFacts facts;
    facts.running = true;
    facts.version = "0.1.0";
    facts.user_manager = true;
    facts.daemon = {.file = "enabled", .active = "active"};
    facts.graphical_session = "active";
    facts.manager_environment = {{"WAYLAND_DISPLAY", "wayland-0"}, {"DISPLAY", ":0"}};
    facts.own_environment = {{"WAYLAND_DISPLAY", "wayland-0"}, {"DISPLAY", ":0"}};
    return facts;
}

std::vector<Finding> all_of(const InstallationFacts& facts) {
    auto all = installation_findings(facts);
    all.insert(all.begin(), program_finding(facts));
    return all;
}

Finding finding(const InstallationFacts& facts, const std::string& id) {
    const auto all = all_of(facts);
    const auto found = std::ranges::find(all, id, &Finding::id);
    REQUIRE_MESSAGE(found != all.end(), id);
    return *found;
}

using Ids = std::vector<std::string>;

Ids lacking(const InstallationFacts& facts) {
    Ids ids;
    for (const Finding& finding : all_of(facts)) {
        if (finding.grade == Grade::lacking) ids.push_back(finding.id);
    }
    return ids;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("where everything is as it should be, nothing is lacking") {
    CHECK(lacking(healthy()).empty());
    CHECK_EQ(finding(healthy(), "limberd").sentence, "0.1.0 is running");
}

TEST_CASE("limberd is not running") {
    InstallationFacts facts = healthy();
    facts.running = false;
    facts.daemon = {.file = "disabled", .active = "inactive"};
    CHECK_EQ(lacking(facts), Ids{"limberd", "unit"});
    CHECK_EQ(finding(facts, "limberd").remedy, "systemctl --user enable --now limberd");
    SUBCASE("because it failed") {
        facts.unit_log = QStringList{"limber.toml:3:1: unknown key `intervall`"};
        CHECK(contains(finding(facts, "limberd").remedy, "unknown key"));
    }
    SUBCASE("and cannot be asked what it would find") {
        facts.why_unknown = "The program limberd is not there.";
        CHECK(contains(finding(facts, "limberd").remedy, "is not there"));
    }
}

TEST_CASE("limberd runs and does not answer") {
    InstallationFacts facts = healthy();
    facts.version.clear();
    facts.why_unknown = "Limber does not answer.";
    CHECK_EQ(lacking(facts), Ids{"limberd"});
    CHECK_EQ(finding(facts, "limberd").sentence, "Limber does not answer.");
}

TEST_CASE("sway: the display is not handed on, and the session target is not reached") {
    InstallationFacts facts = healthy();
    facts.own_environment["SWAYSOCK"] = "/run/user/1000/sway-ipc.sock";
    facts.manager_environment = {{"WAYLAND_DISPLAY", "wayland-9"}};
    facts.graphical_session = "inactive";
    CHECK_EQ(lacking(facts), Ids{"target", "environment"});
    const Finding environment = finding(facts, "environment");
    CHECK(contains(environment.sentence, "WAYLAND_DISPLAY is wayland-9 there and wayland-0 here"));
    CHECK(contains(environment.sentence, "DISPLAY is missing"));
    CHECK(contains(finding(facts, "environment").remedy, "exec limber-session"));
    CHECK(contains(finding(facts, "target").remedy, "exec limber-session"));
}

TEST_CASE("a key to the X server that is elsewhere is missed, and handed on") {
    InstallationFacts facts = healthy();
    facts.own_environment["XAUTHORITY"] = "/run/lxdm/key";
    CHECK_EQ(lacking(facts), Ids{"environment"});
    CHECK(contains(finding(facts, "environment").sentence, "XAUTHORITY is missing"));
    CHECK(contains(finding(facts, "environment").remedy, "limber-session"));
}

TEST_CASE("Hyprland has a line of its own") {
    InstallationFacts facts = healthy();
    facts.own_environment["HYPRLAND_INSTANCE_SIGNATURE"] = "x";
    facts.manager_environment = {};
    facts.session_program = "/home/me/.local/bin/limber-session";
    CHECK(contains(finding(facts, "environment").remedy, "exec-once = /home/me/.local/bin/limber-session"));
}

TEST_CASE("without a systemd user manager the line that starts it is named, and no unit is missed") {
    InstallationFacts facts = healthy();
    facts.user_manager = false;
    facts.daemon = {};
    CHECK(lacking(facts).empty());
    CHECK(contains(finding(facts, "unit").remedy, "limber-session"));
}

TEST_CASE("where limber-session starts programs no unit is missed, whatever systemd knows") {
    InstallationFacts facts = healthy();
    facts.daemon = {.file = "disabled", .active = "inactive"};
    facts.graphical_session = "inactive";
    facts.manager_environment = {};
    facts.of_session = true;
    CHECK(lacking(facts).empty());
    CHECK(contains(finding(facts, "unit").sentence, "without systemd"));
}

} // namespace limber::cli
