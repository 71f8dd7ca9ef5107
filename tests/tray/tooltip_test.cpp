// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/status.hpp"
#include "menu/menu.hpp"
#include "settings/problem.hpp"
#include "views.hpp"

#include <QString>
#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace limber;
using namespace limber::tray;
using namespace std::chrono_literals;

namespace {

std::string text(const View& view) {
    return tooltip_of(view).toStdString();
}

std::string text(const bus::StatusReport& report) {
    return text(test::view_of(report));
}

} // namespace

TEST_CASE("the tooltip says state, cause and the next event as a time of day") {
    CHECK(text(test::working_report()) == "Working: next Micro-break about 10:12");
    CHECK(text(test::prompted_report()) == "Asking for a break: Micro-break, Shoulder roll\n"
                                           "Micro-break is suggested on the screen since 10:00.");
    bus::StatusReport expired = test::prompted_report();
    expired.status.prompt->on_screen = false;
    CHECK(text(expired) == "Asking for a break: Micro-break, Shoulder roll\n"
                           "Micro-break is suggested since 10:00; it has left the screen.");
    CHECK(text(test::resting_report()) == "On a break: Micro-break\nIt ends about 10:01");
    bus::StatusReport held = test::working_report();
    held.status.doing = Activity::held;
    held.status.holds = {"microphone"};
    held.status.held_since = test::boot - 40min;
    CHECK(text(held) == "Held: microphone in use since 09:20.\nMicro-break about 10:12");
    bus::StatusReport paused = test::working_report();
    paused.status.doing = Activity::paused;
    paused.status.holds = {"pause"};
    paused.status.paused_until = test::boot + 1h;
    CHECK(text(paused) == "Paused until 11:00.\nMicro-break about 10:12");
}

TEST_CASE("the tooltip names a contradiction, and why nobody can be seen") {
    bus::StatusReport doubtful = test::working_report();
    doubtful.status.contradiction = Absence::lock;
    CHECK(text(doubtful) == "Working: next Micro-break about 10:12\n"
                            "The screen is said to be locked, and yet somebody types here");
    bus::StatusReport blind = test::working_report();
    blind.status.doing = Activity::unknown;
    blind.status.blind = true;
    CHECK(text(blind) ==
          "A film or a call is on, and nothing here can see whether you are there, so nothing is "
          "counted.");
}

TEST_CASE("the tooltip does not change while nothing happens") {
    View view = test::view_of(test::working_report());
    const QString before = tooltip_of(view);
    view.now += 9min;
    CHECK(tooltip_of(view) == before);
}

TEST_CASE("the tooltip without a daemon, and with problems") {
    View view;
    view.daemon = Daemon::absent;
    CHECK(text(view) == "Not running: no break will be suggested. Start it from the menu.");
    view.daemon = Daemon::unknown;
    CHECK(text(view) == "Limber does not answer.");
    view = test::view_of(test::working_report());
    view.problems = {{.message = "The disk is full."}};
    CHECK(text(view) == "Working: next Micro-break about 10:12\nProblem: The disk is full.");
}
