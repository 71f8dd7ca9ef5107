// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and problems as D-Bus values.
#include "core/exercise.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "settings/problem.hpp"
#include "wire.hpp"
#include "wire_values.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace limber {

using settings::Problem;

namespace {

using namespace wire;

/// More phases than any sitting has; who reads a session adds their lengths up.
constexpr std::size_t most_phases = 10'000;
constexpr Duration longest_phase = std::chrono::hours{24};

QVariantMap wire_of(const SessionPhase& phase) {
    return {
        {"exercise", text(phase.exercise)},
        {"name", text(phase.name)},
        {"title", text(phase.title)},
        {"text", text(phase.text)},
        {"kind", word(phase.kind)},
        {"side", word(phase.side)},
        {"rep", phase.rep},
        {"reps", phase.reps},
        {"length", milliseconds(phase.length)},
    };
}

SessionPhase phase_from(const QVariantMap& map) {
    return {
        .exercise = read_text(map, "exercise").value_or(""),
        .name = read_text(map, "name").value_or(""),
        .text = read_text(map, "text").value_or(""),
        .kind = read_word(map, "kind", PhaseKind::move),
        .side = read_word(map, "side", Side::none),
        .rep = read_count(map, "rep"),
        .reps = read_count(map, "reps"),
        .length = std::clamp(read_duration(map, "length").value_or(Duration{}), Duration{}, longest_phase),
        .title = read_text(map, "title").value_or(""),
    };
}

} // namespace

// Whole milliseconds, rounded so that a session is never behind itself: one that was moved to a phase's
// beginning while paused would else stand in the last instant of the phase before.
QVariantMap to_wire(const Session& session) {
    using Whole = std::chrono::milliseconds;
    const auto floored = [](Duration length) { return std::chrono::floor<Whole>(length); };
    const Duration origin = session.began.time_since_epoch() + session.paused_for - session.skipped;
    const Duration skipped =
        floored(session.began.time_since_epoch()) + floored(session.paused_for) - floored(origin);
    QList<QVariantMap> phases;
    for (const auto& phase : session.phases) {
        phases.append(wire_of(phase));
    }
    QVariantMap map{
        {"id", session.id},
        {"rule", text(session.break_id)},
        {"exercises", texts(session.exercises)},
        {"phases", QVariant::fromValue(phases)},
        {"began", milliseconds(session.began)},
        {"paused_for", milliseconds(session.paused_for)},
        {"skipped", milliseconds(skipped)},
        {"rest", milliseconds(session.rest)},
    };
    if (session.paused_at)
        map.insert("paused_at", milliseconds(std::chrono::ceil<Whole>(*session.paused_at)));
    return map;
}

std::optional<Session> session_from_wire(const QVariantMap& map) {
    Session session;
    for (const auto& phase : maps_of(map.value("phases"))) {
        if (session.phases.size() < most_phases) session.phases.push_back(phase_from(phase));
    }
    if (session.phases.empty()) return std::nullopt;
    session.id = read_id(map, "id");
    session.break_id = read_text(map, "rule").value_or("");
    session.exercises = read_texts(map, "exercises");
    session.began = read_instant(map, "began").value_or(Instant{});
    session.paused_for = std::max(read_duration(map, "paused_for").value_or(Duration{}), Duration{});
    session.paused_at = read_instant(map, "paused_at");
    session.skipped = read_duration(map, "skipped").value_or(Duration{});
    session.rest = std::max(read_duration(map, "rest").value_or(Duration{}), Duration{});
    return session;
}

QList<QVariantMap> to_wire(const std::vector<Problem>& problems) {
    QList<QVariantMap> list;
    for (const auto& problem : problems) {
        list.append({
            {"severity", problem.severity == Problem::Severity::error ? "error" : "warning"},
            {"file", text(problem.file)},
            {"line", problem.line},
            {"column", problem.column},
            {"key", text(problem.key)},
            {"message", text(problem.message)},
            {"hint", text(problem.hint)},
        });
    }
    return list;
}

std::vector<Problem> problems_from_wire(const QVariant& list) {
    std::vector<Problem> problems;
    for (const auto& map : maps_of(list)) {
        problems.push_back({
            .severity = read_text(map, "severity") == "warning" ? Problem::Severity::warning
                                                                : Problem::Severity::error,
            .file = read_text(map, "file").value_or(""),
            .line = read_count(map, "line"),
            .column = read_count(map, "column"),
            .key = read_text(map, "key").value_or(""),
            .message = read_text(map, "message").value_or(""),
            .hint = read_text(map, "hint").value_or(""),
        });
    }
    return problems;
}

} // namespace limber
