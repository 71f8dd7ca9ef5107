// SPDX-License-Identifier: GPL-3.0-or-later
#include "dotted_figure.hpp"

#include "dots.hpp"
#include "poses/body.hpp"
#include "poses/figure_book.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/motion.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"
#include "terminal/columns.hpp"
#include "terminal/ink.hpp"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace limber::cli {
namespace {

/// Nothing is thinner than that: single dots would come and go with the movement.
constexpr double thinnest = 0.75;
constexpr double gap = 1.3; ///< between a limb and what is behind it, in dots

struct Bone {
    Vector3 from;
    float from_radius; ///< in body heights
    Vector3 to;
    float to_radius;
};

/// Bones that are one shape, and how near it is.
struct Shape {
    double nearness;
    std::vector<Bone> bones;
};

Shape arm_of(const Lens& lens, const Body& body, const Pose& pose, int side, bool fingers) {
    const LimbJoints& arm = body.arm[side];
    Shape shape{(lens.nearness(arm.middle) + lens.nearness(arm.end)) / 2 + 0.01, {}};
    shape.bones = {{arm.root, 0.034F, arm.middle, 0.027F}, {arm.middle, 0.027F, arm.end, 0.018F}};
    const Vector3 knuckles = arm.end + arm.along * 0.048F;
    const Limb& limb = pose.arm[side];
    if (!fingers) {
        shape.bones.push_back({arm.end, 0.018F, arm.end + arm.along * (0.085F - 0.03F * limb.curl), 0.017F});
        return shape;
    }
    shape.bones.push_back({arm.end, 0.020F, knuckles, 0.023F});
    const float length = 0.058F - 0.040F * limb.curl;
    for (const float across : {-1.0F, -0.33F, 0.33F, 1.0F}) {
        const Vector3 knuckle = knuckles + arm.aside * (0.017F * across);
        const Vector3 way = (arm.along + arm.aside * (across * 0.30F * limb.spread)).normalized();
        shape.bones.push_back({knuckle, 0.0075F, knuckle + way * length, 0.0065F});
    }
    const Vector3 thumb = (arm.along * 0.7F + arm.aside * (0.6F + 0.6F * limb.spread)).normalized();
    const Vector3 root = arm.end + arm.along * 0.016F + arm.aside * 0.014F;
    shape.bones.push_back({root, 0.010F, root + thumb * 0.045F, 0.007F});
    return shape;
}

Shape leg_of(const Lens& lens, const Body& body, int side) {
    const LimbJoints& leg = body.leg[side];
    const Vector3 sole = leg.end + leg.aside * 0.012F;
    return {(lens.nearness(leg.root) + lens.nearness(leg.middle)) / 2 - 0.01,
            {{leg.root, 0.052F, leg.middle, 0.040F},
             {leg.middle, 0.040F, leg.end, 0.026F},
             {sole, 0.026F, sole + leg.along * 0.095F, 0.018F}}};
}

Shape trunk_of(const Lens& lens, const Body& body) {
    const Vector3 across = body.chest_turned.turned({0.062F, 0, 0});
    const Vector3 ribs = body.waist + (body.chest - body.waist) * 0.55F;
    Shape shape{lens.nearness((body.waist + body.chest) / 2), {}};
    shape.bones = {{body.pelvis, 0.090F, body.waist, 0.078F}, {body.waist, 0.078F, ribs, 0.082F}};
    for (const int side : {left_side, right_side}) {
        const Vector3 half = across * (side == left_side ? 1.0F : -1.0F);
        shape.bones.push_back({ribs + half * 0.4F, 0.062F, body.chest + half * 0.85F, 0.044F});
        shape.bones.push_back({body.chest, 0.045F, body.arm[side].root, 0.036F});
    }
    shape.bones.push_back({body.chest, 0.040F, body.neck, 0.030F});
    shape.bones.push_back({body.neck, 0.030F, body.head, 0.030F});
    return shape;
}

class Sketch {
public:
    Sketch(Dots& dots, const Lens& lens) : dots_{dots}, lens_{lens} {}

    void draw(const Bone& bone, double more, bool set = true) {
        const auto radius = [&](float of) { return std::max(lens_.pixels(of), thinnest) + more; };
        dots_.pill(lens_.point(bone.from), radius(bone.from_radius), lens_.point(bone.to),
                   radius(bone.to_radius), set);
    }

    void draw(const Shape& shape) {
        for (const Bone& bone : shape.bones)
            draw(bone, gap, false);
        for (const Bone& bone : shape.bones)
            draw(bone, 0);
    }

    void draw_head(const Body& body, const Pose& pose) {
        const auto at = [&](float x, float y, float z) {
            return body.head + body.head_turned.turned({x, y, z});
        };
        const Shape head{0,
                         {{at(0, 0.022F, -0.006F), 0.064F, at(0, -0.030F, 0.012F), 0.046F},
                          {at(0, -0.010F, 0.050F), 0.012F, at(0, -0.018F, 0.064F), 0.010F}}};
        draw(head);
        if (lens_.pixels(0.064) < 4) return;
        for (const float side : {1.0F, -1.0F}) {
            if (lens_.facing(body.head_turned.turned({side * 0.021F, 0, 0.050F})) < 0.35) continue;
            const double open = 1 - pose.lids;
            const QPointF eye = lens_.point(at(side * 0.024F, 0.004F, 0.050F));
            const double half = lens_.pixels(0.012);
            dots_.pill(eye + QPointF{-half * pose.lids, -half * open}, 0.8,
                       eye + QPointF{half * pose.lids, half * open}, 0.8, false);
        }
    }

private:
    Dots& dots_;
    const Lens& lens_;
};

Vector3 glowing_place(const Body& body, const std::string& name, bool swapped) {
    if (swapped && name.starts_with("left ")) return place_named(body, "right " + name.substr(5));
    if (swapped && name.starts_with("right ")) return place_named(body, "left " + name.substr(6));
    return place_named(body, name);
}

} // namespace

QStringList dotted_figure(const FigureBook& book, const FigureMoment& moment, const Pen& pen, int rows) {
    Dots dots{rows * 2, rows};
    const Shown shown = shown_in(book, moment);
    if (shown.figure == nullptr) return dots.lines(pen);
    const Figure& figure = *shown.figure;
    const double side = dots.height();
    const Lens lens{figure.lookout, QRectF{0, 0, side, side}, is_mirrored(figure, moment.side)};
    const Pose pose = pose_now(shown, moment);
    const Body body = body_of(pose);
    Sketch sketch{dots, lens};
    if (figure.seat > 0) {
        const auto top = static_cast<float>(figure.seat) - 0.02F;
        sketch.draw({{-0.13F, top, -0.05F}, 0.016F, {0.13F, top, -0.05F}, 0.016F}, 0);
        for (const float x : {-0.13F, 0.13F})
            sketch.draw({{x, top, -0.05F}, 0.01F, {x, 0.01F, -0.05F}, 0.01F}, 0);
    }
    std::vector<Shape> shapes;
    const bool fingers = lens.pixels(0.017) > 1;
    for (const int limb : {left_side, right_side}) {
        shapes.push_back(leg_of(lens, body, limb));
        shapes.push_back(arm_of(lens, body, pose, limb, fingers));
    }
    shapes.push_back(trunk_of(lens, body));
    std::ranges::sort(shapes, {}, &Shape::nearness);
    const double head = lens.nearness(body.head) + 0.03;
    bool has_head = false;
    for (const Shape& shape : shapes) {
        if (!has_head && shape.nearness > head) {
            sketch.draw_head(body, pose);
            has_head = true;
        }
        sketch.draw(shape);
    }
    if (!has_head) sketch.draw_head(body, pose);
    if (pose.effort > 0.3F) {
        const bool swapped = shown.motion != nullptr && shown.motion->reflected;
        for (const Glow& glow : figure.glows)
            dots.tint(lens.point(glowing_place(body, glow.at, swapped)), lens.pixels(glow.size * 0.8),
                      Ink::warn);
    }
    return dots.lines(pen);
}

int figure_rows(TerminalSize size) {
    if (size.columns < 60 || size.rows < 20) return 0;
    if (size.columns >= 110 && size.rows >= 26) return 18;
    return size.columns >= 80 ? 13 : 10;
}

QStringList beside(const QStringList& figure, const QStringList& words) {
    const qsizetype height = std::max(figure.size(), words.size());
    const QString blank(figure.isEmpty() ? 0 : columns_of(figure.front()), u' ');
    const qsizetype above = (height - figure.size()) / 2;
    const qsizetype above_words = (height - words.size()) / 2;
    QStringList lines;
    lines.reserve(height);
    for (qsizetype i = 0; i < height; ++i) {
        const bool drawn = i >= above && i - above < figure.size();
        const bool said = i >= above_words && i - above_words < words.size();
        lines.push_back((drawn ? figure.at(i - above) : blank) + QStringLiteral("  ") +
                        (said ? words.at(i - above_words) : QString{}));
    }
    return lines;
}

} // namespace limber::cli
