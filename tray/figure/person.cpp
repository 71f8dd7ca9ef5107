// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/person.hpp"

#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "figure/marks.hpp"
#include "figure/shapes.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QColor>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

namespace limber::figure {

using poses::Body;
using poses::Lens;

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
    const poses::Vector3 top = body.chest + body.chest_turned.turned({0, std::max(0.0F, h - loin - ribs), 0});
    const poses::Vector3 centre = body.waist + (body.chest - body.waist) * part + (top - body.chest);
    return {centre, turned, girth.half_width, girth.half_depth};
}

template <std::size_t N>
std::array<Slice, N> slices_of(const Body& body, const std::array<Girth, N>& girths) {
    std::array<Slice, N> slices;
    std::ranges::transform(girths, slices.begin(), [&](const Girth& girth) { return slice_at(body, girth); });
    return slices;
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

Part hips_of(const Lens& lens, const Body& body, const FigureColours& colours) {
    Silhouette cloth{lens};
    cloth.wrap(slices_of(body, hips));
    return {lens.nearness(body.pelvis) - 0.002, {{cloth.paths(), colours.trousers}}};
}

Part trunk_of(const Lens& lens, const Body& body, const FigureColours& colours) {
    Silhouette cloth{lens};
    cloth.wrap(slices_of(body, shirt));
    const poses::Vector3 collar = body.chest + body.chest_turned.turned(poses::Vector3{0, 0.016F, -0.008F});
    for (const poses::LimbJoints& arm : body.arm)
        cloth.wrap({{collar, 0.036F}, {arm.root, 0.037F}});
    return {lens.nearness((body.waist + body.chest) / 2), {{cloth.paths(), colours.top}}};
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
