// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/shapes.hpp"

#include "figure/lens.hpp"

#include <QPointF>
#include <QPolygonF>
#include <QVector3D>

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

constexpr std::size_t corners = 36;

const std::array<QPointF, corners>& circle() {
    static const auto points = [] {
        std::array<QPointF, corners> all;
        for (std::size_t i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(i) / corners;
            all[i] = {std::cos(angle), std::sin(angle)};
        }
        return all;
    }();
    return points;
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

Silhouette::Silhouette(const Lens& lens) : lens_{lens} {
    path_.setFillRule(Qt::WindingFill);
}

void Silhouette::add_hull(std::vector<QPointF>& points) {
    path_.addPolygon(hull_of(points));
    path_.closeSubpath();
}

void Silhouette::wrap(std::initializer_list<Ball> balls) {
    std::vector<QPointF> points;
    points.reserve(balls.size() * corners);
    for (const Ball& ball : balls) {
        const QPointF centre = lens_.point(ball.centre);
        const double radius = lens_.pixels(ball.radius);
        for (const QPointF& corner : circle())
            points.push_back(centre + corner * radius);
    }
    add_hull(points);
}

void Silhouette::wrap(std::span<const Slice> slices) {
    const auto add = [&](const Slice& slice, std::vector<QPointF>& points) {
        for (const QPointF& corner : circle()) {
            points.push_back(
                lens_.point(slice.centre +
                            slice.turned.rotatedVector({static_cast<float>(corner.x()) * slice.half_width, 0,
                                                        static_cast<float>(corner.y()) * slice.half_depth})));
        }
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
