// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event.hpp"
#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/main_loop.hpp"
#include "idle/presence.hpp"
#include "idle/probe.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace limber::idle {
namespace {

using namespace std::chrono_literals;

/// A world in which nothing happens by itself.
struct World {
    struct Source final : IdleSource {
        World& world;

        explicit Source(World& in) : world(in) { ++world.alive; }

        Source(const Source&) = delete;
        Source& operator=(const Source&) = delete;

        ~Source() override { --world.alive; }

        [[nodiscard]] std::string name() const override { return "fake"; }

        [[nodiscard]] bool inhibitor_aware() const override { return true; }

        void watch(const std::vector<Duration>& thresholds) override {
            world.watched = thresholds;
            world.watched_inside |= world.reporting;
        }

        void ping(const std::function<void()>& answered) override { world.pings.push_back(answered); }
    };

    Instant now{1h};
    bool works = false;
    bool last_resort = false;
    bool answers = true; // a probe ends at once
    int probes = 0;
    int alive = 0;
    std::vector<Duration> watched;
    bool reporting = false;
    bool watched_inside = false; // told to watch inside a report
    std::vector<Duration> wanted_when_idle;
    std::vector<std::function<void()>> pings;
    std::function<void()> due;
    Duration due_after{};
    std::function<void()> appear;
    std::weak_ptr<void> watching;
    IdleSource::Report report;
    std::function<void(Probed)> done;
    std::string said;

    Presence presence{[this](const Happening& what) { hear(what); }, surroundings()};

    Presence::Surroundings surroundings() {
        testing::application();
        return {.probe =
                    [this](IdleSource::Report to, std::function<void(Probed)> then) {
                        ++probes;
                        report = std::move(to);
                        done = std::move(then);
                        if (answers) answer();
                    },
                .after =
                    [this](Duration delay, std::function<void()> call) {
                        due_after = delay;
                        due = std::move(call);
                    },
                .watch_displays = [this](std::function<void()> appeared) -> std::shared_ptr<void> {
                    appear = std::move(appeared);
                    auto token = std::make_shared<int>(0);
                    watching = token;
                    return token;
                },
                .now = [this] { return now; }};
    }

    void answer() {
        Probed probed;
        if (works) {
            probed.source = std::make_unique<Source>(*this);
            probed.last_resort = last_resort;
        } else {
            probed.refused = {{"fake", "it is broken"}};
        }
        std::exchange(done, {})(std::move(probed));
    }

    /// The source says so.
    void says(const IdleReport& what) {
        reporting = true;
        report(what);
        reporting = false;
    }

    /// Time passes until the next attempt is due.
    Duration wait() {
        REQUIRE(due);
        now += due_after;
        const Duration waited = due_after;
        std::exchange(due, {})();
        return waited;
    }

    void hear(const Happening& what) {
        if (!said.empty()) said += ' ';
        if (std::holds_alternative<PresenceLost>(what)) {
            said += "lost";
            if (!presence.name().empty()) said += "-to-another";
        } else if (std::holds_alternative<PresenceFound>(what)) {
            said += "found";
        } else if (std::holds_alternative<BecameActive>(what)) {
            said += "active";
        } else if (const auto* idle = std::get_if<BecameIdle>(&what)) {
            if (!wanted_when_idle.empty()) presence.watch(wanted_when_idle);
            said += "idle:" + std::to_string(idle->silence / 1s) + "since" +
                    std::to_string(idle->watched_since.time_since_epoch() / 1s);
        } else {
            said += "?";
        }
    }
};

} // namespace

TEST_CASE("a source that is there: found, watched, forwarded") {
    World world;
    world.works = true;
    world.presence.watch({3s, 120s});
    CHECK_EQ(world.said, "");
    CHECK_EQ(world.presence.name(), "");
    world.presence.start();
    CHECK_EQ(world.said, "found");
    CHECK_EQ(world.presence.name(), "fake");
    CHECK(world.presence.inhibitor_aware());
    CHECK_EQ(world.watched, std::vector<Duration>{3s, 120s});
    world.presence.watch({5s});
    CHECK_EQ(world.watched, std::vector<Duration>{5s});
    world.report({IdleReport::Kind::idle, 5s, Instant{7s}});
    world.report({IdleReport::Kind::active, {}, the_past});
    CHECK_EQ(world.said, "found idle:5since7 active");
    CHECK_FALSE(world.due);
    CHECK(world.watching.expired());
}

TEST_CASE("no source: said once, tried again after 1, 2, 4 … 60 s, reasons kept") {
    World world;
    world.presence.start();
    CHECK_EQ(world.presence.refusals(), std::vector<Refused>{{"fake", "it is broken"}});
    std::vector<int> waits;
    waits.reserve(9);
    for (int i = 0; i < 9; ++i)
        waits.push_back(static_cast<int>(world.wait() / 1s));
    CHECK_EQ(waits, std::vector<int>{1, 2, 4, 8, 16, 32, 60, 60, 60});
    CHECK_EQ(world.said, "lost");
    world.works = true;
    world.wait();
    CHECK_EQ(world.said, "lost found");
    CHECK(world.presence.refusals().empty());
    CHECK_FALSE(world.due);
}

TEST_CASE("lost: said, the source thrown away, the thresholds told to the next one") {
    World world;
    world.works = true;
    world.presence.watch({9s});
    world.presence.start();
    world.now += 10min;
    world.watched.clear();
    const auto old_report = world.report;
    world.report({IdleReport::Kind::lost, {}, the_past});
    CHECK_EQ(world.said, "found lost");
    CHECK_EQ(world.presence.name(), "");
    CHECK_FALSE(world.presence.inhibitor_aware());
    CHECK_EQ(world.alive, 1); // it is still inside its own call
    testing::settle();
    CHECK_EQ(world.alive, 0);
    CHECK_EQ(world.wait(), 1s);
    CHECK_EQ(world.said, "found lost found");
    CHECK_EQ(world.watched, std::vector<Duration>{9s});
    old_report({IdleReport::Kind::idle, 9s, the_past});
    CHECK_EQ(world.said, "found lost found");
}

TEST_CASE("what is to be watched may change with a report: the source hears of it after the report") {
    World world;
    world.works = true;
    world.presence.watch({3s, 120s});
    world.presence.start();
    world.wanted_when_idle = {120s};
    world.says({IdleReport::Kind::idle, 3s, the_past});
    testing::settle();
    CHECK_EQ(world.watched, std::vector<Duration>{120s});
    CHECK_FALSE(world.watched_inside);
}

TEST_CASE("a source that does not answer in time is lost; one that does is left alone") {
    World world;
    world.works = true;
    world.presence.start();
    world.presence.check();
    CHECK(world.pings.empty()); // it has only just been found
    world.now += 4min;
    world.presence.check();
    REQUIRE_EQ(world.pings.size(), 1);
    world.now += 1min;
    world.presence.check(); // not so soon again
    REQUIRE_EQ(world.pings.size(), 1);
    CHECK_EQ(world.due_after, 10s);
    world.pings.front()();
    CHECK_FALSE(world.due);
    CHECK_EQ(world.said, "found");

    world.now += 4min;
    world.presence.check();
    REQUIRE_EQ(world.pings.size(), 2);
    CHECK_EQ(world.wait(), 10s);
    CHECK_EQ(world.said, "found lost");
    testing::settle();
    CHECK_EQ(world.alive, 0);
    world.pings.back()(); // too late
    CHECK_EQ(world.wait(), 1s);
    CHECK_EQ(world.said, "found lost found");
}

TEST_CASE("a last resort gives way to a display that comes up") {
    World world;
    world.works = true;
    world.last_resort = true;
    world.presence.watch({9s});
    world.presence.start();
    CHECK_EQ(world.said, "found");
    CHECK_FALSE(world.due); // nothing is asked over and over
    const auto makeshift = world.report;
    REQUIRE_FALSE(world.watching.expired());

    SUBCASE("that is no better") {
        world.appear();
        CHECK_EQ(world.probes, 2);
        CHECK_EQ(world.said, "found");
        CHECK_EQ(world.alive, 1);
        makeshift({IdleReport::Kind::idle, 9s, the_past});
        CHECK(world.said.starts_with("found idle:9"));
        CHECK_FALSE(world.watching.expired());
    }
    SUBCASE("that is not there after all") {
        world.works = false;
        world.appear();
        CHECK_EQ(world.said, "found");
        CHECK_EQ(world.presence.name(), "fake");
        CHECK_FALSE(world.due);
    }
    SUBCASE("that has a source of its own") {
        world.last_resort = false;
        world.watched.clear();
        world.appear();
        CHECK_EQ(world.said, "found lost-to-another found");
        CHECK_EQ(world.watched, std::vector<Duration>{9s});
        testing::settle();
        CHECK_EQ(world.alive, 1);
        CHECK(world.watching.expired());
        makeshift({IdleReport::Kind::idle, 9s, the_past});
        CHECK_EQ(world.said, "found lost-to-another found");
    }
    SUBCASE("while it is lost itself during the search") {
        world.answers = false;
        world.appear();
        makeshift({IdleReport::Kind::lost, {}, the_past});
        CHECK_EQ(world.said, "found lost");
        world.last_resort = false;
        world.answer();
        CHECK_EQ(world.said, "found lost found");
        CHECK_FALSE(world.due);
    }
}

TEST_CASE("a display that appears is tried at once, and the waits begin anew") {
    World world;
    world.presence.start();
    world.wait();
    world.wait();
    CHECK_EQ(world.probes, 3);
    world.appear();
    CHECK_EQ(world.probes, 4);
    CHECK_EQ(world.due_after, 1s);
    world.works = true;
    world.appear();
    CHECK_EQ(world.said, "lost found");
    CHECK_FALSE(world.due);
    testing::settle();
    CHECK(world.watching.expired());
}

TEST_CASE("a display that appears during a probe is tried after it") {
    World world;
    world.presence.start();
    world.answers = false;
    world.wait();
    CHECK_EQ(world.probes, 2);
    world.appear();
    world.appear();
    CHECK_EQ(world.probes, 2);
    world.answer();
    CHECK_EQ(world.probes, 3);
    world.works = true;
    world.answer();
    CHECK_EQ(world.said, "lost found");
    CHECK_EQ(world.probes, 3);
}

TEST_CASE("a source that comes and goes is looked for ever more seldom") {
    World world;
    world.works = true;
    world.presence.start();
    std::vector<int> waits;
    waits.reserve(9);
    for (int i = 0; i < 7; ++i) {
        world.report({IdleReport::Kind::lost, {}, the_past});
        waits.push_back(static_cast<int>(world.wait() / 1s));
    }
    CHECK_EQ(waits, std::vector<int>{1, 2, 4, 8, 16, 32, 60});
    world.now += 60s;
    world.report({IdleReport::Kind::lost, {}, the_past});
    CHECK_EQ(world.wait(), 1s);
}

} // namespace limber::idle
