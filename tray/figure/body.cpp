// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/body.hpp"

#include "figure/pose.hpp"

#include <QQuaternion>
#include <QVector3D>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <string_view>

namespace limber {
namespace {

/// Half axes of the circle of the shoulders, forward and up.
constexpr float roll_forward = 0.026F;
constexpr float roll_up = 0.027F;
constexpr float breath_height = 0.003F;

QQuaternion orientation(const QVector3D& turn) {
    return QQuaternion::fromAxisAndAngle(0, 1, 0, turn.z()) *
           QQuaternion::fromAxisAndAngle(0, 0, 1, -turn.y()) *
           QQuaternion::fromAxisAndAngle(1, 0, 0, turn.x());
}

QVector3D sided(const QVector3D& own, int side) {
    return side == left_side ? own : QVector3D{-own.x(), own.y(), own.z()};
}

struct Frame {
    QVector3D origin;
    QQuaternion turned;

    [[nodiscard]] QVector3D point(const QVector3D& own, int side) const {
        return origin + turned.rotatedVector(sided(own, side));
    }

    [[nodiscard]] QVector3D direction(const QVector3D& own, int side) const {
        return turned.rotatedVector(sided(own, side)).normalized();
    }

    [[nodiscard]] QVector3D own_point(const QVector3D& world, int side) const {
        return sided(turned.conjugated().rotatedVector(world - origin), side);
    }

    [[nodiscard]] QVector3D own_direction(const QVector3D& world, int side) const {
        return sided(turned.conjugated().rotatedVector(world), side);
    }
};

Frame frame_of(const Body& body, Anchor anchor) {
    switch (anchor) {
    case Anchor::chest: return {body.chest, body.chest_turned};
    case Anchor::pelvis: return {body.pelvis, body.pelvis_turned};
    case Anchor::head: return {body.head, body.head_turned};
    case Anchor::none:
    case Anchor::floor: break;
    }
    return {};
}

/// Directions follow the body as it is turned, not as it is bent: "down" stays down.
Frame turned_only(float degrees) {
    return {{}, QQuaternion::fromAxisAndAngle(0, 1, 0, degrees)};
}

QVector3D upright_to(const QVector3D& along, const QVector3D& wish) {
    QVector3D rest = wish - along * QVector3D::dotProduct(wish, along);
    if (rest.lengthSquared() < 1e-4F) {
        const QVector3D other = std::fabs(along.y()) < 0.9F ? QVector3D{0, 1, 0} : QVector3D{0, 0, 1};
        rest = other - along * QVector3D::dotProduct(other, along);
    }
    return rest.normalized();
}

struct Lengths {
    float upper;
    float lower;
};

/// Two bones from the root to `goal`; out of reach, they point to it.
void bend_to(LimbJoints& joints, const QVector3D& goal, const QVector3D& bend, Lengths lengths) {
    QVector3D way = goal - joints.root;
    const float shortest = std::fabs(lengths.upper - lengths.lower) + 0.002F;
    const float longest = (lengths.upper + lengths.lower) * 0.9995F;
    const float distance = std::clamp(way.length(), shortest, longest);
    way.normalize();
    const float along =
        (lengths.upper * lengths.upper - lengths.lower * lengths.lower + distance * distance) /
        (2 * distance);
    const float off = std::sqrt(std::fmax(0.0F, lengths.upper * lengths.upper - along * along));
    joints.middle = joints.root + way * along + upright_to(way, bend) * off;
    joints.end = joints.root + way * distance;
}

LimbJoints joints_of(const Limb& limb, int side, const QVector3D& root, const Frame& anchor,
                     const Frame& turned, Lengths lengths) {
    LimbJoints joints{.root = root, .middle = {}, .end = {}, .along = {}, .aside = {}};
    const Frame& frame = limb.on == Anchor::none ? turned : anchor;
    if (limb.on == Anchor::none) {
        joints.middle = root + turned.direction(limb.upper, side) * lengths.upper;
        joints.end = joints.middle + turned.direction(limb.lower, side) * lengths.lower;
    } else {
        bend_to(joints, anchor.point(limb.reach, side), anchor.direction(limb.bend, side), lengths);
    }
    joints.along =
        limb.end.isNull() ? (joints.end - joints.middle).normalized() : frame.direction(limb.end, side);
    joints.aside = upright_to(joints.along, frame.direction(limb.aside, side));
    return joints;
}

constexpr Lengths arm_lengths{proportion::upper_arm, proportion::forearm};
constexpr Lengths leg_lengths{proportion::thigh, proportion::shank};

/// Writes a limb as anchored in the room, looking the same.
void set_down(Limb& limb, const LimbJoints& joints, int side, const Frame& frame) {
    const Frame room;
    const QVector3D way = (joints.end - joints.root).normalized();
    const QVector3D off = joints.middle - joints.root;
    const QVector3D bend = off - way * QVector3D::dotProduct(off, way);
    limb.bend = bend.length() > 0.004F ? room.own_direction(bend.normalized(), side)
                                       : room.own_direction(frame.direction(limb.bend, side), side);
    limb.reach = room.own_point(joints.end, side);
    limb.end = room.own_direction(joints.along, side);
    limb.aside = room.own_direction(joints.aside, side);
    limb.on = Anchor::floor;
}

void alike(Limb& from, Limb& to, const LimbJoints& from_joints, const LimbJoints& to_joints, int side,
           const Frame& from_frame, const Frame& to_frame) {
    if (from.on != to.on) {
        set_down(from, from_joints, side, from_frame);
        set_down(to, to_joints, side, to_frame);
    } else if (from.end.isNull() != to.end.isNull()) {
        if (from.end.isNull()) from.end = from_frame.own_direction(from_joints.along, side);
        if (to.end.isNull()) to.end = to_frame.own_direction(to_joints.along, side);
    }
}

} // namespace

Body body_of(const Pose& pose) {
    Body body;
    body.pelvis = pose.pelvis;
    body.pelvis_turned = orientation(pose.pelvis_turn);
    body.chest_turned = orientation(pose.trunk_turn);
    body.waist_turned = QQuaternion::slerp(body.pelvis_turned, body.chest_turned, 0.5F);
    body.waist = body.pelvis + body.pelvis_turned.rotatedVector({0, proportion::loin, 0});
    body.chest = body.waist + QQuaternion::slerp(body.pelvis_turned, body.chest_turned, 0.75F)
                                  .rotatedVector({0, proportion::ribs + pose.breath * breath_height, 0});
    body.head_turned = body.chest_turned * orientation(pose.head_turn);
    body.neck = body.chest + body.chest_turned.rotatedVector(QVector3D{0, 0.048F, -0.006F});
    body.head = body.neck + body.chest_turned.rotatedVector(pose.head_glide) +
                body.head_turned.rotatedVector({0, 0.072F, 0.014F});

    const float angle = pose.roll * std::numbers::pi_v<float> / 180;
    const QVector3D rolled{0, roll_up * (1 + std::sin(angle)), roll_forward * std::cos(angle)};
    const Frame arms_turned = turned_only(pose.trunk_turn.z());
    const Frame legs_turned = turned_only(pose.pelvis_turn.z());
    const Frame chest = frame_of(body, Anchor::chest);
    const Frame pelvis = frame_of(body, Anchor::pelvis);
    for (const int side : {left_side, right_side}) {
        const Limb& arm = pose.arm[side];
        const Limb& leg = pose.leg[side];
        const QVector3D shoulder = QVector3D{proportion::shoulder, 0, 0} + arm.shift + rolled;
        const QVector3D hip = QVector3D{proportion::hip, 0, 0} + leg.shift;
        body.arm[side] = joints_of(arm, side, chest.point(shoulder, side), frame_of(body, arm.on),
                                   arms_turned, arm_lengths);
        body.leg[side] =
            joints_of(leg, side, pelvis.point(hip, side), frame_of(body, leg.on), legs_turned, leg_lengths);
    }
    return body;
}

std::span<const std::string_view> place_names() {
    static constexpr std::array<std::string_view, 26> names{
        "head",           "face",        "neck",        "breastbone",  "back",          "waist",
        "loin",           "belly",       "left flank",  "right flank", "left shoulder", "left elbow",
        "left wrist",     "left hand",   "left hip",    "left knee",   "left ankle",    "left foot",
        "right shoulder", "right elbow", "right wrist", "right hand",  "right hip",     "right knee",
        "right ankle",    "right foot"};
    return names;
}

QVector3D place_named(const Body& body, std::string_view name) {
    const auto of_chest = [&](float up, float forward) {
        return body.chest + body.chest_turned.rotatedVector({0, up, forward});
    };
    if (name == "head") return body.head;
    if (name == "face") return body.head + body.head_turned.rotatedVector({0, 0, 0.07F});
    if (name == "neck") return body.neck;
    if (name == "breastbone") return of_chest(-0.06F, 0.06F);
    if (name == "back") return of_chest(-0.07F, -0.06F);
    if (name == "waist") return body.waist;
    if (name == "loin") return body.waist + body.waist_turned.rotatedVector({0, 0, -0.06F});
    if (name == "belly") return body.waist + body.waist_turned.rotatedVector({0, 0, 0.06F});
    const int side = name.starts_with("left ") ? left_side : right_side;
    if (name.ends_with("flank")) {
        return body.waist +
               body.waist_turned.rotatedVector({side == left_side ? 0.07F : -0.07F, 0.04F, 0.02F});
    }
    const std::string_view joint = name.substr(name.find(' ') + 1);
    const LimbJoints& arm = body.arm[side];
    const LimbJoints& leg = body.leg[side];
    if (joint == "shoulder") return arm.root;
    if (joint == "elbow") return arm.middle;
    if (joint == "wrist") return arm.end;
    if (joint == "hand") return arm.end + arm.along * 0.09F;
    if (joint == "hip") return leg.root;
    if (joint == "knee") return leg.middle;
    if (joint == "ankle") return leg.end;
    return leg.end + leg.along * 0.1F;
}

void made_alike(Pose& from, Pose& to) {
    const Body from_body = body_of(from);
    const Body to_body = body_of(to);
    const auto frame = [](const Body& body, Anchor anchor, float turn) {
        return anchor == Anchor::none ? turned_only(turn) : frame_of(body, anchor);
    };
    for (const int side : {left_side, right_side}) {
        alike(from.arm[side], to.arm[side], from_body.arm[side], to_body.arm[side], side,
              frame(from_body, from.arm[side].on, from.trunk_turn.z()),
              frame(to_body, to.arm[side].on, to.trunk_turn.z()));
        alike(from.leg[side], to.leg[side], from_body.leg[side], to_body.leg[side], side,
              frame(from_body, from.leg[side].on, from.pelvis_turn.z()),
              frame(to_body, to.leg[side].on, to.pelvis_turn.z()));
    }
}

} // namespace limber
