// SPDX-License-Identifier: GPL-3.0-or-later
#include "dotted_figure.hpp"

#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QChar>
#include <QRectF>
#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace limber::cli {

using poses::Lens;
using poses::Vector3;
using terminal::Ink;

namespace {

/// The bits of U+2800: first by column, then by row.
constexpr std::array<std::array<unsigned char, 4>, 2> bits{
    {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}};

double square(const QPointF& way) {
    return QPointF::dotProduct(way, way);
}

} // namespace

Dots::Dots(int columns, int rows)
    : columns_{std::max(columns, 0)}, rows_{std::max(rows, 0)},
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

template <class Change>
void Dots::change(const QPointF& from, double from_radius, const QPointF& to, double to_radius,
                  Change change) {
    const double most = std::max(from_radius, to_radius);
    const auto low = [&](double a, double b) { return static_cast<int>(std::floor(std::min(a, b) - most)); };
    const auto high = [&](double a, double b) { return static_cast<int>(std::ceil(std::max(a, b) + most)); };
    const QPointF way = to - from;
    const double length = square(way);
    for (int y = std::max(low(from.y(), to.y()), 0); y < std::min(high(from.y(), to.y()) + 1, height());
         ++y) {
        for (int x = std::max(low(from.x(), to.x()), 0); x < std::min(high(from.x(), to.x()) + 1, width());
             ++x) {
            const QPointF dot{x + 0.5, y + 0.5};
            const double part =
                length > 0 ? std::clamp(QPointF::dotProduct(dot - from, way) / length, 0.0, 1.0) : 0.0;
            const double radius = std::lerp(from_radius, to_radius, part);
            if (square(dot - from - way * part) > radius * radius) continue;
            change(at(x / 2, y / 4), bits[static_cast<std::size_t>(x % 2)][static_cast<std::size_t>(y % 4)]);
        }
    }
}

void Dots::pill(const QPointF& from, double from_radius, const QPointF& to, double to_radius, Ink ink) {
    change(from, from_radius, to, to_radius, [&](Cell& cell, unsigned char bit) {
        cell.dots = static_cast<unsigned char>(cell.dots | bit);
        cell.ink = ink;
    });
}

void Dots::wipe(const QPointF& from, double from_radius, const QPointF& to, double to_radius) {
    change(from, from_radius, to, to_radius,
           [](Cell& cell, unsigned char bit) { cell.dots = static_cast<unsigned char>(cell.dots & ~bit); });
}

void Dots::tint(const QPointF& centre, double radius, Ink ink) {
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const QPointF middle{column * 2 + 1.0, row * 4 + 2.0};
            if (square(middle - centre) <= radius * radius) at(column, row).ink = ink;
        }
    }
}

QStringList Dots::lines(const terminal::Pen& pen) {
    QStringList lines;
    lines.reserve(rows_);
    for (int row = 0; row < rows_; ++row) {
        QString line;
        QString run;
        Ink ink = Ink::plain;
        const auto write = [&] {
            line += ink == Ink::plain ? run : pen.ink(run, ink);
            run.clear();
        };
        for (int column = 0; column < columns_; ++column) {
            const Cell& cell = at(column, row);
            const Ink wanted = cell.dots == 0 ? ink : cell.ink;
            if (wanted != ink) write();
            ink = wanted;
            run += cell.dots == 0 ? QChar{u' '} : QChar{static_cast<char16_t>(0x2800 + cell.dots)};
        }
        write();
        lines.push_back(line);
    }
    return lines;
}

namespace {

/// Nothing is thinner than that: single dots would come and go with the movement.
constexpr double thinnest = 0.75;
constexpr double gap = 1.3; ///< between a limb and what is behind it, in dots

struct Bone {
    Vector3 from;
    float from_radius; ///< in body heights
    Vector3 to;
    float to_radius;
    Ink ink = Ink::plain;
    bool stands_out = true; ///< there is a gap between it and what is behind
};

/// Bones that are one shape, and how near it is.
struct Shape {
    double nearness;
    std::vector<Bone> bones;
};

constexpr Ink skin = Ink::plain;
constexpr Ink shirt = Ink::calm;
constexpr Ink trousers = Ink::faint;

Vector3 on_the_way(const Vector3& from, const Vector3& to, float part) {
    return from + (to - from) * part;
}

Shape upper_arm_of(const Lens& lens, const poses::LimbJoints& arm) {
    const Vector3 hem = on_the_way(arm.root, arm.middle, 0.6F);
    return {(lens.nearness(arm.root) + lens.nearness(arm.middle)) / 2 + 0.012,
            {{hem, 0.030F, arm.middle, 0.026F, skin}, {arm.root, 0.036F, hem, 0.033F, shirt}}};
}

Shape forearm_of(const Lens& lens, const poses::LimbJoints& arm, const poses::Limb& limb, bool fingers) {
    const Vector3 after_elbow = on_the_way(arm.middle, arm.end, 0.3F);
    Shape shape{(lens.nearness(arm.middle) + lens.nearness(arm.end)) / 2 + 0.014, {}};
    // the elbow stays in one piece
    shape.bones = {{arm.middle, 0.026F, after_elbow, 0.025F, skin, false},
                   {after_elbow, 0.025F, arm.end, 0.018F, skin}};
    if (!fingers) {
        shape.bones.push_back(
            {arm.end, 0.018F, arm.end + arm.along * (0.085F - 0.03F * limb.curl), 0.017F, skin});
        return shape;
    }
    const Vector3 knuckles = arm.end + arm.along * 0.048F;
    shape.bones.push_back({arm.end, 0.020F, knuckles, 0.023F, skin});
    const float length = 0.058F - 0.040F * limb.curl;
    for (const float across : {-1.0F, -0.33F, 0.33F, 1.0F}) {
        const Vector3 knuckle = knuckles + arm.aside * (0.017F * across);
        const Vector3 way = (arm.along + arm.aside * (across * 0.45F * limb.spread)).normalized();
        shape.bones.push_back({knuckle, 0.0075F, knuckle + way * length, 0.0060F, skin});
    }
    const Vector3 thumb = (arm.along * 0.7F + arm.aside * (0.6F + 0.6F * limb.spread)).normalized();
    const Vector3 root = arm.end + arm.along * 0.016F + arm.aside * 0.014F;
    shape.bones.push_back({root, 0.010F, root + thumb * 0.045F, 0.007F, skin});
    return shape;
}

Shape leg_of(const Lens& lens, const poses::Body& body, int side) {
    const poses::LimbJoints& leg = body.leg[side];
    const Vector3 sole = leg.end + leg.aside * 0.012F;
    return {(lens.nearness(leg.root) + lens.nearness(leg.middle)) / 2 - 0.01,
            {{leg.root, 0.052F, leg.middle, 0.040F, trousers},
             {leg.middle, 0.040F, leg.end, 0.026F, trousers},
             {sole, 0.026F, sole + leg.along * 0.095F, 0.018F, skin}}};
}

Shape trunk_of(const Lens& lens, const poses::Body& body) {
    const Vector3 across = body.chest_turned.turned({0.062F, 0, 0});
    const Vector3 ribs = on_the_way(body.waist, body.chest, 0.55F);
    const Vector3 hem = on_the_way(body.pelvis, body.waist, 0.3F);
    Shape shape{lens.nearness((body.waist + body.chest) / 2), {}};
    shape.bones = {{body.chest, 0.030F, body.neck, 0.030F, skin},
                   {body.neck, 0.030F, body.head, 0.030F, skin},
                   {body.pelvis, 0.088F, hem, 0.086F, trousers},
                   {hem, 0.084F, body.waist, 0.078F, shirt},
                   {body.waist, 0.078F, ribs, 0.082F, shirt}};
    for (const int side : {poses::left_side, poses::right_side}) {
        const Vector3 half = across * (side == poses::left_side ? 1.0F : -1.0F);
        shape.bones.push_back({ribs + half * 0.4F, 0.062F, body.chest + half * 0.85F, 0.044F, shirt});
        shape.bones.push_back({body.chest, 0.040F, body.arm[side].root, 0.036F, shirt});
    }
    return shape;
}

class Sketch {
public:
    Sketch(Dots& dots, const Lens& lens) : dots_{dots}, lens_{lens} {}

    void draw(const Bone& bone) {
        dots_.pill(lens_.point(bone.from), radius(bone.from_radius), lens_.point(bone.to),
                   radius(bone.to_radius), bone.ink);
    }

    void draw(const Shape& shape) {
        for (const Bone& bone : shape.bones) {
            if (!bone.stands_out) continue;
            dots_.wipe(lens_.point(bone.from), radius(bone.from_radius) + gap, lens_.point(bone.to),
                       radius(bone.to_radius) + gap);
        }
        for (const Bone& bone : shape.bones)
            draw(bone);
    }

    void draw_head(const poses::Body& body, const poses::Pose& pose) {
        const auto at = [&](float x, float y, float z) {
            return body.head + body.head_turned.turned({x, y, z});
        };
        const Shape head{.bones = {{at(0, 0.022F, -0.006F), 0.064F, at(0, -0.030F, 0.012F), 0.046F},
                                   {at(0, -0.010F, 0.050F), 0.012F, at(0, -0.018F, 0.064F), 0.010F}}};
        draw(head);
        if (lens_.pixels(0.064) < 4) return;
        for (const float side : {1.0F, -1.0F}) {
            if (lens_.facing(body.head_turned.turned({side * 0.021F, 0, 0.050F})) < 0.35) continue;
            const double open = 1 - pose.lids;
            const QPointF eye = lens_.point(at(side * 0.024F, 0.004F, 0.050F));
            const double half = lens_.pixels(0.012);
            dots_.wipe(eye + QPointF{-half * pose.lids, -half * open}, 0.8,
                       eye + QPointF{half * pose.lids, half * open}, 0.8);
        }
    }

private:
    [[nodiscard]] double radius(float of) const { return std::max(lens_.pixels(of), thinnest); }

    Dots& dots_;
    const Lens& lens_;
};

} // namespace

QStringList dotted_figure(const poses::FigureBook& book, const poses::FigureMoment& moment,
                          const terminal::Pen& pen, int rows) {
    Dots dots{rows * 2, rows};
    const poses::Shown shown = poses::shown_in(book, moment);
    if (shown.figure == nullptr) return dots.lines(pen);
    const poses::Figure& figure = *shown.figure;
    const double frame = dots.height();
    const Lens lens{figure.lookout, QRectF{0, 0, frame, frame}, poses::is_mirrored(figure, moment.side)};
    const poses::Pose pose = poses::pose_now(shown, moment);
    const poses::Body body = poses::body_of(pose);
    Sketch sketch{dots, lens};
    if (figure.seat > 0) {
        const auto top = static_cast<float>(figure.seat) - 0.02F;
        sketch.draw({{-0.13F, top, -0.05F}, 0.016F, {0.13F, top, -0.05F}, 0.016F, Ink::warn});
        for (const float x : {-0.13F, 0.13F})
            sketch.draw({{x, top, -0.05F}, 0.01F, {x, 0.01F, -0.05F}, 0.01F, Ink::warn});
    }
    std::vector<Shape> shapes;
    const bool fingers = lens.pixels(0.017) > 1;
    for (const int side : {poses::left_side, poses::right_side}) {
        shapes.push_back(leg_of(lens, body, side));
        shapes.push_back(upper_arm_of(lens, body.arm[side]));
        shapes.push_back(forearm_of(lens, body.arm[side], pose.arm[side], fingers));
    }
    shapes.push_back(trunk_of(lens, body));
    std::ranges::sort(shapes, {}, &Shape::nearness);
    const double head = lens.nearness(body.head) + 0.03;
    const auto nearer = std::ranges::upper_bound(shapes, head, {}, &Shape::nearness);
    for (auto shape = shapes.begin(); shape != nearer; ++shape)
        sketch.draw(*shape);
    sketch.draw_head(body, pose);
    for (auto shape = nearer; shape != shapes.end(); ++shape)
        sketch.draw(*shape);
    if (pose.effort > 0.3F) {
        for (const poses::Glow& glow : figure.glows) {
            const Vector3 place = poses::glowing_place(glow, shown, body);
            // what is behind the trunk does not shine through it
            if (lens.nearness(place) < lens.nearness(body.chest) - 0.08) continue;
            dots.tint(lens.point(place), lens.pixels(glow.size * 0.6), Ink::bad);
        }
    }
    return dots.lines(pen);
}

int figure_rows(terminal::TerminalSize size) {
    if (size.columns < 60 || size.rows < 20) return 0;
    if (size.columns >= 110 && size.rows >= 26) return 18;
    return size.columns >= 80 ? 13 : 10;
}

QStringList beside(const QStringList& figure, const QStringList& words) {
    const qsizetype height = std::max(figure.size(), words.size());
    const QString blank(figure.isEmpty() ? 0 : terminal::columns_of(figure.front()), u' ');
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
