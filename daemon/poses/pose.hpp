// SPDX-License-Identifier: GPL-3.0-or-later
// How a body is held, as numbers. Lengths are in body heights, angles in degrees. Points and directions of a
// limb are (out, up, forward): away from the midline, so that both sides are written alike.
#pragma once

#include "poses/space.hpp"

#include <array>

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

inline const Limb hanging{.shift = {}, .end = {}, .aside = {0, 0, 1}, .reach = {}, .bend = {0.3F, -0.2F, -1}};
inline const Limb straight{.shift = {},
                           .upper = {0, -1, 0},
                           .lower = {0, -1, 0},
                           .end = {0.15F, 0, 1},
                           .aside = {0, -1, 0},
                           .reach = {},
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

} // namespace limber::poses
