// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "settings/problem.hpp"

#include <QDBusArgument>
#include <QStringList>
#include <doctest/doctest.h>

#include <chrono>
#include <limits>
#include <random>
#include <vector>

using namespace limber;
using namespace std::chrono_literals;

namespace {

Instant at(Duration since_boot) {
    return Instant{since_boot};
}

bus::StatusReport full_report() {
    bus::StatusReport report;
    report.version = "1.2.3";
    report.idle_source = "xsync";
    report.inhibitor_aware = true;
    report.inhibited = true;
    report.stamp.at = at(5h);
    report.stamp.civil.utc = Utc{1'700'000'000s};
    report.stamp.civil.offset = 7200s;
    report.titles = {{"shoulder-rolls", "Shoulder Rolls"}};
    Status& status = report.status;
    status.doing = Activity::prompted;
    status.holds = {"pause", "microphone"};
    status.held_since = at(4h);
    status.paused_until = at(6h);
    status.wait_cause = WaitCause::return_grace;
    status.waits_until = at(5h + 60s);
    status.presence_known = true;
    status.locked = true;
    status.away_since = at(4h + 59min);
    status.next_break = "long";
    status.next_left = 12min + 345ms;
    status.next_at = at(5h + 12min);
    status.arc = 7;
    status.prompt = ShowPrompt{.id = 4'000'000'000U,
                               .break_id = "micro",
                               .exercise = "shoulder-rolls",
                               .reason = Reason::again,
                               .at = at(5h - 1s),
                               .due_since = at(4h + 50min),
                               .held_by = "microphone",
                               .snooze = {5min, 15min},
                               .on_screen = false};
    status.blind = true;
    status.contradiction = Absence::other_session;
    report.ended = CloseSession{.id = 8, .outcome = {}};
    status.rules = {
        {.name = "micro",
         .title = "Micro-break",
         .interval = 30min,
         .rest = 40s,
         .active = 31min,
         .due = true,
         .due_since = at(4h + 50min),
         .waits_until = at(5h + 5min),
         .prompts = 1,
         .snoozes = 2,
         .snoozes_left = 1,
         .prompted_today = 9},
        {.name = "long", .title = "Long break", .interval = 60min, .rest = 5min, .active = 48min}};
    status.today = {{"micro", {{Outcome::done, 3}, {Outcome::natural, 1}}}, {"", {{Outcome::abandoned, 1}}}};
    status.never = {"butterfly"};
    return report;
}

Session full_session() {
    return {.id = 7,
            .break_id = "micro",
            .exercises = {"shoulder-rolls"},
            .phases = {{.exercise = "shoulder-rolls",
                        .name = "roll",
                        .text = "Roll the {side} shoulder.",
                        .kind = PhaseKind::hold,
                        .side = Side::left,
                        .rep = 2,
                        .reps = 5,
                        .length = 4s},
                       {.name = "leave-desk", .kind = PhaseKind::rest, .length = 90s}},
            .began = at(2h),
            .paused_for = 3s,
            .paused_at = at(2h + 9s),
            .skipped = -2s,
            .rest = 40s};
}

QVariant junk(std::mt19937& dice) {
    switch (dice() % 10) {
    case 0: return {};
    case 1: return QStringLiteral("x").repeated(1000);
    case 2: return std::numeric_limits<qlonglong>::min();
    case 3: return std::numeric_limits<qlonglong>::max();
    case 4: return QVariantMap{{"phases", 3}, {"name", QVariantList{1, "a"}}};
    case 5: return QVariantList{QVariantMap{{"rest", "long"}}, 1};
    case 6: return std::numeric_limits<double>::quiet_NaN();
    case 7: return QStringList{"a", ""};
    case 8: return QVariant::fromValue(QDBusArgument{});
    default:
        return QVariant::fromValue(
            QList<QVariantMap>{{{"length", std::numeric_limits<qlonglong>::max()}}, {}});
    }
}

} // namespace

TEST_CASE("a status survives the way over the bus") {
    const bus::StatusReport report = full_report();
    CHECK(bus::status_from_wire(bus::to_wire(report)) == report);
}

TEST_CASE("an empty status survives too, and unset instants leave no key") {
    const QVariantMap map = bus::to_wire(bus::StatusReport{});
    CHECK(bus::status_from_wire(map) == bus::StatusReport{});
    CHECK_FALSE(map.contains("paused_until"));
    CHECK_FALSE(map.contains("next_at"));
    CHECK_FALSE(map.contains("prompt"));
}

TEST_CASE("people's times of day are given in UTC besides") {
    const QVariantMap map = bus::to_wire(full_report());
    CHECK(map.value("paused_until").toLongLong() == 6LL * 3'600'000);
    CHECK(map.value("paused_until_utc").toLongLong() == (1'700'000'000LL + 3600) * 1000);
}

TEST_CASE("the next break is called by its title, or by its name where it has none") {
    bus::StatusReport report = full_report();
    CHECK(bus::to_wire(report).value("next_title").toString() == "Long break");
    for (RuleStatus& rule : report.status.rules)
        rule.title.clear();
    CHECK(bus::to_wire(report).value("next_title").toString() == "long");
}

TEST_CASE("a session survives with all its phases") {
    const auto session = bus::session_from_wire(bus::to_wire(full_session()));
    REQUIRE(session.has_value());
    CHECK(*session == full_session());
}

TEST_CASE("a session moved on while paused stands in the same phase for those who read it") {
    Session session = full_session();
    session.began = at(2h) + 300us;
    session.paused_for = 3s + 700us;
    session.paused_at = at(2h + 4s) + 1999us;
    session.skipped = 0s;
    session.skipped += cursor_at(session, *session.paused_at).left;
    REQUIRE(cursor_at(session, at(3h)).phase == 1);
    const auto read = bus::session_from_wire(bus::to_wire(session));
    REQUIRE(read.has_value());
    CHECK(cursor_at(*read, at(3h)).phase == 1);
    CHECK(cursor_at(*read, at(3h)).left > 89s);

    session.paused_at.reset();
    const auto running = bus::session_from_wire(bus::to_wire(session));
    REQUIRE(running.has_value());
    const Duration ahead = cursor_at(session, at(2h + 10s)).left - cursor_at(*running, at(2h + 10s)).left;
    CHECK(ahead >= 0s);
    CHECK(ahead <= 1ms);
}

TEST_CASE("without phases there is no session") {
    CHECK_FALSE(bus::session_from_wire({}).has_value());
    CHECK_FALSE(bus::session_from_wire({{"id", 3U}, {"phases", "none"}}).has_value());
}

TEST_CASE("problems survive") {
    const std::vector<settings::Problem> problems{
        {.file = "/etc/limber.toml",
         .line = 3,
         .column = 9,
         .key = "idle_after",
         .message = "Too long.",
         .hint = "h"},
        {.severity = settings::Problem::Severity::warning, .message = "The disk is full."}};
    CHECK(bus::problems_from_wire(QVariant::fromValue(bus::to_wire(problems))) == problems);
    CHECK(bus::problems_from_wire(QVariant{"nonsense"}).empty());
}

TEST_CASE("any value under any key is survived, and what is read is safe to calculate with") {
    std::mt19937 dice{20'240'301};
    const QVariantMap good = bus::to_wire(full_report());
    const QVariantMap session = bus::to_wire(full_session());
    for (int round = 0; round < 500; ++round) {
        QVariantMap status_map = good;
        for (const auto& key : good.keys()) {
            if (dice() % 2 == 0) status_map[key] = junk(dice);
        }
        const bus::StatusReport report = bus::as_of(bus::status_from_wire(status_map), at(20h));
        CHECK(report.status.arc <= arc_steps);
        CHECK(report.status.next_left >= 0s);

        QVariantMap session_map = session;
        for (const auto& key : session.keys()) {
            if (dice() % 2 == 0) session_map[key] = junk(dice);
        }
        if (const auto read = bus::session_from_wire(session_map)) {
            Duration sum{};
            for (const auto& phase : read->phases) {
                CHECK(phase.length >= 0s);
                sum += phase.length;
            }
            CHECK(sum <= read->phases.size() * Duration{24h});
        }
    }
}

TEST_CASE("active time that grows by itself is no news") {
    bus::StatusReport shown = full_report();
    shown.status.doing = Activity::working;
    shown.status.session.reset();
    bus::StatusReport now = bus::as_of(shown, shown.stamp.at + 3min);
    CHECK(now.status.rules[0].active == shown.status.rules[0].active + 3min);
    CHECK(now.status.next_left == shown.status.next_left - 3min);
    CHECK_FALSE(bus::says_more(now, shown));

    SUBCASE("a step of the arc is") {
        ++now.status.arc;
        CHECK(bus::says_more(now, shown));
    }
    SUBCASE("active time taken back is") {
        now.status.rules[1].active -= 2min;
        CHECK(bus::says_more(now, shown));
    }
    SUBCASE("a step of the wall clock is") {
        now.stamp.civil.utc += 1h;
        CHECK(bus::says_more(now, shown));
    }
    SUBCASE("another idle source is") {
        now.idle_source = "mutter";
        CHECK(bus::says_more(now, shown));
    }
}

TEST_CASE("while nobody is there, active time stands still") {
    bus::StatusReport shown = full_report();
    shown.status.doing = Activity::away;
    shown.status.next_at.reset();
    const bus::StatusReport later = bus::as_of(shown, shown.stamp.at + 3min);
    CHECK(later.status == shown.status);
    CHECK(later.stamp.civil.utc == shown.stamp.civil.utc + 3min);
}

TEST_CASE("local time of day follows the offset") {
    // 1 700 000 000 is 22:13:20 UTC
    CHECK(time_of_day(full_report(), at(5h)) == 0h + 13min);
    CHECK(time_of_day(full_report(), at(4h)) == 23h + 13min);
}
