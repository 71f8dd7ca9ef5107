// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.hpp"

#include "wire_members.hpp"

#include <QDBusMetaType>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace limber::bus {
namespace {

/// More phases than any sitting has; who reads a session adds their lengths up.
constexpr std::size_t most_phases = 10'000;
constexpr Duration longest_phase = std::chrono::hours{24};

bool near(Duration a, Duration b) {
    return a - b < std::chrono::seconds{1} && b - a < std::chrono::seconds{1};
}

/// Without what as_of() foretells.
Status standing(Status status) {
    status.next_left = {};
    status.next_at.reset();
    for (auto& rule : status.rules) {
        rule.active = {};
    }
    return status;
}

/// In whole milliseconds, rounded so that a session is never behind itself: one that was moved to a phase's
/// beginning while paused would else stand in the last instant of the phase before.
Session in_milliseconds(Session session) {
    using Whole = std::chrono::milliseconds;
    const auto floored = [](Duration length) { return std::chrono::floor<Whole>(length); };
    const Duration origin = session.began.time_since_epoch() + session.paused_for - session.skipped;
    session.skipped =
        floored(session.began.time_since_epoch()) + floored(session.paused_for) - floored(origin);
    if (session.paused_at) session.paused_at = std::chrono::ceil<Whole>(*session.paused_at);
    return session;
}

} // namespace

void register_wire_types() {
    qDBusRegisterMetaType<QList<QVariantMap>>();
}

QVariantMap to_wire(const StatusReport& report) {
    const Stamp& stamp = report.stamp;
    Status status = report.status;
    status.session.reset(); // a property of its own
    QVariantMap map = ToWire{&stamp}.map(status);
    map.insert(ToWire{}.map(report));
    if (report.ended && !report.ended->outcome) {
        QVariantMap ended = map.value("ended").toMap();
        ended.insert("outcome", "cut");
        map.insert("ended", ended);
    }
    map.insert("at", milliseconds(stamp.at));
    map.insert("utc", milliseconds(stamp.civil.utc.time_since_epoch()));
    map.insert("offset", milliseconds(stamp.civil.offset));
    map.insert("next_title", text(title_of(status, status.next_break)));
    map.insert("arc_steps", arc_steps);
    return map;
}

StatusReport status_from_wire(const QVariantMap& map) {
    auto report = from_wire<StatusReport>(map);
    report.status = from_wire<Status>(map);
    report.status.session.reset();
    report.status.arc = std::min(report.status.arc, arc_steps);
    take(map.value("at"), report.stamp.at);
    // a Unix time fits 64 bits of nanoseconds until 2262
    report.stamp.civil.utc = Utc{std::chrono::milliseconds{
        std::clamp<qlonglong>(number_in(map.value("utc")).value_or(0), 0, qlonglong{8'000'000'000} * 1'000)}};
    report.stamp.civil.offset =
        std::chrono::floor<std::chrono::seconds>(duration_in(map.value("offset")).value_or(Duration{}));
    return report;
}

QVariantMap to_wire(const Session& session) {
    return ToWire{}.map(in_milliseconds(session));
}

std::optional<Session> session_from_wire(const QVariantMap& map) {
    auto session = from_wire<Session>(map);
    if (session.phases.empty()) return std::nullopt;
    if (session.phases.size() > most_phases) session.phases.resize(most_phases);
    for (SessionPhase& phase : session.phases)
        phase.length = std::clamp(phase.length, Duration{}, longest_phase);
    session.paused_for = std::max(session.paused_for, Duration{});
    session.rest = std::max(session.rest, Duration{});
    return session;
}

QList<QVariantMap> to_wire(const std::vector<settings::Problem>& problems) {
    return ToWire{}.maps(problems);
}

std::vector<settings::Problem> problems_from_wire(const QVariant& list) {
    std::vector<settings::Problem> problems;
    take(list, problems);
    return problems;
}

QList<QVariantMap> to_wire(const std::vector<Finding>& findings) {
    return ToWire{}.maps(findings);
}

std::vector<Finding> findings_from_wire(const QVariant& list) {
    std::vector<Finding> findings;
    take(list, findings);
    return findings;
}

StatusReport as_of(StatusReport report, Instant at) {
    const Duration passed = std::max(at - report.stamp.at, Duration{});
    if (report.status.next_at) {
        for (auto& rule : report.status.rules) {
            rule.active += passed;
        }
        report.status.next_left = std::max(report.status.next_left - passed, Duration{});
    }
    report.stamp.civil = civil_at(report.stamp, report.stamp.at + passed);
    report.stamp.at += passed;
    return report;
}

bool says_more(const StatusReport& now, const StatusReport& shown) {
    const StatusReport expected = as_of(shown, now.stamp.at);
    if (now.version != shown.version || now.idle_source != shown.idle_source ||
        now.inhibitor_aware != shown.inhibitor_aware || now.inhibited != shown.inhibited ||
        now.titles != shown.titles || now.ended != shown.ended) {
        return true;
    }
    if (now.stamp.civil.offset != shown.stamp.civil.offset ||
        !near(now.stamp.civil.utc - expected.stamp.civil.utc, Duration{})) {
        return true;
    }
    if (standing(now.status) != standing(shown.status) ||
        now.status.next_at.has_value() != shown.status.next_at.has_value()) {
        return true;
    }
    if (!now.status.next_at) return false;
    if (!near(now.status.next_left, expected.status.next_left)) return true;
    return !std::ranges::equal(
        now.status.rules, expected.status.rules,
        [](const RuleStatus& a, const RuleStatus& b) { return near(a.active, b.active); });
}

std::chrono::local_time<std::chrono::minutes> clock_minute(const StatusReport& report, Instant at) {
    const auto local = local_time(civil_at(report.stamp, at));
    return at > report.stamp.at ? std::chrono::round<std::chrono::minutes>(local)
                                : std::chrono::floor<std::chrono::minutes>(local);
}

std::chrono::minutes time_of_day(const StatusReport& report, Instant at) {
    const auto minute = clock_minute(report, at);
    return minute - std::chrono::floor<std::chrono::days>(minute);
}

} // namespace limber::bus
