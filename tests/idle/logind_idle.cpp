// SPDX-License-Identifier: GPL-3.0-or-later
// logind's idle hint as a source, on a stand-in for logind (inside with-x11).
#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/main_loop.hpp"
#include "idle/sources.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QProcess>
#include <QString>
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {
namespace {

using namespace std::chrono_literals;
using testing::boot_time;
using testing::run_until;
using Kind = IdleReport::Kind;

void logind(const std::string& command) {
    testing::application();
    QProcess process;
    bool done = false;
    QObject::connect(&process, &QProcess::finished, [&] { done = true; });
    process.start("sh", {"-c", QString::fromStdString("\"$TESTBED_SCRIPTS\"/fake-logind " + command)});
    REQUIRE(run_until([&] { return done; }, 20s));
    REQUIRE_MESSAGE(process.exitCode() == 0, process.readAllStandardError().toStdString());
}

struct Hearing {
    struct Heard {
        Instant at;
        IdleReport report;
    };

    QObject context;
    std::vector<Heard> heard;
    std::unique_ptr<IdleSource> source;
    std::string reason;

    Hearing() {
        testing::application();
        bool done = false;
        find_logind_idle(
            context, QDBusConnection::systemBus(),
            [this](const IdleReport& report) { heard.push_back({boot_time(), report}); },
            [&](auto found) {
                if (found) {
                    source = std::move(*found);
                } else {
                    reason = found.error();
                }
                done = true;
            });
        REQUIRE(run_until([&] { return done; }, 10s));
    }

    void run_for(Duration length) {
        run_until([] { return false; }, length);
    }

    const Heard& next(Kind kind) {
        const auto before = heard.size();
        REQUIRE(run_until([&] { return heard.size() > before; }, 10s));
        REQUIRE_EQ(static_cast<int>(heard[before].report.kind), static_cast<int>(kind));
        return heard[before];
    }
};

} // namespace

// In this order: the stand-in has never set a hint when it begins.
TEST_CASE("a hint that nobody has ever set is not believed") {
    const Hearing hearing;
    CHECK_FALSE(hearing.source);
    CHECK(hearing.reason.find("nobody has set the hint") != std::string::npos);
}

TEST_CASE("a silence is counted from the moment the hint was set; each threshold once; active at its end") {
    logind("idle no");
    Hearing hearing;
    REQUIRE_MESSAGE(hearing.source, hearing.reason);
    CHECK_EQ(hearing.source->name(), "logind-idle-hint");
    hearing.source->watch({500ms, 1s});
    hearing.run_for(1500ms);
    CHECK(hearing.heard.empty());
    const Instant before = boot_time();
    logind("idle yes");
    const Instant after = boot_time();
    const auto first = hearing.next(Kind::idle);
    CHECK_GE(first.report.silence, 500ms);
    CHECK_GE(first.at - first.report.silence, before - 50ms);
    CHECK_LE(first.at - first.report.silence, after + 50ms);
    CHECK_LE(first.at, after + 500ms + 250ms);
    CHECK_GE(hearing.next(Kind::idle).report.silence, 1s);
    hearing.run_for(1s);
    CHECK_EQ(hearing.heard.size(), 2);
    logind("idle no");
    run_until([&] { return hearing.heard.size() > 2; }, 5s);
    hearing.run_for(1500ms);
    REQUIRE_EQ(hearing.heard.size(), 3);
    CHECK_EQ(static_cast<int>(hearing.heard.back().report.kind), static_cast<int>(Kind::active));
}

TEST_CASE("a hint that is set already: what has passed of the silence is known") {
    logind("idle yes");
    const Instant set = boot_time();
    run_until([] { return false; }, 1s);
    Hearing hearing;
    REQUIRE_MESSAGE(hearing.source, hearing.reason);
    hearing.source->watch({600ms});
    const auto idle = hearing.next(Kind::idle);
    CHECK_GE(idle.report.silence, 900ms);
    CHECK_LE(idle.at - idle.report.silence, set + 50ms);
    hearing.source->watch({600ms, 3s});
    CHECK_GE(hearing.next(Kind::idle).report.silence, 3s);
}

} // namespace limber::idle
