// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/pose.hpp"

#include <QVector3D>

#include <cmath>
#include <utility>

namespace limber {
namespace {

QVector3D mixed(const QVector3D& from, const QVector3D& to, float part) {
    return from + (to - from) * part;
}

/// Turns one direction into another at an even pace; lengths do not matter.
QVector3D turned(const QVector3D& from, const QVector3D& to, float part) {
    if (from.isNull() || to.isNull()) return part < 0.5F ? from : to;
    const QVector3D a = from.normalized();
    const QVector3D b = to.normalized();
    const float angle = std::acos(std::fmax(-1.0F, std::fmin(1.0F, QVector3D::dotProduct(a, b))));
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
    other.pelvis.setX(-pose.pelvis.x());
    other.head_glide.setX(-pose.head_glide.x());
    for (QVector3D* const turn : {&other.pelvis_turn, &other.trunk_turn, &other.head_turn}) {
        turn->setY(-turn->y());
        turn->setZ(-turn->z());
    }
    std::swap(other.arm[left_side], other.arm[right_side]);
    std::swap(other.leg[left_side], other.leg[right_side]);
    // points of the room are written from its middle, outward for either side
    return other;
}

} // namespace limber
