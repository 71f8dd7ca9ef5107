// SPDX-License-Identifier: GPL-3.0-or-later
// Rounded shapes.
#include "figure/person.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace limber::figure {
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

/// A slice in the picture.
struct Oval {
    QPointF centre;
    QPointF across; ///< half axes, at any angle to each other
    QPointF deep;

    /// The point of its edge that is farthest in this direction.
    [[nodiscard]] QPointF farthest(const QPointF& way) const {
        const double a = QPointF::dotProduct(across, way);
        const double b = QPointF::dotProduct(deep, way);
        const double size = std::hypot(a, b);
        return size > 0 ? centre + (across * a + deep * b) / size : centre;
    }
};

/// Around a stack of slices seen from its side: up along one edge, around the top, down along the other,
/// around the bottom. Empty when it is seen too much from above or below for that.
QPolygonF outline_of(const std::vector<Oval>& ovals) {
    constexpr int cap = 9;
    const std::size_t count = ovals.size();
    const QPointF spine = ovals.back().centre - ovals.front().centre;
    std::vector<QPointF> ways; // along the spine, of length 1
    ways.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const QPointF way = ovals[std::min(i + 1, count - 1)].centre - ovals[i == 0 ? 0 : i - 1].centre;
        const double length = std::hypot(way.x(), way.y());
        const Oval& oval = ovals[i];
        const double thickness =
            std::hypot(QPointF::dotProduct(oval.across, way), QPointF::dotProduct(oval.deep, way));
        // more of the slice's face than of its edge would be seen
        if (length < 1e-6 || QPointF::dotProduct(way, spine) <= 0 || thickness > length * length) return {};
        ways.push_back(way / length);
    }
    const auto left_of = [](const QPointF& way) { return QPointF{-way.y(), way.x()}; };
    QPolygonF outline;
    outline.reserve(static_cast<qsizetype>(2 * count) + qsizetype{2} * cap);
    const auto around = [&](const Oval& oval, const QPointF& way, double from) {
        for (int i = 1; i < cap; ++i) {
            const double angle = std::numbers::pi * i / cap;
            outline << oval.farthest(left_of(way) * (from * std::cos(angle)) +
                                     way * (from * std::sin(angle)));
        }
    };
    for (std::size_t i = 0; i < count; ++i)
        outline << ovals[i].farthest(left_of(ways[i]));
    around(ovals.back(), ways.back(), 1);
    for (std::size_t i = count; i-- > 0;)
        outline << ovals[i].farthest(-left_of(ways[i]));
    around(ovals.front(), ways.front(), -1);
    return outline;
}

} // namespace

void Silhouette::add_polygon(const QPolygonF& polygon) {
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    paths_.push_back(path);
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
    add_polygon(hull_of(points));
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
    std::vector<Oval> ovals;
    ovals.reserve(slices.size());
    for (const Slice& slice : slices) {
        // an ellipse in space is an ellipse in the picture: its two half axes are enough
        const QPointF centre = lens_.point(slice.centre);
        ovals.push_back({centre,
                         lens_.point(slice.centre + slice.turned.turned({slice.half_width, 0, 0})) - centre,
                         lens_.point(slice.centre + slice.turned.turned({0, 0, slice.half_depth})) - centre});
    }
    if (const QPolygonF outline = outline_of(ovals); !outline.isEmpty()) {
        add_polygon(outline);
        return;
    }
    constexpr std::size_t corners = 36;
    for (std::size_t i = 0; i + 1 < ovals.size(); ++i) {
        std::vector<QPointF> points;
        points.reserve(2 * corners);
        for (const Oval& oval : {ovals[i], ovals[i + 1]}) {
            for (const QPointF& point : whole_circle(corners))
                points.push_back(oval.centre + oval.across * point.x() + oval.deep * point.y());
        }
        add_polygon(hull_of(points));
    }
}

} // namespace limber::figure
