// SPDX-License-Identifier: GPL-3.0-or-later
// Arms with sleeves and hands, legs with shoes.
#include "figure/figure.hpp"
#include "figure/person.hpp"
#include "figure/shapes.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace limber::figure {

using poses::Vector3;

namespace {

/// 0 for a limb on the near side of the body, 1 for one on its far side.
double farness(const poses::Lens& lens, const Vector3& root, const Vector3& middle) {
    return std::clamp((lens.nearness(middle) - lens.nearness(root)) / 0.11 - 0.1, 0.0, 1.0);
}

struct Finger {
    float across; ///< of its knuckle: 1 the index finger, -1 the little one
    float first;  ///< length of its first bone
    float rest;   ///< of the others
    float fan;    ///< degrees when spread
};

constexpr std::array fingers{Finger{0.95F, 0.028F, 0.026F, 14}, Finger{0.34F, 0.031F, 0.028F, 4},
                             Finger{-0.30F, 0.029F, 0.026F, -7}, Finger{-0.92F, 0.024F, 0.020F, -19}};

constexpr float palm_length = 0.048F;
constexpr float palm_half = 0.0165F;

void wrap_hand(Silhouette& skin, const poses::LimbJoints& arm, const poses::Limb& limb, int side) {
    const Vector3 along = arm.along;
    const Vector3 thumb = arm.aside;
    // the palm looks to where the fingers curl: for both hands toward the body when they hang
    const Vector3 palm = side == poses::left_side ? poses::cross(along, thumb) : poses::cross(thumb, along);
    const Vector3 knuckles = arm.end + along * palm_length;
    skin.wrap({{arm.end, 0.0175F},
               {arm.end + along * 0.018F + thumb * 0.008F, 0.0165F},
               {knuckles + thumb * palm_half, 0.0105F},
               {knuckles - thumb * palm_half, 0.0100F}});
    const bool together = limb.spread < 0.15F && limb.curl < 0.15F;
    if (together) {
        // closed and straight, four fingers are one shape
        const auto tip = [&](float across, float length) {
            return knuckles + thumb * (palm_half * across) + along * length;
        };
        skin.wrap({{knuckles + thumb * palm_half, 0.0102F},
                   {knuckles - thumb * palm_half, 0.0098F},
                   {tip(0.55F, 0.058F), 0.0076F},
                   {tip(-0.65F, 0.046F), 0.0076F}});
    }
    for (const Finger& finger : together ? std::span<const Finger>{} : std::span<const Finger>{fingers}) {
        const float fan = finger.fan * (0.12F + limb.spread) * std::numbers::pi_v<float> / 180;
        const Vector3 straight = along * std::cos(fan) + thumb * std::sin(fan);
        const float bent = limb.curl * 1.65F;
        const Vector3 first = straight * std::cos(bent * 0.45F) + palm * std::sin(bent * 0.45F);
        const Vector3 rest = straight * std::cos(bent * 1.55F) + palm * std::sin(bent * 1.55F);
        const Vector3 knuckle = knuckles + thumb * (palm_half * finger.across);
        const Vector3 joint = knuckle + first * finger.first;
        skin.wrap({{knuckle, 0.0092F}, {joint, 0.0083F}});
        skin.wrap({{joint, 0.0083F}, {joint + rest * finger.rest, 0.0068F}});
    }
    const float out = 0.55F + 0.45F * limb.spread;
    const Vector3 root = arm.end + along * 0.014F + thumb * 0.013F;
    const Vector3 joint =
        root + (along * (1.25F - out) + thumb * out * 0.8F + palm * 0.25F).normalized() * 0.026F;
    const Vector3 tip =
        joint + (along * (1.5F - out) + thumb * out * 0.5F + palm * (0.2F + limb.curl)).normalized() * 0.024F;
    skin.wrap({{root, 0.0115F}, {joint, 0.0088F}});
    skin.wrap({{joint, 0.0088F}, {tip, 0.0072F}});
}

} // namespace

void add_arm(std::vector<Part>& parts, const poses::Lens& lens, const poses::Body& body,
             const poses::Pose& pose, int side, const FigureColours& colours) {
    const poses::LimbJoints& arm = body.arm[side];
    const double far = farness(lens, arm.root, body.chest);
    const QColor skin = blended(colours.skin, colours.skin_far, far);
    const QColor cloth = blended(colours.sleeve, colours.top_far, far);

    Silhouette bare{lens};
    bare.wrap({{arm.root, 0.031F}, {arm.middle, 0.0255F}});
    const Vector3 hem = arm.root + (arm.middle - arm.root) * 0.62F;
    Silhouette sleeve{lens};
    sleeve.wrap({{arm.root, 0.0385F}, {hem, 0.0350F}});
    parts.push_back({(lens.nearness(arm.root) + lens.nearness(arm.middle)) / 2 + 0.012,
                     {{bare.paths(), skin}, {sleeve.paths(), cloth}}});

    Silhouette lower{lens};
    const Vector3 belly = arm.middle + (arm.end - arm.middle) * 0.3F;
    lower.wrap({{arm.middle, 0.0255F}, {belly, 0.0262F}});
    lower.wrap({{belly, 0.0262F}, {arm.end, 0.0175F}});
    wrap_hand(lower, arm, pose.arm[side], side);
    parts.push_back(
        {(lens.nearness(arm.middle) + lens.nearness(arm.end)) / 2 + 0.014, {{lower.paths(), skin}}});
}

void add_leg(std::vector<Part>& parts, const poses::Lens& lens, const poses::Body& body, int side,
             const FigureColours& colours) {
    const poses::LimbJoints& leg = body.leg[side];
    const double far = farness(lens, leg.root, body.pelvis);
    const QColor cloth = blended(colours.trousers, colours.trousers_far, far);
    const QColor shoe = blended(colours.shoes, colours.shoes_far, far);

    Silhouette thigh{lens};
    thigh.wrap({{leg.root, 0.0560F}, {leg.middle, 0.0420F}});
    parts.push_back({(lens.nearness(leg.root) + lens.nearness(leg.middle)) / 2, {{thigh.paths(), cloth}}});

    Silhouette shank{lens};
    const Vector3 calf = leg.middle + (leg.end - leg.middle) * 0.32F;
    const Vector3 cuff = leg.middle + (leg.end - leg.middle) * 0.93F;
    shank.wrap({{leg.middle, 0.0420F}, {calf, 0.0410F}});
    shank.wrap({{calf, 0.0410F}, {cuff, 0.0290F}});
    Silhouette ankle{lens};
    ankle.wrap({{cuff, 0.020F}, {leg.end, 0.020F}});
    Silhouette foot{lens};
    const Vector3 sole = leg.end + leg.aside * 0.015F;
    foot.wrap({{leg.end - leg.along * 0.016F + leg.aside * 0.012F, 0.0265F},
               {leg.end + leg.along * 0.010F + leg.aside * 0.004F, 0.0270F},
               {sole + leg.along * 0.066F + leg.aside * 0.001F, 0.0230F},
               {sole + leg.along * 0.098F + leg.aside * 0.005F, 0.0190F}});
    parts.push_back({(lens.nearness(leg.middle) + lens.nearness(leg.end)) / 2 + 0.004,
                     {{ankle.paths(), blended(colours.skin, colours.skin_far, far)},
                      {foot.paths(), shoe},
                      {shank.paths(), cloth}}});
}

} // namespace limber::figure
