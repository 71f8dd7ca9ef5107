// SPDX-License-Identifier: GPL-3.0-or-later
// One moment of a guided break, how the figure is held in it, and which moment shows best what an exercise
// is.
#pragma once

#include "core/exercise.hpp"
#include "core/time.hpp"
#include "poses/body.hpp"
#include "poses/figure_book.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <string>
#include <vector>

namespace limber::poses {

/// A phase and how far it has come.
struct FigureMoment {
    std::string pose;  ///< Exercise::pose; empty or unknown: a person standing calmly
    std::string phase; ///< SessionPhase::name; "leave-desk" without a pose: standing up and walking
    PhaseKind kind = PhaseKind::move;
    Side side = Side::none;
    double progress = 0; ///< of the phase, 0 … 1
    Duration length{};   ///< of the phase
    bool reduced_motion = false;
    Side side_before = Side::none; ///< of the phase before, if it was one of the same exercise

    bool operator==(const FigureMoment&) const = default;
};

/// What the book has for a moment.
struct Shown {
    const Figure* figure;   ///< null: nothing at all
    const Movement* motion; ///< null: the figure keeps still
};

[[nodiscard]] Shown shown_in(const FigureBook& book, const FigureMoment& moment);

/// Whether the whole picture is shown left to right.
[[nodiscard]] bool is_mirrored(const Figure& figure, Side side);

/// At another part of the phase than the moment's; without breathing.
[[nodiscard]] Pose pose_shown(const Shown& shown, const FigureMoment& moment, double progress);

/// At the moment, with its breath. With reduced motion: where the movement goes to.
[[nodiscard]] Pose pose_now(const Shown& shown, const FigureMoment& moment);

/// Where on the body it shines: a motion that is reflected has it on the other side.
[[nodiscard]] Vector3 glowing_place(const Glow& glow, const Shown& shown, const Body& body);

/// How the picture changes from this moment on, within the phase.
enum class Liveliness {
    still,     ///< the same until the phase ends: paint it once
    breathing, ///< a few pixels: a few pictures a second are enough
    moving
};

[[nodiscard]] Liveliness liveliness(const FigureBook& book, const FigureMoment& moment);

/// Every phase of the exercise once for each side it is played for.
[[nodiscard]] std::vector<FigureMoment> moments_of(const Exercise& exercise);

/// The one where most is felt, well into its movement; there must be one.
[[nodiscard]] FigureMoment telling_moment(const std::vector<FigureMoment>& moments, const FigureBook& book);

} // namespace limber::poses
