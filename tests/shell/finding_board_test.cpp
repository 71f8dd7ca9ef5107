// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding.hpp"
#include "event_loop.hpp"
#include "shell/finding_board.hpp"

#include <QTimer>
#include <doctest/doctest.h>

#include <chrono>
#include <string>
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
    int withdrawn = 0;
    FindingBoard board{{.publish = [this](const std::vector<Finding>& /*all*/) { ++published; },
                        .notify =
                            [this](const std::vector<Finding>& news) {
                                std::string ids;
                                for (const Finding& finding : news)
                                    ids += finding.id + ' ';
                                notified.push_back(ids);
                            },
                        .withdraw = [this] { ++withdrawn; }},
                       50ms};
};

} // namespace

TEST_CASE("what lacks is notified of when it lasts, all of it at once, and once") {
    test::need_application();
    Wall wall;
    wall.board.set({lacks("idle"), lacks("history"), {.id = "tray"}});
    CHECK(wall.published == 1);
    CHECK(wall.notified.empty());
    pass(120ms);
    CHECK(wall.notified == std::vector<std::string>{"idle history "});
    wall.board.set({lacks("idle"), lacks("history"), {.id = "tray", .grade = Grade::note}});
    pass(120ms);
    CHECK(wall.published == 2);
    CHECK(wall.notified.size() == 1);
    wall.board.set({{.id = "idle"}, lacks("history")});
    CHECK(wall.withdrawn == 0);
    wall.board.set({{.id = "idle"}, {.id = "history"}});
    CHECK(wall.withdrawn == 1);
    wall.board.set({lacks("idle")});
    pass(120ms);
    CHECK_MESSAGE(wall.notified.size() == 2, "it has come again");
}

TEST_CASE("what passes is not notified of, and what flaps beside it postpones nothing") {
    test::need_application();
    Wall wall;
    wall.board.set({lacks("idle")});
    wall.board.set({});
    pass(120ms);
    CHECK(wall.notified.empty());
    wall.board.set({lacks("history")});
    for (int i = 0; i < 8; ++i) {
        pass(15ms);
        wall.board.set({lacks("history"), i % 2 == 0 ? lacks("idle") : Finding{.id = "idle"}});
    }
    REQUIRE_FALSE(wall.notified.empty());
    CHECK(wall.notified.front().starts_with("history "));
}

TEST_CASE("what nothing could show is notified of as soon as something can") {
    test::need_application();
    Wall wall;
    wall.board.set({lacks("idle"), lacks("notifications")});
    pass(120ms);
    CHECK(wall.notified.empty());
    wall.board.set({lacks("idle"), {.id = "notifications"}});
    pass(120ms);
    CHECK(wall.notified == std::vector<std::string>{"idle "});
}
