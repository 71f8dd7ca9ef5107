// SPDX-License-Identifier: GPL-3.0-or-later
// Rounded shapes: everything that is skin or cloth is a skin drawn tightly over balls.
#pragma once

#include "figure/lens.hpp"

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QQuaternion>
#include <QVector3D>

#include <initializer_list>
#include <span>
#include <vector>

namespace limber {

struct Ball {
    QVector3D centre;
    float radius;
};

/// A slice through the trunk: an ellipse upright to the spine.
struct Slice {
    QVector3D centre;
    QQuaternion turned;
    float half_width;
    float half_depth;
};

/// Adds shapes that melt into one another, also where they overlap.
class Silhouette {
public:
    explicit Silhouette(const Lens& lens);

    /// The tight skin over all of these.
    void wrap(std::initializer_list<Ball> balls);

    /// Smooth skin over slices, one after another.
    void wrap(std::span<const Slice> slices);

    [[nodiscard]] const QPainterPath& path() const { return path_; }

private:
    void add_polygon(const QPolygonF& polygon);
    void add_hull(std::vector<QPointF>& points);
    bool add_pill(std::vector<QPointF>& points, const Ball& one, const Ball& other) const;

    const Lens& lens_;
    QPainterPath path_;
};

} // namespace limber
