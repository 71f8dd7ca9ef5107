// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/pose.hpp"

#include "poses/space.hpp"

#include <cmath>
#include <utility>

namespace limber::poses {
namespace {

Vector3 mixed(const Vector3& from, const Vector3& to, float part) {
    return from + (to - from) * part;
}

/// Turns one direction into another at an even pace; lengths do not matter.
Vector3 turned(const Vector3& from, const Vector3& to, float part) {
    if (from.is_zero() || to.is_zero()) return part < 0.5F ? from : to;
    const Vector3 a = from.normalized();
    const Vector3 b = to.normalized();
    const float angle = std::acos(std::fmax(-1.0F, std::fmin(1.0F, dot(a, b))));
    const float sine = std::sin(angle);
    if (sine < 1e-3F) return mixed(a, b, part);
    return (a * std::sin((1 - part) * angle) + b * std::sin(part * angle)) / sine;
}

Limb between_limbs(const Limb& from, const Limb& to, float part) {
    Limb limb = part < 0.5F ? from : to;
    limb.shift = mixed(from.shift, to.shift, part);
    limb.upper = turned(from.upper, to.upper, part);
    limb.lower = turned(from.lower, to.lower, part);
    limb.end = turned(from.end, to.end, part);
    limb.aside = turned(from.aside, to.aside, part);
    limb.reach = mixed(from.reach, to.reach, part);
    limb.bend = turned(from.bend, to.bend, part);
    limb.spread = std::lerp(from.spread, to.spread, part);
    limb.curl = std::lerp(from.curl, to.curl, part);
    return limb;
}

} // namespace

Pose between(const Pose& from, const Pose& to, float part) {
    Pose pose = from;
    pose.pelvis = mixed(from.pelvis, to.pelvis, part);
    pose.pelvis_turn = mixed(from.pelvis_turn, to.pelvis_turn, part);
    pose.trunk_turn = mixed(from.trunk_turn, to.trunk_turn, part);
    pose.head_turn = mixed(from.head_turn, to.head_turn, part);
    pose.head_glide = mixed(from.head_glide, to.head_glide, part);
    pose.roll = std::lerp(from.roll, to.roll, part);
    pose.effort = std::lerp(from.effort, to.effort, part);
    pose.lids = std::lerp(from.lids, to.lids, part);
    pose.breath = std::lerp(from.breath, to.breath, part);
    for (const int side : {left_side, right_side}) {
        pose.arm[side] = between_limbs(from.arm[side], to.arm[side], part);
        pose.leg[side] = between_limbs(from.leg[side], to.leg[side], part);
    }
    return pose;
}

Pose reflected(const Pose& pose) {
    Pose other = pose;
    other.pelvis.set_x(-pose.pelvis.x());
    other.head_glide.set_x(-pose.head_glide.x());
    for (Vector3* const turn : {&other.pelvis_turn, &other.trunk_turn, &other.head_turn}) {
        turn->set_y(-turn->y());
        turn->set_z(-turn->z());
    }
    std::swap(other.arm[left_side], other.arm[right_side]);
    std::swap(other.leg[left_side], other.leg[right_side]);
    // points of the room are written from its middle, outward for either side
    return other;
}

} // namespace limber::poses
