// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.hpp"
#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "figure/person.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QColor>
#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>
#include <vector>

namespace limber::figure {

using poses::Lens;
using poses::Vector3;

namespace {

/// A smooth line through all points (Catmull and Rom), close enough together to look round.
QPolygonF smooth(const std::vector<QPointF>& points) {
    const int steps = points.size() > 8 ? 3 : 10;
    const auto point = [&](std::size_t i) { return points[std::min(i, points.size() - 1)]; };
    QPolygonF line;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const QPointF a = point(i == 0 ? 0 : i - 1);
        const QPointF b = points[i];
        const QPointF c = points[i + 1];
        const QPointF d = point(i + 2);
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            line << 0.5 * ((2 * b) + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * (t * t) +
                           (3 * b - a - 3 * c + d) * (t * t * t));
        }
    }
    line << points.back();
    return line;
}

std::vector<QPointF> followed(const Lens& lens, const poses::Movement& motion, const poses::Arrow& arrow,
                              Duration length) {
    constexpr int steps = 16;
    const double whole = motion.cycle > Duration{} && length > Duration{}
                             ? std::min(1.0, std::chrono::duration<double>(motion.cycle) /
                                                 std::chrono::duration<double>(length))
                             : 1.0;
    std::vector<QPointF> points;
    for (int i = 0; i <= steps; ++i) {
        const poses::Pose pose = poses::pose_at(motion, whole * i / steps * 0.9999, length);
        const QPointF point = lens.point(poses::place_named(poses::body_of(pose), arrow.follow));
        // equal spacing: where a movement is slow the points would lie on top of each other
        if (points.empty() || QLineF{points.back(), point}.length() > lens.pixels(0.004))
            points.push_back(point);
    }
    // a full round would hide where it ends
    if (motion.round_trip && motion.ease == poses::Ease::through && points.size() > 8)
        points.resize(points.size() * 9 / 10);
    QPointF middle;
    for (const QPointF& point : points)
        middle += point / static_cast<double>(points.size());
    const QPointF shift = lens.from_middle(arrow.shift) - lens.from_middle({});
    for (QPointF& point : points)
        point = middle + (point - middle) * arrow.stretch + shift;
    return points;
}

/// The line up to where the arrow's head begins.
QPolygonF shortened(const QPolygonF& whole, double head) {
    QPolygonF line = whole;
    while (line.size() > 2 && QLineF{line.back(), whole.back()}.length() < head)
        line.removeLast();
    return line;
}

void draw_arrow(Drawing& drawing, const std::vector<QPointF>& points, double unit, const QColor& colour,
                const QColor& rim, double opacity) {
    const double size = unit * 0.042;
    const QPolygonF line = shortened(smooth(points), size * 0.75);
    const QPointF tip = points.back();
    const QLineF last{line.back(), tip};
    if (last.length() < 1e-6) return;
    const QPointF along = (last.p2() - last.p1()) / last.length();
    const QPointF across{-along.y(), along.x()};
    QPainterPath head{tip};
    head.lineTo(tip - along * size + across * size * 0.60);
    head.lineTo(tip - along * size * 0.76);
    head.lineTo(tip - along * size - across * size * 0.60);
    head.closeSubpath();
    QPainterPath shaft;
    shaft.addPolygon(line);
    const double width = unit * 0.0135;
    for (const bool outer : {true, false}) {
        const QColor& ink = outer ? rim : colour;
        const double more = outer ? unit * 0.011 : 0;
        // the corners are too blunt for a join to be seen, and round ones take most of the time
        drawing.line(shaft, QPen{ink, width + more, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin}, opacity);
        drawing.fill(head, ink, opacity);
        drawing.line(head, QPen{ink, unit * 0.008 + more, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin},
                     opacity);
    }
}

} // namespace

void draw_floor(Drawing& drawing, const Lens& lens, const poses::Body& body, double seat,
                const FigureColours& colours) {
    const auto& legs = body.leg;
    const Vector3 between = (legs[poses::left_side].end + legs[poses::right_side].end) / 2;
    Vector3 low = between;
    Vector3 high = between;
    // the higher something is, the less of a shadow it has
    const auto reach = [&](const Vector3& place, float radius) {
        const auto near = 1 - static_cast<float>(poses::smoothstep(place.y() / 0.25));
        const Vector3 shade = between + (place - between) * near;
        low = {std::min(low.x(), shade.x() - radius * near), 0, std::min(low.z(), shade.z() - radius * near)};
        high = {std::max(high.x(), shade.x() + radius * near), 0,
                std::max(high.z(), shade.z() + radius * near)};
    };
    for (const int side : {poses::left_side, poses::right_side}) {
        reach(legs[side].end, 0.06F);
        reach(legs[side].end + legs[side].along * 0.10F, 0.05F);
        reach(legs[side].middle, 0.08F);
        reach(body.arm[side].end + body.arm[side].along * 0.05F, 0.07F);
    }
    if (seat > 0) {
        reach({0.19F, 0, 0}, 0.03F);
        reach({-0.19F, 0, -0.16F}, 0.03F);
    }
    const Vector3 middle = (low + high) / 2;
    const Vector3 half = (high - low) / 2;
    QPolygonF ellipse;
    for (int i = 0; i < 48; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / 48;
        ellipse << lens.point(middle +
                              Vector3{half.x() * std::cos(angle), 0, half.z() * std::sin(angle)} * 1.12F);
    }
    QPainterPath shadow;
    shadow.addPolygon(ellipse);
    shadow.closeSubpath();
    drawing.fill(shadow, colours.shadow);
}

void draw_stool(Drawing& drawing, const Lens& lens, double height, const FigureColours& colours) {
    constexpr float half = 0.150F;
    constexpr float edge = 0.022F;
    const auto top = static_cast<float>(height) - edge;
    const auto corners = [&](float y) {
        return std::array{Ball{{half, y, half - 0.05F}, edge}, Ball{{-half, y, half - 0.05F}, edge},
                          Ball{{half, y, -half - 0.05F}, edge}, Ball{{-half, y, -half - 0.05F}, edge}};
    };
    const auto upper = corners(top);
    const auto under = corners(top - 0.030F);
    const auto lower = corners(edge);
    Silhouette legs{lens};
    for (std::size_t i = 0; i < upper.size(); ++i)
        legs.wrap({{under[i].centre * Vector3{0.86F, 1, 0.86F}, 0.017F}, {lower[i].centre, 0.013F}});
    drawing.fill(legs.paths(), colours.seat_side);
    const Silhouette board{lens,
                           {upper[0], upper[1], upper[2], upper[3], under[0], under[1], under[2], under[3]}};
    drawing.fill(board.paths(), blended(colours.seat, colours.seat_side, 0.55));
    const Silhouette cushion{lens, {upper[0], upper[1], upper[2], upper[3]}};
    drawing.fill(cushion.paths(), colours.seat);
}

std::vector<Layer> blades_of(const Lens& lens, const poses::Body& body, const poses::Pose& pose,
                             const FigureColours& colours) {
    if (lens.facing(body.chest_turned.turned(Vector3{0, 0, -1})) < 0.3) return {};
    const auto on_back = [&](float x, float y) {
        return body.chest + body.chest_turned.turned(Vector3{x, y, -0.062F});
    };
    std::vector<Layer> layers;
    Silhouette spine{lens};
    for (int i = 0; i < 9; ++i)
        spine.wrap({{on_back(0, 0.004F - 0.024F * static_cast<float>(i)), 0.0042F}});
    layers.push_back({spine.paths(), blended(colours.top, colours.top_far, 1.3)});
    for (const int side : {poses::left_side, poses::right_side}) {
        // a blade goes further than its shoulder, and its tip turns inward
        const Vector3 shift = pose.arm[side].shift;
        const float sign = side == poses::left_side ? 1.0F : -1.0F;
        const float x = 0.064F + shift.x() * 2.3F;
        const float y = -0.078F + shift.y() * 1.25F;
        const float tilt = shift.x() * 1.2F;
        Silhouette blade{lens,
                         {{on_back(sign * (x - 0.014F), y + 0.036F), 0.009F},
                          {on_back(sign * (x + 0.026F), y + 0.032F), 0.010F},
                          {on_back(sign * (x - 0.006F + tilt), y - 0.046F), 0.009F}}};
        layers.push_back({blade.paths(), blended(blended(colours.top, colours.top_far, 0.85), colours.glow,
                                                 pose.effort * 0.8)});
    }
    return layers;
}

void draw_glows(Drawing& drawing, const Lens& lens, const poses::Body& body, const poses::Shown& shown,
                const poses::Pose& pose, const FigureColours& colours) {
    if (pose.effort <= 0.01F) return;
    for (const poses::Glow& glow : shown.figure->glows) {
        // what is behind the trunk does not shine through it
        const Vector3 place = poses::glowing_place(glow, shown, body);
        const Vector3& trunk = place.y() < body.waist.y() ? body.pelvis : body.chest;
        if (lens.nearness(place) < lens.nearness(trunk) - 0.03) continue;
        drawing.shine(lens.point(place), lens.pixels(glow.size), colours.glow, pose.effort);
    }
}

void draw_steady_head(Drawing& drawing, const Lens& lens, const poses::Body& body,
                      const FigureColours& colours) {
    QPen pen{colours.arrow, lens.pixels(0.0075), Qt::CustomDashLine, Qt::RoundCap};
    pen.setDashPattern({1.6, 2.4});
    const double radius = lens.pixels(0.094);
    QPainterPath ring;
    ring.addEllipse(lens.point(body.head), radius, radius);
    drawing.line(ring, pen);
    const Vector3 eyes = body.head + body.head_turned.turned(Vector3{0, 0, 0.075F});
    Vector3 floor = eyes;
    floor.set_y(0.012F);
    QPainterPath gaze{lens.point(eyes + Vector3{0, -0.03F, 0})};
    gaze.lineTo(lens.point(floor));
    drawing.line(gaze, pen);
}

void draw_arrows(Drawing& drawing, const Lens& lens, const poses::Movement& motion, Duration length,
                 double opacity, const FigureColours& colours) {
    if (opacity <= 0) return;
    const double unit = lens.pixels(1) * lens.height();
    for (const poses::Arrow& arrow : motion.arrows) {
        std::vector<QPointF> points;
        if (!arrow.follow.empty()) {
            points = followed(lens, motion, arrow, length);
        } else {
            std::ranges::transform(arrow.points, std::back_inserter(points),
                                   [&](const QPointF& point) { return lens.from_middle(point); });
        }
        if (points.size() >= 2) draw_arrow(drawing, points, unit, colours.arrow, colours.disc, opacity);
    }
}

} // namespace limber::figure
