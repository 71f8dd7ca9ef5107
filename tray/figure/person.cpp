// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/person.hpp"

#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "poses/space.hpp"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>
#include <span>

namespace limber::figure {

using poses::Body;
using poses::Lens;
using poses::Vector3;

namespace {

/// The trunk's outline: half width and half depth at heights above the hips.
struct Girth {
    float height;
    float half_width;
    float half_depth;
};

constexpr std::array shirt{
    Girth{0.020F, 0.092F, 0.068F}, Girth{0.060F, 0.087F, 0.064F}, Girth{0.105F, 0.082F, 0.060F},
    Girth{0.150F, 0.086F, 0.062F}, Girth{0.200F, 0.096F, 0.067F}, Girth{0.240F, 0.102F, 0.066F},
    Girth{0.270F, 0.098F, 0.058F}, Girth{0.292F, 0.078F, 0.046F}, Girth{0.306F, 0.050F, 0.036F}};

constexpr std::array hips{Girth{-0.055F, 0.070F, 0.050F}, Girth{-0.030F, 0.096F, 0.064F},
                          Girth{0.000F, 0.098F, 0.069F}, Girth{0.035F, 0.091F, 0.066F}};

/// The slice of the trunk at this height: the spine bends between pelvis and chest.
Slice slice_at(const Body& body, const Girth& girth) {
    using namespace poses::proportion;
    const float h = girth.height;
    if (h <= loin) {
        const poses::Rotation turned =
            between(body.pelvis_turned, body.waist_turned, std::max(0.0F, h / loin));
        return {body.pelvis + body.pelvis_turned.turned({0, h, 0}), turned, girth.half_width,
                girth.half_depth};
    }
    const float part = std::min(1.0F, (h - loin) / ribs);
    const poses::Rotation turned = between(body.waist_turned, body.chest_turned, part);
    const Vector3 top = body.chest + body.chest_turned.turned({0, std::max(0.0F, h - loin - ribs), 0});
    const Vector3 centre = body.waist + (body.chest - body.waist) * part + (top - body.chest);
    return {centre, turned, girth.half_width, girth.half_depth};
}

template <std::size_t N>
std::array<Slice, N> slices_of(const Body& body, const std::array<Girth, N>& girths) {
    std::array<Slice, N> slices;
    std::ranges::transform(girths, slices.begin(), [&](const Girth& girth) { return slice_at(body, girth); });
    return slices;
}

/// 0 for a limb on the near side of the body, 1 for one on its far side.
double farness(const Lens& lens, const Vector3& root, const Vector3& middle) {
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

void add_arm(std::vector<Part>& parts, const Lens& lens, const Body& body, const poses::Pose& pose, int side,
             const FigureColours& colours) {
    const poses::LimbJoints& arm = body.arm[side];
    const double far = farness(lens, arm.root, body.chest);
    const QColor skin = blended(colours.skin, colours.skin_far, far);
    const QColor cloth = blended(colours.sleeve, colours.top_far, far);

    const Silhouette bare{lens, {{arm.root, 0.031F}, {arm.middle, 0.0255F}}};
    const Vector3 hem = arm.root + (arm.middle - arm.root) * 0.62F;
    const Silhouette sleeve{lens, {{arm.root, 0.0385F}, {hem, 0.0350F}}};
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

void add_leg(std::vector<Part>& parts, const Lens& lens, const Body& body, int side,
             const FigureColours& colours) {
    const poses::LimbJoints& leg = body.leg[side];
    const double far = farness(lens, leg.root, body.pelvis);
    const QColor cloth = blended(colours.trousers, colours.trousers_far, far);
    const QColor shoe = blended(colours.shoes, colours.shoes_far, far);

    const Silhouette thigh{lens, {{leg.root, 0.0560F}, {leg.middle, 0.0420F}}};
    parts.push_back({(lens.nearness(leg.root) + lens.nearness(leg.middle)) / 2, {{thigh.paths(), cloth}}});

    Silhouette shank{lens};
    const Vector3 calf = leg.middle + (leg.end - leg.middle) * 0.32F;
    const Vector3 cuff = leg.middle + (leg.end - leg.middle) * 0.93F;
    shank.wrap({{leg.middle, 0.0420F}, {calf, 0.0410F}});
    shank.wrap({{calf, 0.0410F}, {cuff, 0.0290F}});
    const Silhouette ankle{lens, {{cuff, 0.020F}, {leg.end, 0.020F}}};
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

Part hips_of(const Lens& lens, const Body& body, const FigureColours& colours) {
    Silhouette cloth{lens, slices_of(body, hips)};
    return {lens.nearness(body.pelvis) - 0.002, {{cloth.paths(), colours.trousers}}};
}

Part trunk_of(const Lens& lens, const Body& body, const FigureColours& colours) {
    Silhouette cloth{lens, slices_of(body, shirt)};
    const Vector3 collar = body.chest + body.chest_turned.turned(Vector3{0, 0.016F, -0.008F});
    for (const poses::LimbJoints& arm : body.arm)
        cloth.wrap({{collar, 0.036F}, {arm.root, 0.037F}});
    return {lens.nearness((body.waist + body.chest) / 2), {{cloth.paths(), colours.top}}};
}

std::vector<Part> parts_of(const Lens& lens, const Body& body, const poses::Pose& pose,
                           const FigureColours& colours) {
    std::vector<Part> parts;
    for (const int side : {poses::left_side, poses::right_side}) {
        add_leg(parts, lens, body, side, colours);
        add_arm(parts, lens, body, pose, side, colours);
    }
    parts.push_back(hips_of(lens, body, colours));
    parts.push_back(trunk_of(lens, body, colours));
    return parts;
}

void sort_by_nearness(std::vector<Part>& parts) {
    // insertion keeps the order of equals; what std::stable_sort is made of in g++ 12's library is deprecated
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        std::rotate(std::ranges::upper_bound(parts.begin(), part, part->nearness, {}, &Part::nearness), part,
                    std::next(part));
    }
}

void draw_parts(Drawing& drawing, std::span<const Part> parts) {
    for (const Part& part : parts) {
        for (const Layer& layer : part.layers)
            drawing.fill(layer.paths, layer.colour);
    }
}

} // namespace

QColor blended(const QColor& from, const QColor& to, double part) {
    const auto mix = [&](int a, int b) { return std::clamp(qRound(a + (b - a) * part), 0, 255); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()),
            mix(from.alpha(), to.alpha())};
}

void draw_person(Drawing& drawing, const Lens& lens, const Body& body, const poses::Pose& pose, bool blades,
                 const FigureColours& colours) {
    std::vector<Part> parts = parts_of(lens, body, pose, colours);
    if (blades)
        std::ranges::move(blades_of(lens, body, pose, colours), std::back_inserter(parts.back().layers));
    sort_by_nearness(parts);
    const Part head = head_of(lens, body, colours);
    // hands may be nearer than the face, so that it is painted in its turn
    const auto near = std::ranges::upper_bound(parts, head.nearness, {}, &Part::nearness);
    draw_parts(drawing, {parts.begin(), near});
    draw_parts(drawing, {&head, 1});
    draw_face(drawing, lens, body, pose, colours);
    draw_parts(drawing, {near, parts.end()});
}

void draw_ghost(Drawing& drawing, const Lens& lens, const Body& body, const poses::Pose& pose,
                const FigureColours& colours) {
    std::vector<Part> parts = parts_of(lens, body, pose, colours);
    parts.push_back(head_of(lens, body, colours));
    for (const Part& part : parts) {
        for (const Layer& layer : part.layers)
            drawing.fill(layer.paths, colours.ghost);
    }
}

} // namespace limber::figure
