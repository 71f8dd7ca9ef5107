// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding.hpp"
#include "quiet/findings.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace limber::quiet {
namespace {

using Names = std::vector<std::string>;

bool contains(const Finding& finding, const char* part) {
    return finding.sentence.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("locks are good only where somebody has shown to tell of them") {
    SessionSeen session;
    CHECK(locks_finding(session, {}).grade == Grade::note);
    CHECK(contains(locks_finding(session, {}), "nobody tells"));
    session = {.logind = true, .id = "c2", .type = "wayland"};
    CHECK(locks_finding(session, {}).grade == Grade::note);
    CHECK(contains(locks_finding(session, {}), "logind would tell, if your locker told it"));
    CHECK(locks_finding(session, {"org.gnome.ScreenSaver"}).grade == Grade::good);
    CHECK_EQ(locks_finding(session, {"org.gnome.ScreenSaver"}).sentence, "told by org.gnome.ScreenSaver");
    session.tells_of_locks = true;
    CHECK(locks_finding(session, {}).grade == Grade::good);
    CHECK_EQ(locks_finding(session, {}).sentence, "told by logind");
}

TEST_CASE("before the first break: who would keep the screen on") {
    const auto expected = [](const Names& services, const char* display) {
        return screen_finding(std::nullopt, services, display);
    };
    CHECK_EQ(expected({"org.gnome.SessionManager"}, "wayland").sentence,
             "would be kept on during a break, by org.gnome.SessionManager");
    CHECK_EQ(expected({}, "x11").sentence, "would be kept on during a break, by the X server");
    CHECK(contains(expected({}, "wayland"), "would be kept on during a break, if"));
    CHECK(expected({}, "wayland").grade == Grade::good);
    CHECK(expected({}, "").grade == Grade::note);
}

TEST_CASE("after a break: who did keep it on, whatever was expected") {
    const Finding did = screen_finding(Names{"org.freedesktop.ScreenSaver", "MIT-SCREEN-SAVER"},
                                       {"org.gnome.SessionManager"}, "wayland");
    CHECK(did.grade == Grade::good);
    CHECK_EQ(did.sentence, "kept on during a break, by org.freedesktop.ScreenSaver, MIT-SCREEN-SAVER");
    const Finding nobody = screen_finding(Names{}, {"org.gnome.SessionManager"}, "x11");
    CHECK(nobody.grade == Grade::note);
    CHECK(contains(nobody, "nothing here keeps it on"));
}

} // namespace limber::quiet
