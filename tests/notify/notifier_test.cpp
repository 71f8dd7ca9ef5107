// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier against a server that misbehaves on purpose.
#include "notify/libnotify_notifier.hpp"
#include "notify/scripted_server.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace limber::notify {

namespace fs = std::filesystem;

namespace {

using Kind = NotifierReply::Kind;

struct Desk {
    Desk() {
        static int count = 1;
        static std::string name = "test";
        static std::array<char*, 2> arguments{name.data(), nullptr};
        static const QCoreApplication application(count, arguments.data());
    }

    std::vector<NotifierReply> replies;
    std::unique_ptr<Notifier> notifier =
        libnotify_notifier([this](const NotifierReply& reply) { replies.push_back(reply); });
    std::unique_ptr<ScriptedServer> server;

    void serve() { server = std::make_unique<ScriptedServer>(); }

    /// Shows and waits until it is on the bus; its number there.
    uint put_up(std::uint32_t id, const PromptView& view) {
        const auto before = server->notes.size();
        notifier->show(id, view);
        REQUIRE(until([&] { return server->notes.size() > before; }));
        settle();
        return server->notes.back().id;
    }

    /// Everything said before has been heard: a view shown under another id has made its way.
    void settle() {
        for (int i = 0; i < 2; ++i) {
            const auto before = server->notes.size();
            notifier->show(999, PromptView{.title = "settled"});
            REQUIRE(until([&] { return server->notes.size() > before; }));
            server->notes.pop_back();
        }
        QCoreApplication::processEvents();
    }
};

PromptView view(const std::string& title = "Shoulder Rolls") {
    return {title,
            "Up <& down",
            "Up, without buttons",
            {{"default", "Start"}, {"start", "Start"}, {"skip", "Skip"}}};
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

long threads() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                         std::filesystem::directory_iterator());
}

} // namespace

TEST_CASE("nothing is started before the first prompt") {
    const long before = threads();
    const Desk desk;
    CHECK(threads() == before);
    desk.notifier->withdraw(7);
    CHECK(threads() == before);
}

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
    desk.settle();
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
    desk.settle();
    REQUIRE(desk.replies.size() == 1);
    CHECK(desk.replies[0].kind == Kind::action);
    CHECK(desk.replies[0].id == 1);
    CHECK(desk.replies[0].action == "start");
    CHECK(desk.replies[0].activation_token == "token-7");
    const uint next = desk.put_up(1, view());
    CHECK(next != number);
    desk.server->invoked(next, "skip"); // this server leaves it open
    desk.settle();
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
    REQUIRE(until([&] { return !desk.replies.empty(); }));
    CHECK(desk.replies[0].kind == Kind::action);
    CHECK(desk.replies[0].action == "start");
}

TEST_CASE("closed by the person, or off the screen by itself") {
    for (const uint reason : {1U, 2U, 3U, 4U, 77U}) {
        Desk desk;
        desk.serve();
        desk.server->closed(desk.put_up(1, view()), reason);
        REQUIRE(until([&] { return !desk.replies.empty(); }));
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
    desk.settle();
    CHECK(desk.replies.empty());
    desk.server->invoked(number, "start");
    REQUIRE(until([&] { return !desk.replies.empty(); }));
    CHECK(desk.replies[0].action == "start");
}

TEST_CASE("after a withdrawal nothing is said, not even what was on its way") {
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    desk.server->invoked(number, "start");
    desk.notifier->withdraw(1);
    desk.notifier->show(1, view("again"));
    desk.settle();
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
    desk.server->go_on();
    REQUIRE(until([&] { return !desk.server->notes.empty(); }));
    desk.settle();
    REQUIRE(desk.server->notes.size() == 1);
    CHECK(desk.server->notes[0].title == "wanted");
    CHECK(desk.replies.empty());
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
    REQUIRE(until([&] { return !desk.replies.empty(); }));
    CHECK(desk.replies.size() == 1);
    CHECK(desk.replies[0].kind == Kind::failed);
    CHECK(desk.replies[0].id == 1);
    CHECK(desk.replies[0].error == "The notification server went away.");
    REQUIRE(desk.server->appear());
    desk.put_up(1, view());
    CHECK(desk.server->notes.back().replaces == 0);
    desk.server->invoked(number, "start");
    desk.settle();
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
    REQUIRE(until([&] { return !desk.server->notes.empty() || !desk.replies.empty(); }));
    desk.put_up(2, view());
    CHECK(desk.server->notes.back().title == "Shoulder Rolls");
}

TEST_CASE("without a server it fails at once, with a reason") {
    Desk desk;
    QElapsedTimer clock;
    clock.start();
    desk.notifier->show(5, view());
    REQUIRE(until([&] { return !desk.replies.empty(); }));
    CHECK(clock.elapsed() < 2'000);
    CHECK(desk.replies[0].kind == Kind::failed);
    CHECK(desk.replies[0].id == 5);
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
    REQUIRE(until([&] { return desk.server->withdrawn.size() == 3; })); // and the one of settle()
}

TEST_CASE("what a killed daemon left on the screen is taken away by the next") {
    const QTemporaryDir folder;
    const fs::path note = fs::path(folder.path().toStdString()) / "limber" / "shown";
    Desk desk;
    desk.serve();
    desk.notifier = libnotify_notifier([&](const NotifierReply&) {}, note);
    const uint number = desk.put_up(1, view());
    const std::string noted = text_of(note);
    REQUIRE(std::ranges::count(noted, '\n') == 2); // and the one of settle()
    desk.notifier.reset();
    REQUIRE(until([&] { return desk.server->withdrawn.size() == 2; }));
    CHECK(!fs::exists(note)); // nothing is shown
    desk.server->withdrawn.clear();
    const auto began = [&](const std::string& text) {
        put(note, text);
        const long before = threads();
        desk.notifier = libnotify_notifier([&](const NotifierReply&) {}, note);
        CHECK(threads() == before + 1);
    };
    SUBCASE("the same server") {
        began(noted);
        REQUIRE(until([&] { return !desk.server->withdrawn.empty(); }));
        desk.settle();
        CHECK(std::ranges::count(desk.server->withdrawn, number) == 1);
    }
    SUBCASE("another bus, or another server, or no sense") {
        const std::string other_bus = noted.substr(0, noted.find('\n')).replace(0, 4, "0123");
        const std::string bus = noted.substr(0, noted.find(' '));
        began(other_bus + '\n' + bus + " :1.9999 1\n" + bus + " org.freedesktop.Notifications 1\n" + bus +
              " :1.1\nnonsense\n\n" + std::string(5'000, 'x'));
        desk.settle();
        CHECK(desk.server->withdrawn.empty());
    }
    const auto lines = [&] {
        const std::string text = text_of(note);
        return std::ranges::count(text, '\n');
    };
    CHECK(lines() == 1); // that of settle()
    desk.put_up(1, view());
    CHECK(lines() == 2);
    desk.notifier->withdraw(1);
    desk.settle();
    CHECK(lines() == 1);
}

TEST_CASE("the notifier may be ended by its own reply") {
    std::unique_ptr<Notifier> notifier;
    Desk desk;
    bool told = false;
    notifier = libnotify_notifier([&](const NotifierReply&) {
        notifier.reset();
        told = true;
    });
    notifier->show(1, view());
    CHECK(until([&] { return told; }));
    CHECK(notifier == nullptr);
}

} // namespace limber::notify
