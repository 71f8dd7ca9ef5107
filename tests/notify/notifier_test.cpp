// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier against a server that misbehaves on purpose.
#include "notify/notifier_desk.hpp"

#include <QElapsedTimer>
#include <QStringList>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace limber::notify {

TEST_CASE("a prompt arrives with its buttons and hints") {
    Desk desk;
    desk.serve();
    desk.put_up(1, view());
    const auto& note = desk.server->notes.back();
    CHECK(note.title == "Shoulder Rolls");
    CHECK(note.body == "Up &lt;&amp; down");
    CHECK(note.actions == QStringList{"default", "Start", "start", "Start", "skip", "Skip"});
    CHECK(note.hints.value("desktop-entry") == "org.limber.Limber");
    CHECK(note.hints.value("category") == "x-limber.break");
    CHECK(note.hints.value("urgency").toInt() == 1);
    CHECK(!note.hints.contains("transient"));
    CHECK(note.timeout == 0);
    CHECK(note.replaces == 0);
}

TEST_CASE("what the server can do is asked anew, and respected") {
    Desk desk;
    desk.serve();
    desk.server->capabilities = QStringList{"actions", "body"};
    desk.put_up(1, view());
    CHECK(desk.server->notes.back().body == "Up <& down");
    desk.server->capabilities = QStringList{"body"};
    desk.put_up(2, view());
    CHECK(desk.server->notes.back().body == "Up, without buttons");
    CHECK(desk.server->notes.back().actions.isEmpty());
}

TEST_CASE("texts that are not valid do no harm") {
    Desk desk;
    desk.serve();
    PromptView bad = view(std::string("\xff\xfe", 2));
    bad.body = std::string("a\0b\xc3", 4);
    bad.actions = {{"start", "\xf0"}};
    desk.put_up(1, bad);
    desk.put_up(2, PromptView{});
    CHECK(desk.server->notes.back().title == "Limber");
    CHECK(desk.replies.empty());
}

TEST_CASE("showing again replaces, and withdrawing takes away for good") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    CHECK(desk.put_up(1, view("Butterfly")) == number);
    CHECK(desk.server->notes.back().replaces == number);
    desk.notifier->withdraw(1);
    REQUIRE(until([&] { return !desk.server->withdrawn.empty(); }));
    CHECK(desk.server->withdrawn == std::vector<uint>{number});
    CHECK(desk.put_up(1, view()) != number);
    CHECK(desk.replies.empty());
}

TEST_CASE("an answer is told with its token, once, and the next view is a new one") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.server->token(number, "token-7");
    desk.server->invoked(number, "start");
    desk.server->closed(number, 2);
    desk.server->invoked(number, "skip");
    Desk::settle();
    REQUIRE(desk.replies.size() == 1);
    CHECK(desk.replies[0].kind == Kind::action);
    CHECK(desk.replies[0].id == 1);
    CHECK(desk.replies[0].action == "start");
    CHECK(desk.replies[0].activation_token == "token-7");
    const uint next = desk.put_up(1, view());
    CHECK(next != number);
    desk.server->invoked(next, "skip"); // this server leaves it open
    Desk::settle();
    REQUIRE(desk.replies.size() == 2);
    CHECK(desk.put_up(1, view()) != next);
    CHECK(std::ranges::count(desk.server->withdrawn, next) == 1);
}

TEST_CASE("a button pressed wins over the closing it causes, told before or after") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.server->closed(number, 2);
    desk.server->invoked(number, "start");
    REQUIRE(desk.told());
    CHECK(desk.replies[0].kind == Kind::action);
    CHECK(desk.replies[0].action == "start");
}

TEST_CASE("closed by the person, or off the screen by itself") {
    for (const uint reason : {1U, 2U, 3U, 4U, 77U}) {
        Desk desk;
        desk.serve();
        desk.server->closed(desk.put_up(1, view()), reason);
        REQUIRE(desk.told());
        CHECK(desk.replies[0].kind == (reason == 2 ? Kind::closed : Kind::expired));
        CHECK(desk.replies[0].id == 1);
    }
}

TEST_CASE("nonsense from the server is ignored") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.server->invoked(number, "never-offered");
    desk.server->invoked(number + 50, "start");
    desk.server->invoked(0, "start");
    desk.server->closed(4'294'967'295U, 2);
    desk.server->send("ActionInvoked", {"start", number});
    desk.server->send("NotificationClosed", {});
    desk.server->send("ActivationToken", {number});
    desk.server->send("Surprise", {number, "start"});
    desk.server->invoked(number, QString(100'000, 'x'));
    Desk::settle();
    CHECK(desk.replies.empty());
    desk.server->invoked(number, "start");
    REQUIRE(desk.told());
    CHECK(desk.replies[0].action == "start");
}

TEST_CASE("two actions for one click: the first counts") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.server->invoked(number, "skip");
    desk.server->invoked(number, "default");
    desk.server->closed(number, 2);
    Desk::settle();
    REQUIRE(desk.replies.size() == 1);
    CHECK(desk.replies[0].action == "skip");
}

TEST_CASE("one start where the server draws the default action as a button, and snooze is second") {
    for (const char* const name : {"Xfce Notify Daemon", "lxqt-notificationd"}) {
        Desk desk;
        desk.serve();
        desk.server->server_name = name;
        desk.put_up(
            1,
            {.title = "Butterfly",
             .actions = {{"default", "Start"}, {"start", "Start"}, {"snooze", "Snooze"}, {"skip", "Skip"}}});
        CHECK(desk.server->notes.back().actions ==
              QStringList{"start", "Start", "snooze", "Snooze", "skip", "Skip"});
    }
}

TEST_CASE("an action on what comes back from a history is told of, where the server does that") {
    Desk desk;
    desk.serve();
    bool comes_back = false;
    SUBCASE("mako") {
        desk.server->server_name = "mako";
        comes_back = true;
    }
    SUBCASE("another") {}
    const uint number = desk.put_up(1, view());
    desk.notifier->withdraw(1);
    REQUIRE(until([&] { return !desk.server->withdrawn.empty(); }));
    desk.server->invoked(number, "start");
    Desk::settle();
    REQUIRE(desk.replies.size() == (comes_back ? 1 : 0));
    if (!comes_back) return;
    CHECK(desk.replies[0].kind == Kind::late);
    CHECK(desk.replies[0].id == 1);
    CHECK(desk.replies[0].action == "start");
}

TEST_CASE("after a withdrawal nothing is said, not even what was on its way") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.server->invoked(number, "start");
    desk.notifier->withdraw(1);
    desk.put_up(1, view("again"));
    Desk::settle();
    CHECK(desk.replies.empty());
}

TEST_CASE("a server that hangs gets one view when it goes on, the last one") {
    Desk desk;
    desk.serve();
    desk.server->hang();
    for (int i = 0; i < 20; ++i) {
        desk.notifier->show(1, view("outdated"));
    }
    REQUIRE(until([&] { return !desk.server->calls.isEmpty(); }));
    desk.notifier->withdraw(1);
    desk.notifier->show(2, view("outdated too"));
    desk.notifier->show(2, view("wanted"));
    REQUIRE(until([&] { return desk.server->calls.count("GetCapabilities") == 2; }));
    desk.server->go_on();
    REQUIRE(until([&] { return !desk.server->notes.empty(); }));
    Desk::settle();
    REQUIRE(desk.server->notes.size() == 1);
    CHECK(desk.server->notes[0].title == "wanted");
    CHECK(desk.replies.empty());
}

TEST_CASE("a server that hangs is a failure after three seconds") {
    Desk desk;
    desk.serve();
    desk.server->hang();
    QElapsedTimer clock;
    clock.start();
    desk.notifier->show(1, view());
    REQUIRE(desk.told());
    CHECK(clock.elapsed() < 4'000);
    CHECK(desk.replies[0].kind == Kind::failed);
    CHECK(desk.replies[0].cause == NotifierReply::Cause::no_answer);
    desk.server->go_on();
    Desk::settle();
    CHECK(desk.server->notes.empty());
}

TEST_CASE("a view that got stuck in a server is taken away as soon as it answers") {
    Desk desk;
    desk.serve();
    desk.server->hang("Notify");
    desk.notifier->show(1, view("stuck"));
    REQUIRE(until([&] { return desk.server->calls.contains("Notify"); }));
    SUBCASE("withdrawn") {
        desk.notifier->withdraw(1);
        desk.server->go_on();
        REQUIRE(until([&] { return !desk.server->withdrawn.empty(); }));
        CHECK(desk.server->withdrawn[0] == desk.server->notes[0].id);
    }
    SUBCASE("replaced") {
        desk.notifier->show(1, view("newer"));
        desk.server->go_on();
        REQUIRE(until([&] { return desk.server->notes.size() == 2; }));
        CHECK(desk.server->notes[1].title == "newer");
        CHECK(desk.server->notes[1].replaces == desk.server->notes[0].id);
    }
    SUBCASE("ended") {
        QElapsedTimer clock;
        clock.start();
        desk.notifier.reset();
        CHECK(clock.elapsed() < 1'000);
        desk.server->go_on();
        REQUIRE(until([&] { return !desk.server->withdrawn.empty(); }));
    }
    CHECK(desk.replies.empty());
}

TEST_CASE("a server that goes away takes its prompts with it, and its numbers mean nothing to the next") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.notifier->withdraw(999);
    REQUIRE(desk.server->vanish());
    REQUIRE(desk.told());
    CHECK(desk.replies.size() == 1);
    CHECK(desk.replies[0].kind == Kind::failed);
    CHECK(desk.replies[0].id == 1);
    CHECK(desk.replies[0].error == "The notification server went away.");
    CHECK(desk.replies[0].cause == NotifierReply::Cause::none); // its successor may be there already
    REQUIRE(desk.server->appear());
    desk.put_up(1, view());
    CHECK(desk.server->notes.back().replaces == 0);
    desk.server->invoked(number, "start");
    Desk::settle();
    CHECK(desk.replies.size() == 1);
}

TEST_CASE("a server that ends while it is asked is followed by the next") {
    Desk desk;
    desk.serve();
    desk.server->hang();
    desk.notifier->show(1, view());
    REQUIRE(until([&] { return desk.server->calls.contains("GetCapabilities"); }));
    desk.server.reset();
    desk.server = std::make_unique<ScriptedServer>("successor");
    REQUIRE(until([&] { return !desk.shown.empty() || !desk.replies.empty(); }));
    if (desk.shown.empty()) desk.put_up(2, view()); // between the two there was none
    CHECK(desk.server->notes.back().title == "Shoulder Rolls");
}

TEST_CASE("without a server it fails at once, with a reason") {
    Desk desk;
    QElapsedTimer clock;
    clock.start();
    desk.notifier->show(5, view());
    REQUIRE(desk.told());
    CHECK(clock.elapsed() < 2'000);
    CHECK(desk.replies[0].kind == Kind::failed);
    CHECK(desk.replies[0].id == 5);
    CHECK(desk.replies[0].cause == NotifierReply::Cause::no_server);
    CHECK(!desk.replies[0].error.empty());
    desk.serve();
    desk.put_up(5, view());
}

TEST_CASE("at the end everything shown is withdrawn") {
    Desk desk;
    desk.serve();
    desk.put_up(1, view());
    desk.put_up(2, view());
    desk.notifier.reset();
    REQUIRE(until([&] { return desk.server->withdrawn.size() == 2; }));
}

} // namespace limber::notify
