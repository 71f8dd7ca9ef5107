// SPDX-License-Identifier: GPL-3.0-or-later
// Rounded shapes: everything that is skin or cloth is a skin drawn tightly over balls.
#pragma once

#include "poses/lens.hpp"
#include "poses/space.hpp"

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>

#include <initializer_list>
#include <span>
#include <vector>

namespace limber::figure {

struct Ball {
    poses::Vector3 centre;
    float radius;
};

/// A slice through the trunk: an ellipse upright to the spine.
struct Slice {
    poses::Vector3 centre;
    poses::Rotation turned;
    float half_width;
    float half_depth;
};

/// Shapes that melt into one another when they are painted in one colour. Each is convex and a path of its
/// own: in one path, the edges within the others would be most of the work.
class Silhouette {
public:
    explicit Silhouette(const poses::Lens& lens);

    /// The tight skin over all of these.
    void wrap(std::initializer_list<Ball> balls);

    /// Smooth skin over slices, one after another.
    void wrap(std::span<const Slice> slices);

    [[nodiscard]] const std::vector<QPainterPath>& paths() const { return paths_; }

private:
    void add_polygon(const QPolygonF& polygon);
    void add_hull(std::vector<QPointF>& points);
    bool add_pill(std::vector<QPointF>& points, const Ball& one, const Ball& other) const;

    const poses::Lens& lens_;
    std::vector<QPainterPath> paths_;
};

} // namespace limber::figure
