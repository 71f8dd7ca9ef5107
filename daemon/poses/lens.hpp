// SPDX-License-Identifier: GPL-3.0-or-later
// From joints in space to points of the picture.
#pragma once

#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QPointF>
#include <QRectF>

#include <cmath>
#include <numbers>

namespace limber::poses {

class Lens {
public:
    /// `frame` is a square. `mirrored`: the whole picture left to right.
    Lens(const Lookout& lookout, const QRectF& frame, bool mirrored)
        : middle_{frame.center()}, centre_{lookout.centre}, scale_{frame.width() / lookout.height},
          height_{lookout.height}, side_{mirrored ? -1.0 : 1.0}, turn_{lookout.turn}, tilt_{lookout.tilt} {}

    [[nodiscard]] QPointF point(const Vector3& place) const {
        const double across = place.x() * turn_.cos + place.z() * turn_.sin;
        const double up = place.y() * tilt_.cos - toward(place) * tilt_.sin;
        return from_middle({across - centre_.x(), up - centre_.y()});
    }

    /// Grows toward the viewer, in body heights.
    [[nodiscard]] double nearness(const Vector3& place) const {
        return toward(place) * tilt_.cos + place.y() * tilt_.sin;
    }

    /// 1: this direction points at the viewer; -1: away.
    [[nodiscard]] double facing(const Vector3& direction) const { return nearness(direction.normalized()); }

    /// Pixels of a length in body heights.
    [[nodiscard]] double pixels(double length) const { return length * scale_; }

    /// Of the picture, in body heights.
    [[nodiscard]] double height() const { return height_; }

    /// A point given in body heights from the picture's middle, right and up.
    [[nodiscard]] QPointF from_middle(const QPointF& offset) const {
        return {middle_.x() + side_ * offset.x() * scale_, middle_.y() - offset.y() * scale_};
    }

private:
    struct Angle {
        explicit Angle(double degrees)
            : cos{std::cos(degrees * std::numbers::pi / 180)},
              sin{std::sin(degrees * std::numbers::pi / 180)} {}

        double cos;
        double sin;
    };

    /// The viewer, before the picture is tilted.
    [[nodiscard]] double toward(const Vector3& place) const {
        return place.z() * turn_.cos - place.x() * turn_.sin;
    }

    QPointF middle_;
    QPointF centre_;
    double scale_;
    double height_;
    double side_;
    Angle turn_;
    Angle tilt_;
};

} // namespace limber::poses
