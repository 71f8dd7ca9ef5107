// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/fake_compositor.hpp"
#include "idle/idle_source.hpp"
#include "idle/main_loop.hpp"
#include "idle/probe.hpp"
#include "idle/wayland_connection.hpp"

#include <QObject>
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::idle {
namespace {

using namespace std::chrono_literals;
using testing::FakeCompositor;
using testing::run_until;

/// A client of the fake compositor, on a clock that stands at `now`.
struct Client {
    FakeCompositor& compositor;
    QObject context;
    Instant now{1h};
    std::string said;
    std::vector<IdleReport> reports;
    std::unique_ptr<IdleSource> source;
    std::vector<Refused> refused;

    explicit Client(FakeCompositor& with) : compositor(with) {
        testing::application();
        bool done = false;
        DisplayEnvironment environment;
        environment.wayland_display = compositor.socket();
        probe_idle_sources(
            context, environment, [this] { return now; }, [this](const IdleReport& report) { heard(report); },
            [&](Probed probed) {
                source = std::move(probed.source);
                refused = std::move(probed.refused);
                done = true;
            });
        REQUIRE(run_until([&] { return done; }, 5s));
    }

    void heard(const IdleReport& report) {
        reports.push_back(report);
        if (!said.empty()) said += ' ';
        switch (report.kind) {
        case IdleReport::Kind::idle:
            said += "idle:" +
                    std::to_string(std::chrono::floor<std::chrono::milliseconds>(report.silence).count());
            break;
        case IdleReport::Kind::active: said += "active"; break;
        case IdleReport::Kind::lost: said += "lost"; break;
        }
    }

    /// What has been said once everything the compositor sent is read: a second client's round trip is no
    /// help here, so it waits for the expected text, and a wrong one shows in the comparison.
    std::string after(const std::string& expected) {
        run_until([&] { return said.size() >= expected.size(); }, 5s);
        testing::settle();
        return said;
    }

    void watch(const std::vector<Duration>& thresholds, std::size_t objects) {
        source->watch(thresholds);
        // The requests are on their way; the compositor's side is asked until they have arrived.
        REQUIRE(run_until(
            [&] {
                QTimer::singleShot(1, [] {});
                return compositor.notifications().size() == objects;
            },
            5s));
    }
};

/// Why there is no connection to this socket; a compositor gets 20 ms.
std::string why_not(const std::string& socket) {
    testing::application();
    QObject context;
    std::string reason;
    WaylandConnection::open(context, {socket}, 20ms,
                            [&](auto opened) { reason = opened ? "it works" : opened.error(); });
    run_until([&] { return !reason.empty(); }, 5s);
    return reason;
}

} // namespace

TEST_CASE("version 2: input only, inhibitors ignored; version 1: inhibitor-aware") {
    for (const int version : {1, 2}) {
        FakeCompositor compositor{version, 1};
        Client client{compositor};
        REQUIRE(client.source);
        CHECK_EQ(client.source->name(), "ext-idle-notify-v1");
        CHECK_EQ(client.source->inhibitor_aware(), version == 1);
        client.watch({5s}, 1);
        CHECK_EQ(compositor.notifications()[0], FakeCompositor::Notification{5000, 0, version == 2});
    }
}

TEST_CASE("each threshold once, one active for all") {
    FakeCompositor compositor{2, 1};
    Client client{compositor};
    client.watch({1s, 2s, 3s}, 3);
    compositor.say_idled(1000);
    compositor.say_idled(2000);
    CHECK_EQ(client.after("idle:1000 idle:2000"), "idle:1000 idle:2000");
    compositor.say_resumed();
    CHECK_EQ(client.after("idle:1000 idle:2000 active"), "idle:1000 idle:2000 active");
    compositor.say_idled(1000);
    CHECK_EQ(client.after("idle:1000 idle:2000 active idle:1000"), "idle:1000 idle:2000 active idle:1000");
}

TEST_CASE("thresholds that stay keep their object; what has fired is kept until it resumes") {
    FakeCompositor compositor{2, 1};
    Client client{compositor};
    client.watch({1s, 2s}, 2);
    compositor.say_idled(1000);
    CHECK_EQ(client.after("idle:1000"), "idle:1000");
    client.watch({3s}, 2); // 1 s has fired, 2 s has not
    client.watch({1s, 3s}, 2);
    CHECK_EQ(compositor.made(), 3);
    client.watch({}, 1);
    compositor.say_resumed();
    CHECK_EQ(client.after("idle:1000 active"), "idle:1000 active");
    CHECK(run_until(
        [&] {
            QTimer::singleShot(1, [] {});
            return compositor.notifications().empty();
        },
        5s));
}

TEST_CASE("watched_since tells a silence that is older than its watch from one that is not") {
    FakeCompositor compositor{2, 1};
    Client client{compositor};
    client.watch({5s, 10s}, 2);
    const Instant made = client.now;
    compositor.say_idled(5'000);
    client.after("idle:5000"); // by now the compositor has answered
    client.now += 10s + 20ms;  // fired late, with nothing since the watch began
    compositor.say_idled(10'000);
    client.after("idle:5000 idle:10000");
    CHECK_GE(client.reports.at(1).watched_since, client.now - client.reports.at(1).silence);
    CHECK_LE(client.reports.at(1).watched_since, made + 1500ms);
    compositor.say_resumed();
    client.after("idle:5000 idle:10000 active");
    client.now += 30s;
    compositor.say_idled(10'000);
    client.after("idle:5000 idle:10000 active idle:10000");
    CHECK_LT(client.reports.at(3).watched_since, client.now - client.reports.at(3).silence);
}

TEST_CASE("two seats: idle when both are, active when one is") {
    FakeCompositor compositor{2, 2};
    Client client{compositor};
    client.watch({1s}, 2);
    compositor.say_idled(1000, 0);
    compositor.say_idled(1000, 1);
    CHECK_EQ(client.after("idle:1000"), "idle:1000");
    compositor.say_resumed(1);
    CHECK_EQ(client.after("idle:1000 active"), "idle:1000 active");
    compositor.say_idled(1000, 1);
    CHECK_EQ(client.after("idle:1000 active idle:1000"), "idle:1000 active idle:1000");

    SUBCASE("a seat that comes ends the silence") {
        compositor.add_seat();
        CHECK_EQ(client.after("idle:1000 active idle:1000 active"), "idle:1000 active idle:1000 active");
        CHECK(run_until(
            [&] {
                QTimer::singleShot(1, [] {});
                return compositor.notifications().size() == 3;
            },
            5s));
    }
    SUBCASE("a seat that goes is not waited for") {
        compositor.say_resumed(0);
        CHECK_EQ(client.after("idle:1000 active idle:1000 active"), "idle:1000 active idle:1000 active");
        compositor.remove_seat(0);
        CHECK_EQ(client.after("idle:1000 active idle:1000 active idle:1000"),
                 "idle:1000 active idle:1000 active idle:1000");
        compositor.remove_seat(1);
        CHECK_EQ(client.after("idle:1000 active idle:1000 active idle:1000 lost"),
                 "idle:1000 active idle:1000 active idle:1000 lost");
    }
}

TEST_CASE("a compositor that hangs up or breaks the protocol: lost, once, the last word") {
    FakeCompositor compositor{2, 1};
    Client client{compositor};
    client.watch({1s}, 1);
    SUBCASE("hangs up") {
        compositor.hang_up();
    }
    SUBCASE("breaks the protocol") {
        compositor.send_nonsense();
    }
    CHECK_EQ(client.after("lost"), "lost");
    client.source->watch({1s, 2s});
    client.source->watch({});
    testing::settle();
    CHECK_EQ(client.said, "lost");
}

TEST_CASE("a probe that is not waited for leaves nothing behind") {
    FakeCompositor compositor{2, 1};
    testing::application();
    DisplayEnvironment environment;
    environment.wayland_display = compositor.socket();
    bool called = false;
    {
        QObject context;
        probe_idle_sources(
            context, environment, [] { return Instant{}; }, [&](const IdleReport&) { called = true; },
            [&](Probed) { called = true; });
    }
    testing::settle();
    CHECK_FALSE(called);
}

TEST_CASE("what is missing is named") {
    SUBCASE("no idle protocol") {
        FakeCompositor compositor{0, 1};
        Client client{compositor};
        REQUIRE_FALSE(client.source);
        REQUIRE_EQ(client.refused.size(), 6); // Mutter, XSync, logind and terminals too
        CHECK_EQ(client.refused[0].name, "ext-idle-notify-v1");
        CHECK_EQ(client.refused[0].reason, "the compositor does not offer ext_idle_notifier_v1");
        CHECK_EQ(client.refused[1].reason, "the compositor does not offer org_kde_kwin_idle");
        CHECK_EQ(client.refused[3].reason,
                 "a Wayland compositor answers: XWayland sees only part of the input");
    }
    SUBCASE("no seat") {
        FakeCompositor compositor{2, 0};
        Client client{compositor};
        REQUIRE_FALSE(client.source);
        CHECK_EQ(client.refused[0].reason, "the compositor has no seat");
    }
}

TEST_CASE("a compositor that does not answer is given up in time") {
    std::string folder = (std::filesystem::temp_directory_path() / "limber-idle.XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    const std::string path = folder + "/wayland-hung";
    const Descriptor hung{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE_EQ(::bind(hung.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);

    CHECK_EQ(why_not(path), path + ": Connection refused");

    REQUIRE_EQ(::listen(hung.get(), 1), 0);
    CHECK_EQ(why_not(path), path + " does not answer like a compositor");

    // And when its queue of waiting clients is full.
    std::vector<Descriptor> waiting;
    for (int i = 0; i < 10; ++i) {
        auto fd = connect_local(path);
        if (!fd) {
            CHECK_EQ(fd.error(), path + " has stopped accepting connections");
            break;
        }
        waiting.push_back(std::move(*fd));
    }
    CHECK_LT(waiting.size(), 10);
    CHECK_EQ(why_not(path), path + " has stopped accepting connections");
    std::filesystem::remove_all(folder);
}

} // namespace limber::idle
