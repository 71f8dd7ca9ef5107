// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/lens.hpp"

#include "poses/motion.hpp"
#include "poses/space.hpp"

#include <QPointF>
#include <QRectF>

#include <cmath>
#include <numbers>

namespace limber::poses {
namespace {

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

} // namespace

Lens::Lens(const Lookout& lookout, const QRectF& frame, bool mirrored)
    : middle_{frame.center()}, centre_{lookout.centre}, scale_{frame.width() / lookout.height},
      height_{lookout.height}, side_{mirrored ? -1.0 : 1.0}, turn_cos_{std::cos(radians(lookout.turn))},
      turn_sin_{std::sin(radians(lookout.turn))}, tilt_cos_{std::cos(radians(lookout.tilt))},
      tilt_sin_{std::sin(radians(lookout.tilt))} {}

QPointF Lens::point(const Vector3& place) const {
    const double across = place.x() * turn_cos_ + place.z() * turn_sin_;
    const double toward = place.z() * turn_cos_ - place.x() * turn_sin_;
    const double up = place.y() * tilt_cos_ - toward * tilt_sin_;
    return {middle_.x() + side_ * (across - centre_.x()) * scale_, middle_.y() - (up - centre_.y()) * scale_};
}

double Lens::nearness(const Vector3& place) const {
    const double toward = place.z() * turn_cos_ - place.x() * turn_sin_;
    return toward * tilt_cos_ + place.y() * tilt_sin_;
}

QPointF Lens::from_middle(const QPointF& offset) const {
    return {middle_.x() + side_ * offset.x() * scale_, middle_.y() - offset.y() * scale_};
}

} // namespace limber::poses
