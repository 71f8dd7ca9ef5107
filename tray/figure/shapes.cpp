// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/shapes.hpp"

#include "poses/lens.hpp"

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <numbers>
#include <span>
#include <vector>

namespace limber {
namespace {

constexpr double full_turn = 2 * std::numbers::pi;
constexpr std::size_t most_corners = 48;

/// So many corners that a circle of this radius in pixels looks round.
std::size_t corners_of(double radius) {
    return static_cast<std::size_t>(
        std::clamp(5 * std::sqrt(std::max(radius, 0.0)), 8.0, static_cast<double>(most_corners)));
}

/// Points of a circle of radius 1, as many as corners_of() says at most. Their sines are most of the work.
const std::vector<QPointF>& whole_circle(std::size_t corners) {
    static std::array<std::vector<QPointF>, most_corners + 1> circles;
    std::vector<QPointF>& circle = circles.at(corners);
    if (circle.empty()) {
        circle.reserve(corners);
        for (std::size_t i = 0; i < corners; ++i) {
            const double angle = full_turn * static_cast<double>(i) / static_cast<double>(corners);
            circle.emplace_back(std::cos(angle), std::sin(angle));
        }
    }
    return circle;
}

void add_arc(std::vector<QPointF>& points, const QPointF& centre, double radius, double from, double sweep) {
    const auto steps = std::max<std::size_t>(
        2,
        static_cast<std::size_t>(std::lround(static_cast<double>(corners_of(radius)) * sweep / full_turn)));
    // each point is the one before, turned a step further
    const double step = sweep / static_cast<double>(steps);
    const QPointF turn{std::cos(step), std::sin(step)};
    QPointF point = QPointF{std::cos(from), std::sin(from)} * radius;
    for (std::size_t i = 0; i <= steps; ++i) {
        points.push_back(centre + point);
        point = {point.x() * turn.x() - point.y() * turn.y(), point.x() * turn.y() + point.y() * turn.x()};
    }
}

double turn_of(const QPointF& a, const QPointF& b, const QPointF& c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
}

/// Andrew's monotone chain.
QPolygonF hull_of(std::vector<QPointF>& points) {
    std::ranges::sort(points, [](const QPointF& a, const QPointF& b) {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    });
    QPolygonF hull;
    hull.reserve(static_cast<qsizetype>(points.size()));
    const auto add = [&](const QPointF& point, qsizetype least) {
        while (hull.size() >= least && turn_of(hull[hull.size() - 2], hull.back(), point) <= 0)
            hull.removeLast();
        hull.append(point);
    };
    for (const QPointF& point : points)
        add(point, 2);
    const qsizetype lower = hull.size() + 1;
    for (std::size_t i = points.size() - 1; i-- > 0;)
        add(points[i], lower);
    return hull;
}

} // namespace

Silhouette::Silhouette(const Lens& lens) : lens_{lens} {}

void Silhouette::add_polygon(const QPolygonF& polygon) {
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    paths_.push_back(path);
}

void Silhouette::add_hull(std::vector<QPointF>& points) {
    add_polygon(hull_of(points));
}

void Silhouette::wrap(std::initializer_list<Ball> balls) {
    std::vector<QPointF> points;
    points.reserve(balls.size() * 48);
    if (balls.size() == 2 && add_pill(points, *balls.begin(), *(balls.begin() + 1))) {
        add_polygon(QPolygonF{QList<QPointF>{points.begin(), points.end()}});
        return;
    }
    for (const Ball& ball : balls) {
        const QPointF centre = lens_.point(ball.centre);
        const double radius = lens_.pixels(ball.radius);
        for (const QPointF& point : whole_circle(corners_of(radius)))
            points.push_back(centre + point * radius);
    }
    add_hull(points);
}

/// Two balls have their skin without a search. False if one hides the other.
bool Silhouette::add_pill(std::vector<QPointF>& points, const Ball& one, const Ball& other) const {
    const QPointF a = lens_.point(one.centre);
    const QPointF b = lens_.point(other.centre);
    const double ra = lens_.pixels(one.radius);
    const double rb = lens_.pixels(other.radius);
    const QPointF way = b - a;
    const double distance = std::sqrt(QPointF::dotProduct(way, way));
    if (distance <= std::fabs(ra - rb) + 1e-6) return false;
    const double along = std::atan2(way.y(), way.x());
    const double touch = std::acos((ra - rb) / distance);
    add_arc(points, b, rb, along - touch, 2 * touch);
    add_arc(points, a, ra, along + touch, full_turn - 2 * touch);
    return true;
}

void Silhouette::wrap(std::span<const Slice> slices) {
    constexpr std::size_t corners = 36;
    const auto add = [&](const Slice& slice, std::vector<QPointF>& points) {
        // an ellipse in space is an ellipse in the picture: its two half axes are enough
        const QPointF centre = lens_.point(slice.centre);
        const QPointF across =
            lens_.point(slice.centre + slice.turned.turned({slice.half_width, 0, 0})) - centre;
        const QPointF deep =
            lens_.point(slice.centre + slice.turned.turned({0, 0, slice.half_depth})) - centre;
        for (const QPointF& point : whole_circle(corners))
            points.push_back(centre + across * point.x() + deep * point.y());
    };
    for (std::size_t i = 0; i + 1 < slices.size(); ++i) {
        std::vector<QPointF> points;
        points.reserve(2 * corners);
        add(slices[i], points);
        add(slices[i + 1], points);
        add_hull(points);
    }
}

} // namespace limber
