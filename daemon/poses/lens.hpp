// SPDX-License-Identifier: GPL-3.0-or-later
// From joints in space to points of the picture.
#pragma once

#include "poses/motion.hpp"
#include "poses/space.hpp"

#include <QPointF>
#include <QRectF>

namespace limber::poses {

class Lens {
public:
    /// `frame` is a square. `mirrored`: the whole picture left to right.
    Lens(const Lookout& lookout, const QRectF& frame, bool mirrored);

    [[nodiscard]] QPointF point(const Vector3& place) const;

    /// Grows toward the viewer, in body heights.
    [[nodiscard]] double nearness(const Vector3& place) const;

    /// 1: this direction points at the viewer; -1: away.
    [[nodiscard]] double facing(const Vector3& direction) const { return nearness(direction.normalized()); }

    /// Pixels of a length in body heights.
    [[nodiscard]] double pixels(double length) const { return length * scale_; }

    /// Of the picture, in body heights.
    [[nodiscard]] double height() const { return height_; }

    /// A point given in body heights from the picture's middle, right and up.
    [[nodiscard]] QPointF from_middle(const QPointF& offset) const;

private:
    QPointF middle_;
    QPointF centre_;
    double scale_;
    double height_;
    double side_;
    double turn_cos_;
    double turn_sin_;
    double tilt_cos_;
    double tilt_sin_;
};

} // namespace limber::poses
