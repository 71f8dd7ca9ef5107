// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/body.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limber::poses {
namespace {

/// Half axes of the circle of the shoulders, forward and up.
constexpr float roll_forward = 0.026F;
constexpr float roll_up = 0.027F;
constexpr float breath_height = 0.003F;

Rotation orientation(const Vector3& turn) {
    return Rotation::about({0, 1, 0}, turn.z()) * Rotation::about({0, 0, 1}, -turn.y()) *
           Rotation::about({1, 0, 0}, turn.x());
}

Vector3 sided(const Vector3& own, int side) {
    return side == left_side ? own : Vector3{-own.x(), own.y(), own.z()};
}

struct Frame {
    Vector3 origin;
    Rotation turned;

    [[nodiscard]] Vector3 point(const Vector3& own, int side) const {
        return origin + turned.turned(sided(own, side));
    }

    [[nodiscard]] Vector3 direction(const Vector3& own, int side) const {
        return turned.turned(sided(own, side)).normalized();
    }

    [[nodiscard]] Vector3 own_point(const Vector3& world, int side) const {
        return sided(turned.back().turned(world - origin), side);
    }

    [[nodiscard]] Vector3 own_direction(const Vector3& world, int side) const {
        return sided(turned.back().turned(world), side);
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
    return {{}, Rotation::about({0, 1, 0}, degrees)};
}

Vector3 upright_to(const Vector3& along, const Vector3& wish) {
    Vector3 rest = wish - along * dot(wish, along);
    if (rest.square() < 1e-4F) {
        const Vector3 other = std::fabs(along.y()) < 0.9F ? Vector3{0, 1, 0} : Vector3{0, 0, 1};
        rest = other - along * dot(other, along);
    }
    return rest.normalized();
}

struct Lengths {
    float upper;
    float lower;
};

/// Two bones from the root to `goal`; out of reach, they point to it.
void bend_to(LimbJoints& joints, const Vector3& goal, const Vector3& bend, Lengths lengths) {
    Vector3 way = goal - joints.root;
    const float shortest = std::fabs(lengths.upper - lengths.lower) + 0.002F;
    const float longest = (lengths.upper + lengths.lower) * 0.9995F;
    const float distance = std::clamp(way.length(), shortest, longest);
    way = way.normalized();
    const float along =
        (lengths.upper * lengths.upper - lengths.lower * lengths.lower + distance * distance) /
        (2 * distance);
    const float off = std::sqrt(std::fmax(0.0F, lengths.upper * lengths.upper - along * along));
    joints.middle = joints.root + way * along + upright_to(way, bend) * off;
    joints.end = joints.root + way * distance;
}

LimbJoints joints_of(const Limb& limb, int side, const Vector3& root, const Frame& anchor,
                     const Frame& turned, Lengths lengths) {
    LimbJoints joints{.root = root};
    const Frame& frame = limb.on == Anchor::none ? turned : anchor;
    if (limb.on == Anchor::none) {
        joints.middle = root + turned.direction(limb.upper, side) * lengths.upper;
        joints.end = joints.middle + turned.direction(limb.lower, side) * lengths.lower;
    } else {
        bend_to(joints, anchor.point(limb.reach, side), anchor.direction(limb.bend, side), lengths);
    }
    joints.along =
        limb.end.is_zero() ? (joints.end - joints.middle).normalized() : frame.direction(limb.end, side);
    joints.aside = upright_to(joints.along, frame.direction(limb.aside, side));
    return joints;
}

constexpr Lengths arm_lengths{proportion::upper_arm, proportion::forearm};
constexpr Lengths leg_lengths{proportion::thigh, proportion::shank};

/// Writes a limb as anchored in the room, looking the same.
void set_down(Limb& limb, const LimbJoints& joints, int side, const Frame& frame) {
    const Frame room;
    const Vector3 way = (joints.end - joints.root).normalized();
    const Vector3 off = joints.middle - joints.root;
    const Vector3 bend = off - way * dot(off, way);
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
    } else if (from.end.is_zero() != to.end.is_zero()) {
        if (from.end.is_zero()) from.end = from_frame.own_direction(from_joints.along, side);
        if (to.end.is_zero()) to.end = to_frame.own_direction(to_joints.along, side);
    }
}

} // namespace

Body body_of(const Pose& pose) {
    Body body;
    body.pelvis = pose.pelvis;
    body.pelvis_turned = orientation(pose.pelvis_turn);
    body.chest_turned = orientation(pose.trunk_turn);
    body.waist_turned = between(body.pelvis_turned, body.chest_turned, 0.5F);
    body.waist = body.pelvis + body.pelvis_turned.turned({0, proportion::loin, 0});
    body.chest = body.waist + between(body.pelvis_turned, body.chest_turned, 0.75F)
                                  .turned({0, proportion::ribs + pose.breath * breath_height, 0});
    body.head_turned = body.chest_turned * orientation(pose.head_turn);
    body.neck = body.chest + body.chest_turned.turned(Vector3{0, 0.048F, -0.006F});
    body.head =
        body.neck + body.chest_turned.turned(pose.head_glide) + body.head_turned.turned({0, 0.072F, 0.014F});

    const float angle = pose.roll * std::numbers::pi_v<float> / 180;
    const Vector3 rolled{0, roll_up * (1 + std::sin(angle)), roll_forward * std::cos(angle)};
    const Frame arms_turned = turned_only(pose.trunk_turn.z());
    const Frame legs_turned = turned_only(pose.pelvis_turn.z());
    const Frame chest = frame_of(body, Anchor::chest);
    const Frame pelvis = frame_of(body, Anchor::pelvis);
    for (const int side : {left_side, right_side}) {
        const Limb& arm = pose.arm[side];
        const Limb& leg = pose.leg[side];
        const Vector3 shoulder = Vector3{proportion::shoulder, 0, 0} + arm.shift + rolled;
        const Vector3 hip = Vector3{proportion::hip, 0, 0} + leg.shift;
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

Vector3 place_named(const Body& body, std::string_view name) {
    const auto of_chest = [&](float up, float forward) {
        return body.chest + body.chest_turned.turned({0, up, forward});
    };
    if (name == "head") return body.head;
    if (name == "face") return body.head + body.head_turned.turned({0, 0, 0.07F});
    if (name == "neck") return body.neck;
    if (name == "breastbone") return of_chest(-0.06F, 0.06F);
    if (name == "back") return of_chest(-0.07F, -0.06F);
    if (name == "waist") return body.waist;
    if (name == "loin") return body.waist + body.waist_turned.turned({0, 0, -0.06F});
    if (name == "belly") return body.waist + body.waist_turned.turned({0, 0, 0.06F});
    const int side = name.starts_with("left ") ? left_side : right_side;
    if (name.ends_with("flank")) {
        return body.waist + body.waist_turned.turned({side == left_side ? 0.07F : -0.07F, 0.04F, 0.02F});
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

} // namespace limber::poses
