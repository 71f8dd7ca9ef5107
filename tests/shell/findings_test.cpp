// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding.hpp"
#include "event_loop.hpp"
#include "shell/findings.hpp"

#include <QTimer>
#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

namespace {

Finding lacks(const char* id) {
    return {.id = id, .grade = Grade::lacking, .sentence = id, .remedy = {}};
}

void pass(std::chrono::milliseconds time) {
    bool over = false;
    QTimer::singleShot(time, [&over] { over = true; });
    REQUIRE(test::wait_until([&over] { return over; }));
}

/// What becomes of what is set.
struct Wall {
    int published = 0;
    std::vector<std::string> notified; ///< the ids of each notification
    std::string logged;                ///< the ids of what is new in them
    std::string shown;                 ///< the ids in the one notification
    FindingBoard board{[this](const std::vector<Finding>& told, const std::set<std::string>& fresh) {
                           shown.clear();
                           for (const Finding& finding : told) {
                               shown += finding.id + ' ';
                               if (fresh.contains(finding.id)) logged += finding.id + ' ';
                           }
                           if (!fresh.empty()) notified.push_back(shown);
                       },
                       50ms};

    void set(std::vector<Finding> findings) {
        if (board.set(std::move(findings))) ++published;
    }
};

} // namespace

TEST_CASE("what lacks is notified of when it lasts, all of it at once, and once") {
    test::need_application();
    Wall wall;
    wall.set({lacks("idle"), lacks("history"), {.id = "tray"}});
    CHECK(wall.published == 1);
    CHECK(wall.notified.empty());
    pass(120ms);
    CHECK(wall.notified == std::vector<std::string>{"idle history "});
    wall.set({lacks("idle"), lacks("history"), {.id = "tray", .grade = Grade::note}});
    pass(120ms);
    CHECK(wall.published == 2);
    CHECK(wall.notified.size() == 1);
    wall.set({{.id = "idle"}, lacks("history")});
    CHECK_MESSAGE(wall.shown == "history ", "what is over is not said any more");
    CHECK(wall.notified.size() == 1);
    wall.set({{.id = "idle"}, {.id = "history"}});
    CHECK(wall.shown.empty());
    wall.set({lacks("idle")});
    pass(120ms);
    CHECK_MESSAGE(wall.notified.size() == 2, "it has come again");
    CHECK(wall.logged == "idle history idle ");
}

TEST_CASE("what comes later is said beside what lacks already") {
    test::need_application();
    Wall wall;
    wall.set({lacks("idle")});
    pass(120ms);
    wall.set({lacks("idle"), lacks("history")});
    pass(120ms);
    CHECK(wall.notified == std::vector<std::string>{"idle ", "idle history "});
    CHECK(wall.logged == "idle history ");
}

TEST_CASE("mistakes in the settings are not said here, and keep nothing up") {
    test::need_application();
    Wall wall;
    wall.set({lacks("settings")});
    pass(120ms);
    CHECK(wall.notified.empty());
    wall.set({lacks("settings"), lacks("idle")});
    pass(120ms);
    CHECK(wall.shown == "idle ");
    wall.set({lacks("settings")});
    CHECK(wall.shown.empty());
}

TEST_CASE("what passes is not notified of, and what flaps beside it postpones nothing") {
    test::need_application();
    Wall wall;
    wall.set({lacks("idle")});
    wall.set({});
    pass(120ms);
    CHECK(wall.notified.empty());
    wall.set({lacks("history")});
    for (int i = 0; i < 8; ++i) {
        pass(15ms);
        wall.set({lacks("history"), i % 2 == 0 ? lacks("idle") : Finding{.id = "idle"}});
    }
    REQUIRE_FALSE(wall.notified.empty());
    CHECK(wall.notified.front().starts_with("history "));
}

TEST_CASE("what nothing could show is notified of as soon as something can") {
    test::need_application();
    Wall wall;
    wall.set({lacks("idle"), lacks("notifications")});
    pass(120ms);
    CHECK(wall.notified.empty());
    wall.set({lacks("idle"), {.id = "notifications"}});
    pass(120ms);
    CHECK(wall.notified == std::vector<std::string>{"idle "});
}
