// SPDX-License-Identifier: GPL-3.0-or-later
// A guided session as data, and its position as a pure function shared by daemon, window and command line.
#pragma once

#include "exercise.hpp"
#include "time.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace limber {

struct Plan;

/// One phase as it is played: repetitions and mirrored sides written out, "{side}" still in the text.
struct SessionPhase {
    std::string exercise; ///< id; empty for "leave the desk"
    std::string name;
    std::string text;
    PhaseKind kind = PhaseKind::move;
    Side side = Side::none;
    int rep = 1;
    int reps = 1;
    Duration length{};
    std::string title; ///< what a person reads as its name; empty: the name
};

using SessionId = std::uint32_t;

struct Session {
    SessionId id = 0;
    std::string break_id; ///< empty when started for one exercise
    std::vector<std::string> exercises;
    std::vector<SessionPhase> phases;
    Instant began{};
    Duration paused_for{};            ///< pauses that are over
    std::optional<Instant> paused_at; ///< set while paused
    Duration skipped{};               ///< moved ahead by "next", back by "repeat"
    Duration rest{};                  ///< of its rule; 0 without one
};

/// Where a session stands. `done` once the last phase is over; then phase is the last one and left is 0.
struct Cursor {
    std::size_t phase = 0;
    double progress = 0; ///< of the phase, 0 … 1
    Duration left{};     ///< of the phase
    Duration total_left{};
    bool done = false;
};

[[nodiscard]] Cursor cursor_at(const Session& session, Instant at);

[[nodiscard]] Duration length_of(const Session& session);

/// Time spent in it, pauses left out.
[[nodiscard]] Duration elapsed_in(const Session& session, Instant at);

/// When its last phase ends if nobody steers it; `never` while paused.
[[nodiscard]] Instant end_of(const Session& session);

/// The instant its present phase ends, `never` while paused or after the end. For those who show phases.
[[nodiscard]] Instant next_phase_at(const Session& session, Instant at);

/// The shortest "leave the desk" phase.
inline constexpr Duration shortest_leave = std::chrono::seconds{60};

/// The phases of these exercises in order; if at least that much of `rest` remains, one "leave the desk"
/// phase (no exercise, name "leave-desk", empty text) of that length.
[[nodiscard]] std::vector<SessionPhase> phases_of(const Plan& plan, const std::vector<std::string>& exercises,
                                                  Duration rest);

} // namespace limber
