// SPDX-License-Identifier: GPL-3.0-or-later
// What every idle source must do, tried on a real desktop (run-contract starts one). From the environment:
// LIMBER_IDLE_SOURCE      the source the probe must find
// LIMBER_INPUT_COMMAND    makes real input: a key or a pointer movement
// LIMBER_TYPING_COMMAND   makes such input four times within two seconds
// LIMBER_TYPING_EDGES     how much of it is told
// LIMBER_INHIBIT_COMMAND  with on or off: what keeps the screen awake; for a source that can be asked
// LIMBER_KILL_COMMAND     ends the display server, or the terminal, at once
#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/idle_source.hpp"
#include "idle/main_loop.hpp"
#include "idle/probe.hpp"

#include <QObject>
#include <QProcess>
#include <QString>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

namespace limber::idle {
namespace {

using namespace std::chrono_literals;
using testing::boot_time;
using testing::run_until;
using Kind = IdleReport::Kind;

std::string variable(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? std::string{} : std::string{value};
}

Duration tolerance() {
    return variable("LIMBER_IDLE_SOURCE") == "mutter" ? 1000ms : 250ms;
}

bool sees_the_past() {
    const auto name = variable("LIMBER_IDLE_SOURCE");
    return name == "mutter" || name == "xsync" || name == "terminal";
}

struct Heard {
    Instant at;
    IdleReport report;

    [[nodiscard]] Instant last_input() const { return at - report.silence; }
};

/// Between these two instants something was typed.
struct Input {
    Instant from;
    Instant to;
};

// One source for each test, freshly probed.
struct Desk {
    QObject context;
    std::vector<Heard> heard;
    std::unique_ptr<IdleSource> source;
    std::vector<Refused> refused;

    Desk() {
        testing::application();
        bool done = false;
        probe_idle_sources(
            context, DisplayEnvironment::of_this_process(), boot_time,
            [this](const IdleReport& report) { heard.push_back({boot_time(), report}); },
            [&](Probed probed) {
                source = std::move(probed.source);
                refused = std::move(probed.refused);
                done = true;
            });
        REQUIRE_MESSAGE(run_until([&] { return done; }, 20s), "the probe must come to an end");
        for (const auto& [name, reason] : refused)
            MESSAGE(name << " refused: " << reason);
        REQUIRE_MESSAGE(source, "no idle source found");
        REQUIRE_EQ(source->name(), variable("LIMBER_IDLE_SOURCE"));
        type(); // so that no test begins in the middle of a silence
    }

    void run_for(Duration length) {
        run_until([] { return false; }, length);
    }

    /// How often this process is woken meanwhile; the end of the time itself left out.
    [[nodiscard]] long wakeups_in(Duration length) {
        const auto switches = [] {
            rusage used{};
            getrusage(RUSAGE_SELF, &used);
            return used.ru_nvcsw;
        };
        const long before = switches();
        run_for(length);
        return switches() - before - 1;
    }

    Input type() {
        QProcess process;
        bool done = false;
        QObject::connect(&process, &QProcess::finished, [&] { done = true; });
        const Instant from = boot_time();
        process.start("sh", {"-c", QString::fromStdString(variable("LIMBER_INPUT_COMMAND"))});
        REQUIRE(run_until([&] { return done; }, 20s));
        REQUIRE_MESSAGE(process.exitCode() == 0, process.readAllStandardError().toStdString());
        return {from, boot_time()};
    }

    /// As type(), and forgets what was said until then: the tool that types may take longer than a threshold.
    Input type_afresh() {
        const Input input = type();
        run_for(250ms);
        heard.clear();
        return input;
    }

    [[nodiscard]] std::ptrdiff_t count(Kind kind) const {
        return std::ranges::count(heard, kind, [](const Heard& one) { return one.report.kind; });
    }

    /// Waits for the next report; anything but `kind` is a failure.
    Heard next(Kind kind, Duration limit) {
        const auto before = heard.size();
        REQUIRE_MESSAGE(run_until([&] { return heard.size() > before; }, limit),
                        "nothing was reported in time");
        REQUIRE_EQ(static_cast<int>(heard[before].report.kind), static_cast<int>(kind));
        return heard[before];
    }

    /// Makes input and expects exactly one `active` for it, in time.
    Input type_and_return() {
        const auto before = heard.size();
        const Input input = type();
        run_until([&] { return heard.size() > before; }, tolerance());
        REQUIRE_EQ(heard.size(), before + 1);
        CHECK_EQ(static_cast<int>(heard.back().report.kind), static_cast<int>(Kind::active));
        CHECK_GE(heard.back().at, input.from);
        CHECK_LE(heard.back().at, input.to + 250ms);
        MESSAGE("active "
                << std::chrono::duration_cast<std::chrono::milliseconds>(heard.back().at - input.from).count()
                << " ms after the input began");
        return input;
    }
};

void check_reported(const Heard& idle, Duration threshold, const Input& last) {
    using std::chrono::milliseconds;
    const auto late = [](Duration d) { return std::chrono::duration_cast<milliseconds>(d).count(); };
    MESSAGE("idle " << late(idle.at - last.to) << " ms after the input's end, " << late(idle.at - last.from)
                    << " ms after its begin; silence " << late(idle.report.silence));
    CHECK_GE(idle.at, last.from + threshold - tolerance());
    CHECK_LE(idle.at, last.to + threshold + tolerance());
    CHECK_GE(idle.last_input(), last.from - 250ms);
    CHECK_LE(idle.last_input(), last.to + 250ms);
}

} // namespace

TEST_CASE("idle is said once, on time, back-dated to the last input; active at the first input") {
    Desk desk;
    desk.source->watch({1s});
    desk.run_for(300ms); // what comes right after the watch began cannot be told from its beginning
    const Input input = desk.type_afresh();
    const Heard idle = desk.next(Kind::idle, 10s);
    check_reported(idle, 1s, input);
    CHECK_LT(idle.report.watched_since, idle.last_input());
    desk.run_for(1500ms);
    CHECK_EQ(desk.heard.size(), 1);

    const Input back = desk.type_and_return();
    const Heard again = desk.next(Kind::idle, 10s);
    check_reported(again, 1s, back);
    CHECK_LT(again.report.watched_since, again.last_input());
}

TEST_CASE("input before the threshold keeps it away") {
    Desk desk;
    desk.source->watch({4s}); // the tool that types may take a second
    for (const Instant end = boot_time() + 6s; boot_time() < end; desk.run_for(500ms))
        desk.type();
    CHECK(desk.heard.empty());
}

TEST_CASE("three thresholds at once: each said once, one active for all") {
    Desk desk;
    desk.source->watch({600ms, 1000ms, 1600ms});
    desk.run_for(300ms);
    const Input input = desk.type_afresh();
    check_reported(desk.next(Kind::idle, 10s), 600ms, input);
    check_reported(desk.next(Kind::idle, 10s), 1000ms, input);
    check_reported(desk.next(Kind::idle, 10s), 1600ms, input);
    desk.run_for(500ms);
    CHECK_EQ(desk.heard.size(), 3);
    desk.type_and_return();
    desk.run_for(300ms);
    CHECK_EQ(desk.count(Kind::active), 1);
}

TEST_CASE("watches emptied while idle: the first input is still told, and then nothing") {
    Desk desk;
    desk.source->watch({700ms});
    desk.next(Kind::idle, 10s);
    desk.source->watch({});
    desk.run_for(300ms);
    desk.type_and_return();
    desk.run_for(1s);
    CHECK_EQ(desk.heard.size(), 2);
}

TEST_CASE("thresholds changed while idle: the new one is told, the old one not again") {
    Desk desk;
    desk.source->watch({700ms});
    const Heard first = desk.next(Kind::idle, 10s);
    desk.source->watch({2s});
    desk.source->watch({700ms, 2s});
    const Heard second = desk.next(Kind::idle, 10s);
    CHECK_GE(second.report.silence, 2s - tolerance());
    const bool exact = second.last_input() > second.report.watched_since;
    CHECK_EQ(exact, sees_the_past());
    if (exact) CHECK_LE(std::chrono::abs(second.last_input() - first.last_input()), 250ms);
    desk.run_for(1s);
    CHECK_EQ(desk.heard.size(), 2);
    desk.type_and_return();
}

TEST_CASE("thresholds changed while active: only the new ones count") {
    Desk desk;
    desk.source->watch({1200ms, 30s});
    desk.run_for(200ms);
    desk.type_afresh();
    desk.source->watch({800ms, 30s});
    desk.run_for(300ms);
    const Input input = desk.type_afresh();
    check_reported(desk.next(Kind::idle, 10s), 800ms, input);
    desk.run_for(1s);
    CHECK_EQ(desk.heard.size(), 1);
    desk.type_and_return();
}

TEST_CASE("a threshold that is exceeded already: the true silence at once, or the watch's beginning") {
    Desk desk;
    desk.source->watch({500ms}); // so that the input has been seen
    const Input input = desk.type_afresh();
    desk.source->watch({});
    desk.run_for(1500ms);
    CHECK(desk.heard.empty());
    const Instant asked = boot_time();
    desk.source->watch({600ms});
    const Heard idle = desk.next(Kind::idle, 10s);
    if (sees_the_past()) {
        CHECK_LE(idle.at, asked + tolerance());
        CHECK_GE(idle.last_input(), input.from - 250ms);
        CHECK_LE(idle.last_input(), input.to + 250ms);
        CHECK_LT(idle.report.watched_since, idle.last_input());
    } else {
        CHECK_GE(idle.report.watched_since, idle.last_input());
        CHECK_LE(idle.report.watched_since, asked + 600ms);
    }
    desk.type_and_return();
}

TEST_CASE("nothing watched: nothing said") {
    Desk desk;
    desk.type();
    desk.source->watch({});
    desk.run_for(1s);
    desk.type();
    desk.run_for(300ms);
    CHECK(desk.heard.empty());
}

TEST_CASE("between two edges nothing wakes it, not even keys") {
    constexpr long noise = 2; // of the measuring
    Desk desk;
    desk.source->watch({30s, 60s});
    desk.run_for(500ms);
    CHECK_LE(desk.wakeups_in(1s), noise);
    const std::string types = "(" + variable("LIMBER_TYPING_COMMAND") + ") >/dev/null 2>&1";
    FILE* const typing = ::popen(types.c_str(), "r");
    REQUIRE(typing != nullptr);
    CHECK_LE(desk.wakeups_in(2500ms), noise + std::stol(variable("LIMBER_TYPING_EDGES")));
    CHECK_EQ(::pclose(typing), 0); // on a busy machine its last keys come late
    desk.source->watch({500ms, 30s});
    desk.next(Kind::idle, 10s);
    CHECK_LE(desk.wakeups_in(1s), noise);
    CHECK_EQ(desk.heard.size(), 1);
}

TEST_CASE("who is alive says so") {
    Desk desk;
    bool alive = false;
    desk.source->ping([&alive] { alive = true; });
    CHECK(run_until([&] { return alive; }, 10s));
}

TEST_CASE("behind an idle inhibitor a source that is asked tells the silence it cannot tell by itself") {
    const auto inhibitor = [command = variable("LIMBER_INHIBIT_COMMAND")](const char* how) {
        REQUIRE_EQ(std::system((command + how).c_str()), 0); // NOLINT(concurrency-mt-unsafe)
    };
    Desk desk;
    if (!desk.source->can_be_asked()) return;
    CHECK(desk.source->inhibitor_aware());
    inhibitor(" on");
    desk.source->watch({2s, 30s});
    const Input input = desk.type_afresh();
    desk.run_for(3s);
    CHECK(desk.heard.empty());
    desk.source->ask();
    const Heard idle = desk.next(Kind::idle, 5s);
    CHECK_GE(idle.report.silence, 2900ms);
    CHECK_GE(idle.last_input(), input.from - 250ms);
    CHECK_LE(idle.last_input(), input.to + 250ms);
    desk.source->ask();
    const Heard again = desk.next(Kind::idle, 5s);
    CHECK_GE(again.report.silence, idle.report.silence);
    CHECK_LE(std::chrono::abs(again.last_input() - idle.last_input()), 250ms);
    desk.type_and_return();
    inhibitor(" off");
}

TEST_CASE("an X11 screen saver that is reset is no input: not in a silence, nor before one") {
    if (variable("LIMBER_IDLE_SOURCE") != "xsync") return;
    Desk desk;
    const auto reset = [&] {
        REQUIRE_EQ(std::system("xset s reset"), 0); // NOLINT(concurrency-mt-unsafe)
        const Instant done = boot_time();
        desk.run_for(1s);
        return done;
    };
    desk.source->watch({700ms, 4s});
    const Input last = desk.type_afresh();
    desk.next(Kind::idle, 10s);
    reset();
    reset();
    const Heard later = desk.next(Kind::idle, 10s);
    CHECK_EQ(desk.heard.size(), 2);
    check_reported(later, 4s, last);
    desk.type_and_return();

    // A player: the first reset may hide what was before it, the others hide nothing.
    desk.source->watch({8s});
    desk.run_for(5s);
    desk.type_afresh();
    const Instant first = reset();
    for (int second = 1; second < 7; ++second)
        reset();
    CHECK_EQ(desk.count(Kind::active), 0);
    const Heard idle = desk.heard.empty() ? desk.next(Kind::idle, 10s) : desk.heard.front();
    CHECK_GE(idle.at, first + 7s);
    CHECK_LE(idle.at, first + 8s + 1s);
    CHECK_GE(idle.last_input(), first - 1s);
    CHECK_LE(idle.last_input(), first + 250ms);
    reset();
    CHECK_EQ(desk.heard.size(), 1);
    desk.type_and_return();
    CHECK_EQ(desk.heard.size(), 2);

    // Somebody types beside it.
    desk.source->watch({5s});
    desk.heard.clear();
    for (int second = 0; second < 6; ++second) {
        reset();
        desk.type();
    }
    CHECK(desk.heard.empty());
}

TEST_CASE("the display server dies: lost, once, as the last word") {
    Desk desk;
    desk.source->watch({500ms});
    desk.next(Kind::idle, 10s);
    REQUIRE_EQ(std::system(variable("LIMBER_KILL_COMMAND").c_str()), 0); // NOLINT(concurrency-mt-unsafe)
    desk.next(Kind::lost, 10s);
    desk.source->watch({200ms, 700ms});
    desk.source->watch({});
    desk.run_for(1s);
    CHECK_EQ(desk.heard.size(), 2);
}

} // namespace limber::idle
