// SPDX-License-Identifier: GPL-3.0-or-later
// Where every joint is, found from a pose. x: to the figure's left, y: up, z: where it faces when not turned.
#pragma once

#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <array>
#include <span>
#include <string_view>

namespace limber::poses {

/// Lengths as fractions of the body's height (after Drillis and Contini).
namespace proportion {
inline constexpr float upper_arm = 0.186F;
inline constexpr float forearm = 0.146F;
inline constexpr float thigh = 0.245F;
inline constexpr float shank = 0.246F;
inline constexpr float shoulder = 0.124F; ///< half the width
inline constexpr float hip = 0.058F;      ///< half the width, between the middles of the thighs
inline constexpr float loin = 0.110F;     ///< pelvis to waist
inline constexpr float ribs = 0.178F;     ///< waist to the shoulders' height
inline constexpr float ankle = 0.039F;    ///< above the floor
} // namespace proportion

struct LimbJoints {
    Vector3 root;   ///< shoulder or hip
    Vector3 middle; ///< elbow or knee
    Vector3 end;    ///< wrist or ankle
    Vector3 along;  ///< direction of hand or foot
    Vector3 aside;  ///< direction of the thumb or the sole, upright to `along`
};

struct Body {
    Vector3 pelvis;
    Vector3 waist;
    Vector3 chest; ///< middle between the shoulders at rest
    Vector3 neck;  ///< where the head turns
    Vector3 head;  ///< its middle
    Rotation pelvis_turned;
    Rotation waist_turned;
    Rotation chest_turned;
    Rotation head_turned;
    std::array<LimbJoints, 2> arm;
    std::array<LimbJoints, 2> leg;
};

[[nodiscard]] Body body_of(const Pose& pose);

/// Names of places of a body, for pose files: "head", "left elbow", …
[[nodiscard]] std::span<const std::string_view> place_names();

/// Where a place of this name is. The name must be one of place_names().
[[nodiscard]] Vector3 place_named(const Body& body, std::string_view name);

/// Changes how two poses are written, not how they look, until between() can go from one to the other.
void made_alike(Pose& from, Pose& to);

} // namespace limber::poses
