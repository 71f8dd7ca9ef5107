// SPDX-License-Identifier: GPL-3.0-or-later
// A figure: how one exercise is seen, and which poses each of its phases goes through.
#pragma once

#include "core/exercise.hpp"
#include "core/time.hpp"
#include "poses/pose.hpp"

#include <QPointF>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::poses {

/// From where the figure is seen, and what of it is in the picture.
struct Lookout {
    double turn = 0;        ///< degrees: 0 from the front, 90 its right side (it faces right), 180 the back
    double tilt = 5;        ///< degrees from above; 90 straight down
    QPointF centre{0, 0.5}; ///< middle of the picture, in body heights
    double height = 1.2;    ///< of the picture, in body heights
    bool operator==(const Lookout&) const = default;
};

/// Something soft that shines where the work is felt, as strongly as the pose's effort.
struct Glow {
    std::string at; ///< one of place_names()
    double size = 0.1;
};

/// Shows where the movement goes. It follows a joint, or goes from point to point.
struct Arrow {
    std::string follow;          ///< one of place_names(); empty: `from` to `to`
    std::vector<QPointF> points; ///< in body heights, relative to the picture's middle
    QPointF shift;               ///< right, up
    double stretch = 1;          ///< of a path that would be too short to see
};

struct Segment {
    Pose from;
    Pose to;
    bool stays = false; ///< both are one key
};

enum class Ease {
    each,    ///< comes to rest at each pose
    through, ///< passes the inner poses without a stop
    swing    ///< also the first and the last: there and back like a pendulum
};

/// What a phase looks like: poses at their times, 0 … 1.
struct Movement {
    std::string phase;
    std::vector<Segment> segments; ///< one less than poses; empty: `still` all the time
    Pose still;
    std::vector<double> times; ///< one more than segments
    Ease ease = Ease::each;
    bool reflected = false;  ///< so are the places that glow
    bool round_trip = false; ///< ends in the key it began in
    Duration cycle{};        ///< goes round again each time; zero: once a phase
    std::vector<Arrow> arrows;
};

struct Figure {
    std::string name;
    Lookout lookout;
    std::optional<Lookout> inset;
    Side drawn_for = Side::none; ///< phases for the other side show the whole picture mirrored
    double seat = 0;             ///< height of a stool; 0: none
    bool blades = false;         ///< shoulder blades are drawn
    bool steady_head = false;    ///< an outline says that the head stays
    std::vector<Glow> glows;
    Pose still; ///< for a phase without a motion
    std::vector<Movement> motions;
};

/// 0 … 1, whatever came.
[[nodiscard]] double clean_progress(double progress);

/// Null when the figure has no picture of its own for this phase.
[[nodiscard]] const Movement* find_motion(const Figure& figure, std::string_view phase);

/// Whether the pose changes at this part of the phase.
[[nodiscard]] bool moves_at(const Movement& motion, double progress);

/// From this part of the phase on the pose does not change any more; 1: it moves to the end.
[[nodiscard]] double still_from(const Movement& motion);

/// The pose at this part of a phase of this length, breathing not included.
[[nodiscard]] Pose pose_at(const Movement& motion, double progress, Duration length);

} // namespace limber::poses
