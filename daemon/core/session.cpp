// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.hpp"

#include "plan.hpp"

#include <algorithm>

namespace limber {

namespace {

Side other(Side side) {
    switch (side) {
    case Side::left: return Side::right;
    case Side::right: return Side::left;
    default: return side;
    }
}

void play(const Exercise& exercise, const Block& block, int rep, bool mirrored,
          std::vector<SessionPhase>& phases) {
    for (const Phase& phase : block.phases) {
        phases.push_back({exercise.id, phase.name, phase.text, phase.kind,
                          mirrored ? other(phase.side) : phase.side, rep, block.reps, phase.length,
                          phase.title});
    }
}

/// Place on the session's own time line.
Duration position(const Session& session, Instant at) {
    return elapsed_in(session, at) + session.skipped;
}

} // namespace

Duration length_of(const Session& session) {
    Duration total{};
    for (const SessionPhase& phase : session.phases) {
        total += phase.length;
    }
    return total;
}

Duration elapsed_in(const Session& session, Instant at) {
    const Instant until = session.paused_at ? std::min(*session.paused_at, at) : at;
    return std::max(Duration::zero(), until - session.began - session.paused_for);
}

Cursor cursor_at(const Session& session, Instant at) {
    Cursor cursor;
    const Duration total = length_of(session);
    const Duration place = std::clamp(position(session, at), Duration::zero(), total);
    cursor.total_left = total - place;
    cursor.done = session.phases.empty() || place >= total;
    Duration begins{};
    for (std::size_t i = 0; i < session.phases.size(); ++i) {
        const SessionPhase& phase = session.phases[i];
        const bool last = i + 1 == session.phases.size();
        if (place < begins + phase.length || last) {
            cursor.phase = i;
            cursor.left = begins + phase.length - place;
            cursor.progress = phase.length > Duration::zero()
                                  ? 1.0 - static_cast<double>(cursor.left.count()) /
                                              static_cast<double>(phase.length.count())
                                  : 1.0;
            break;
        }
        begins += phase.length;
    }
    return cursor;
}

Instant end_of(const Session& session) {
    if (session.paused_at) {
        return never;
    }
    return session.began + session.paused_for + (length_of(session) - session.skipped);
}

Instant next_phase_at(const Session& session, Instant at) {
    const Cursor cursor = cursor_at(session, at);
    return session.paused_at || cursor.done ? never : at + cursor.left;
}

std::vector<SessionPhase> phases_of(const Plan& plan, const std::vector<std::string>& exercises,
                                    Duration rest) {
    std::vector<SessionPhase> phases;
    Duration total{};
    for (const std::string& id : exercises) {
        const Exercise* exercise = find_exercise(plan, id);
        if (exercise == nullptr) {
            continue;
        }
        total += length_of(*exercise);
        for (const Block& block : exercise->blocks) {
            for (int rep = 1; rep <= block.reps; ++rep) {
                play(*exercise, block, rep, false, phases);
                if (block.mirror) {
                    play(*exercise, block, rep, true, phases);
                }
            }
        }
    }
    // without any exercise the break itself is the rest, however short
    if (rest - total >= shortest_leave || (phases.empty() && rest > Duration::zero())) {
        phases.push_back({{}, "leave-desk", {}, PhaseKind::hold, Side::none, 1, 1, rest - total});
    }
    return phases;
}

} // namespace limber
