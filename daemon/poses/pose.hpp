// SPDX-License-Identifier: GPL-3.0-or-later
// How a body is held, as numbers; and a figure: how one exercise is seen, and which poses each of its
// phases goes through. Lengths are in body heights, angles in degrees. Points and directions of a limb are
// (out, up, forward): away from the midline, so that both sides are written alike.
#pragma once

#include "core/exercise.hpp"
#include "core/time.hpp"
#include "poses/space.hpp"

#include <QPointF>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::poses {

/// What a hand or a foot stays at while the rest of the body moves.
enum class Anchor {
    none,   ///< the limb is given by the directions of its parts
    floor,  ///< a point of the room, which does not turn with the body
    chest,  ///< a point of the rib cage, from the middle between the shoulders
    pelvis, ///< a point of the pelvis, from the middle between the hips
    head    ///< a point of the head, from its middle
};

struct Limb {
    Vector3 shift; ///< of the shoulder or hip from where it rests
    Vector3 upper{0.04F, -1, 0};
    Vector3 lower{0.02F, -1, 0.1F};
    Vector3 end;   ///< hand or foot; zero: goes on where the forearm points
    Vector3 aside; ///< where the thumb points, or the sole
    Anchor on = Anchor::none;
    Vector3 reach;    ///< wrist or ankle, seen from the anchor
    Vector3 bend;     ///< where elbow or knee points, when anchored
    float spread = 0; ///< fingers: 0 closed, 1 wide
    float curl = 0;   ///< fingers: 0 straight, 1 a fist
};

inline const Limb hanging{.aside = {0, 0, 1}, .bend = {0.3F, -0.2F, -1}};
inline const Limb straight{.upper = {0, -1, 0},
                           .lower = {0, -1, 0},
                           .end = {0.15F, 0, 1},
                           .aside = {0, -1, 0},
                           .bend = {0.1F, 0, 1}};

/// Turns are (forward, to the left, turned to the left).
struct Pose {
    Vector3 pelvis{0, 0.53F, 0}; ///< (to the left, up, forward)
    Vector3 pelvis_turn;
    Vector3 trunk_turn; ///< of the chest in the room
    Vector3 head_turn;  ///< against the chest
    Vector3 head_glide;
    float roll = -90; ///< shoulders on their circle: -90 at rest, 0 in front, 90 up, 180 behind
    float effort = 0; ///< how strongly the working part shines, 0 … 1
    float lids = 0;   ///< 1: the eyes are closed
    float breath = 0; ///< -1 … 1, set while holding
    std::array<Limb, 2> arm{hanging, hanging};
    std::array<Limb, 2> leg{straight, straight};
};

inline constexpr int left_side = 0;
inline constexpr int right_side = 1;

/// The pose between two, 0 … 1. A limb that is anchored in one of them must be so in the other, in the same
/// way: see made_alike().
[[nodiscard]] Pose between(const Pose& from, const Pose& to, float part);

/// Left and right exchanged.
[[nodiscard]] Pose reflected(const Pose& pose);

/// 0 … 1 with no speed at either end.
[[nodiscard]] constexpr double smoothstep(double t) {
    const double x = t < 0 ? 0 : t > 1 ? 1 : t;
    return x * x * (3 - 2 * x);
}

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
