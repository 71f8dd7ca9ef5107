// SPDX-License-Identifier: GPL-3.0-or-later
// Head, hair and face. The hair is a ball cut off by a plane, so that it sits right from every side.
#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "figure/person.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QColor>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>
#include <vector>

namespace limber::figure {

using poses::Body;
using poses::Vector3;

namespace {

constexpr Ball cranium{{0, 0.014F, -0.004F}, 0.0560F};
constexpr Ball hair_ball{{0, 0.019F, -0.013F}, 0.0605F};
/// The hair is where the plane's normal points, this far from the ball's middle.
const Vector3 hair_normal = Vector3{0, 0.70F, -0.714F};
constexpr float hair_plane = -0.012F;

/// A head a little larger than life is friendlier.
constexpr float head_scale = 1.09F;

Vector3 in_head(const Body& body, const Vector3& own) {
    return body.head + body.head_turned.turned(own * head_scale);
}

Ball ball_in_head(const Body& body, const Vector3& own, float radius) {
    return {in_head(body, own), radius * head_scale};
}

/// The part of the hair's ball that is seen: an arc of the hairline and an arc of the ball's outline.
QPainterPath visible_hair(const poses::Lens& lens, const Body& body) {
    constexpr std::size_t steps = 72;
    const Vector3 centre = in_head(body, hair_ball.centre);
    const Vector3 normal = body.head_turned.turned(hair_normal).normalized();
    // two directions in the plane of the hairline
    const Vector3 a = body.head_turned.turned(Vector3{1, 0, 0});
    const Vector3 b = poses::cross(normal, a);
    const float size = hair_ball.radius * head_scale;
    const float cut = hair_plane * head_scale;
    const float ring = std::sqrt(size * size - cut * cut);
    QPolygonF seen;
    std::vector<Vector3> line;
    for (std::size_t i = 0; i < steps; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / steps;
        line.push_back(normal * cut + (a * std::cos(angle) + b * std::sin(angle)) * ring);
    }
    const auto in_front = [&](const Vector3& offset) { return lens.nearness(offset) >= 0; };
    QPainterPath path;
    const double radius = lens.pixels(size);
    const QPointF middle = lens.point(centre);
    const auto start = std::ranges::adjacent_find(
        line, [&](const Vector3& one, const Vector3& next) { return !in_front(one) && in_front(next); });
    if (start == line.end() && !in_front(line.front())) {
        // the whole hairline is behind: all hair, or none
        if (lens.facing(normal) > 0) path.addEllipse(middle, radius, radius);
        return path;
    }
    if (start == line.end()) {
        for (const Vector3& offset : line)
            seen << lens.point(centre + offset);
        path.addPolygon(seen);
        path.closeSubpath();
        if (lens.facing(normal) < 0) {
            QPainterPath whole;
            whole.addEllipse(middle, radius, radius);
            return whole.subtracted(path);
        }
        return path;
    }
    const auto first = static_cast<std::size_t>(start - line.begin()) + 1;
    for (std::size_t i = 0; i < steps && in_front(line[(first + i) % steps]); ++i)
        seen << lens.point(centre + line[(first + i) % steps]);
    path.addPolygon(seen);
    // back along the outline, on the side where the hair is
    const auto angle_of = [&](const QPointF& point) {
        return std::atan2(point.y() - middle.y(), point.x() - middle.x());
    };
    const double from = angle_of(seen.back());
    double sweep = angle_of(seen.front()) - from;
    const QPointF up = lens.point(centre + normal) - middle;
    while (sweep < 0)
        sweep += 2 * std::numbers::pi;
    const double half = from + sweep / 2;
    if (std::cos(half) * up.x() + std::sin(half) * up.y() < 0) sweep -= 2 * std::numbers::pi;
    for (int i = 0; i <= 40; ++i) {
        const double angle = from + sweep * i / 40;
        path.lineTo(middle + QPointF{std::cos(angle), std::sin(angle)} * radius);
    }
    path.closeSubpath();
    return path;
}

} // namespace

Part head_of(const poses::Lens& lens, const Body& body, const FigureColours& colours) {
    const auto in_chest = [&](const Vector3& own) { return body.chest + body.chest_turned.turned(own); };
    const Ball nape = ball_in_head(body, {0, -0.030F, -0.014F}, 0.0255F);
    const Silhouette neck{lens, {{in_chest({0, 0.036F, -0.006F}), 0.0275F}, nape}};
    // what the chin keeps from the light
    const Silhouette shade{lens, {{in_chest({0, 0.052F, -0.004F}), 0.0262F}, nape}};
    const std::array rings{Slice{in_chest({0, 0.014F, -0.006F}), body.chest_turned, 0.041F, 0.036F},
                           Slice{in_chest({0, 0.028F, -0.006F}), body.chest_turned, 0.034F, 0.031F}};
    const Silhouette collar{lens, rings};
    const Silhouette hair_behind{lens, {ball_in_head(body, hair_ball.centre, hair_ball.radius)}};
    Silhouette face{lens,
                    {ball_in_head(body, cranium.centre, cranium.radius),
                     ball_in_head(body, {0.019F, -0.024F, 0.010F}, 0.0310F),
                     ball_in_head(body, {-0.019F, -0.024F, 0.010F}, 0.0310F),
                     ball_in_head(body, {0, -0.044F, 0.020F}, 0.0205F)}};
    face.wrap({ball_in_head(body, {0, 0.000F, 0.047F}, 0.0060F),
               ball_in_head(body, {0, -0.015F, 0.0555F}, 0.0080F),
               ball_in_head(body, {0, -0.019F, 0.046F}, 0.0080F)});
    const QColor ear_skin = blended(colours.skin, colours.skin_far, 0.45);
    Part head{lens.nearness(body.head) + 0.03, {}};
    head.layers.push_back({collar.paths(), colours.top_far});
    head.layers.push_back({neck.paths(), colours.skin});
    head.layers.push_back({shade.paths(), blended(colours.skin, colours.skin_far, 0.7)});
    head.layers.push_back({hair_behind.paths(), colours.hair});
    std::vector<Layer> near;
    for (const float side : {1.0F, -1.0F}) {
        Silhouette temple{lens,
                          {ball_in_head(body, {side * 0.0420F, 0.016F, 0.012F}, 0.0120F),
                           ball_in_head(body, {side * 0.0480F, -0.004F, 0.003F}, 0.0070F),
                           ball_in_head(body, {side * 0.0400F, 0.000F, -0.020F}, 0.0180F)}};
        temple.wrap({ball_in_head(body, {side * 0.0400F, 0.000F, -0.024F}, 0.0190F),
                     ball_in_head(body, {side * 0.0260F, -0.030F, -0.034F}, 0.0165F)});
        Silhouette ear{lens,
                       {ball_in_head(body, {side * 0.0535F, -0.002F, -0.008F}, 0.0125F),
                        ball_in_head(body, {side * 0.0515F, -0.014F, -0.006F}, 0.0085F)}};
        const double facing = lens.facing(body.head_turned.turned(Vector3{side, 0, 0}));
        std::vector<Layer>& layers = facing > 0.2 ? near : head.layers;
        layers.push_back({temple.paths(), colours.hair});
        layers.push_back({ear.paths(), ear_skin});
    }
    const bool turned_away = lens.facing(body.head_turned.turned(Vector3{0, 0, 1})) < -0.25;
    head.layers.push_back(
        {face.paths(), turned_away ? blended(colours.skin, colours.skin_far, 0.7) : colours.skin});
    head.layers.push_back({{visible_hair(lens, body)}, colours.hair});
    std::ranges::move(near, std::back_inserter(head.layers));
    return head;
}

void draw_face(Drawing& drawing, const poses::Lens& lens, const Body& body, const poses::Pose& pose,
               const FigureColours& colours) {
    const auto at = [&](float x, float y, float z) { return lens.point(in_head(body, {x, y, z})); };
    const auto seen = [&](float x, float y, float z) {
        return std::clamp((lens.facing(body.head_turned.turned({x, y, z})) - 0.10) / 0.18, 0.0, 1.0);
    };
    // an eye on the side turned away is gone before it would stand out beyond the face
    const auto eye_seen = [&](float side, float x, float y, float z) {
        const bool far = lens.facing(body.head_turned.turned(Vector3{side, 0, 0})) < 0;
        return std::clamp(
            (lens.facing(body.head_turned.turned({side * x, y, z})) - (far ? 0.38 : 0.10)) / 0.18, 0.0, 1.0);
    };
    const auto line = [&](const QColor& colour, float width, double opacity) {
        QColor faded = colour;
        faded.setAlphaF(static_cast<float>(opacity));
        return QPen{faded, lens.pixels(width), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    };
    const auto stroke = [&](const QPointF& from, const QPointF& over, const QPointF& to, const QPen& pen) {
        if (pen.color().alpha() == 0) return;
        QPainterPath path{from};
        path.quadTo(over, to);
        drawing.line(path, pen);
    };
    for (const float side : {1.0F, -1.0F}) {
        const double eye = eye_seen(side, 0.021F, 0, 0.050F);
        if (eye <= 0) continue;
        QColor blush = colours.blush;
        blush.setAlphaF(static_cast<float>(0.55 * eye));
        const double cheek = std::fabs(lens.point(in_head(body, {side * 0.040F, -0.02F, 0.036F})).x() -
                                       lens.point(in_head(body, {side * 0.022F, -0.02F, 0.046F})).x());
        QPainterPath round;
        round.addEllipse(at(side * 0.031F, -0.020F, 0.041F), std::max(cheek / 1.7, 0.1),
                         lens.pixels(0.0075F));
        drawing.fill(round, blush);
        if (pose.lids > 0.6F) {
            stroke(at(side * 0.0135F, 0.000F, 0.0515F), at(side * 0.021F, -0.0075F, 0.0505F),
                   at(side * 0.0285F, 0.000F, 0.0465F), line(colours.face, 0.0045F, eye));
        } else {
            const float open = 0.0016F * (1 - pose.lids);
            QPainterPath pupil{at(side * 0.021F, open, 0.0495F)};
            pupil.lineTo(at(side * 0.021F, -open - 0.0004F, 0.0495F));
            drawing.line(pupil, line(colours.face, 0.0098F, eye));
        }
        stroke(at(side * 0.0125F, 0.0195F, 0.0510F), at(side * 0.022F, 0.0245F, 0.0485F),
               at(side * 0.0300F, 0.0185F, 0.0435F),
               line(colours.hair, 0.0042F, eye_seen(side, 0.022F, 0.01F, 0.045F)));
    }
    stroke(at(-0.0055F, -0.0165F, 0.0590F), at(0, -0.0200F, 0.0620F), at(0.0055F, -0.0165F, 0.0590F),
           line(blended(colours.skin, colours.skin_far, 1.1), 0.0046F, seen(0, -0.1F, 1)));
    stroke(at(-0.0145F, -0.0345F, 0.0440F), at(0, -0.0440F, 0.0520F), at(0.0145F, -0.0345F, 0.0440F),
           line(colours.mouth, 0.0046F, seen(0, -0.3F, 1)));
}

} // namespace limber::figure
