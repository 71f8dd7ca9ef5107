// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/drawing.hpp"

#include <QImage>
#include <QPainter>
#include <QRadialGradient>
#include <QRect>

#include <cmath>
#include <utility>

namespace limber::figure {
namespace {

/// A gradient is painted slowly, and this one again and again: as an image it is not.
const QImage& light_of(double radius, const QColor& colour, double ratio) {
    struct Light {
        double radius;
        double ratio;
        QColor colour;
        QImage image;
    };

    constexpr std::size_t most_lights = 6;
    static std::vector<Light> lights;
    const auto known = std::ranges::find_if(lights, [&](const Light& light) {
        return std::fabs(light.radius - radius) < 0.01 && light.ratio == ratio && light.colour == colour;
    });
    if (known != lights.end()) return known->image;
    if (lights.size() == most_lights) lights.clear();
    const int side = static_cast<int>(std::ceil(2 * radius * ratio)) + 1;
    QImage image{side, side, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QRadialGradient light{QPointF{radius, radius}, radius};
    QColor faded = colour;
    for (const auto& [stop, strength] : {std::pair{0.0, 0.85F}, {0.45, 0.55F}, {0.75, 0.20F}, {1.0, 0.0F}}) {
        faded.setAlphaF(strength);
        light.setColorAt(stop, faded);
    }
    QPainter{&image}.fillRect(QRectF{0, 0, 2 * radius, 2 * radius}, light);
    return lights.emplace_back(radius, ratio, colour, image).image;
}

} // namespace

void Drawing::add(Mark mark) {
    mark.in_hole = in_hole_;
    if (in_hole_) mark.bounds &= hole_;
    if (!mark.bounds.isEmpty()) marks_.push_back(std::move(mark));
}

void Drawing::fill(const QPainterPath& path, const QColor& colour, double opacity) {
    add({.path = path, .colour = colour, .opacity = opacity, .bounds = path.controlPointRect()});
}

void Drawing::fill(const std::vector<QPainterPath>& paths, const QColor& colour) {
    for (const QPainterPath& path : paths)
        fill(path, colour);
}

void Drawing::line(const QPainterPath& path, const QPen& pen, double opacity) {
    const double half = pen.widthF() / 2;
    add({.path = path,
         .colour = pen.color(),
         .pen = pen,
         .opacity = opacity,
         .bounds = path.controlPointRect().adjusted(-half, -half, half, half)});
}

void Drawing::shine(const QPointF& centre, double radius, const QColor& colour, double strength) {
    add({.colour = colour,
         .opacity = strength,
         .glow = radius,
         .bounds = {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius}});
}

void Drawing::cut_below(const QPointF& centre, double radius) {
    cut_centre_ = centre;
    cut_radius_ = radius;
}

void Drawing::begin_hole(const QRectF& round) {
    hole_ = round;
    in_hole_ = true;
}

void Drawing::lay_over(Drawing other, double opacity) {
    over_.clear();
    over_.push_back(std::move(other));
    over_opacity_ = opacity;
}

QRectF Drawing::reach() const {
    QRectF all;
    for (const Mark& mark : marks_) {
        if (!mark.in_hole) all |= mark.bounds;
    }
    return all;
}

/// Whether the disc's edge goes through this.
bool Drawing::is_cut(const QRectF& bounds) const {
    if (cut_radius_ == 0 || bounds.bottom() <= cut_centre_.y()) return false;
    const auto inside = [&](const QPointF& corner) {
        const QPointF way = corner - cut_centre_;
        return QPointF::dotProduct(way, way) < cut_radius_ * cut_radius_;
    };
    return !inside(bounds.bottomLeft()) || !inside(bounds.bottomRight());
}

void Drawing::paint(QPainter& painter, std::size_t first, std::size_t last) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(frame_, Qt::IntersectClip);
    QPainterPath window; // a round clip is slow, and begins with the first that needs it
    window.setFillRule(Qt::WindingFill);
    window.addEllipse(cut_centre_, cut_radius_, cut_radius_);
    window.addRect(frame_.left(), frame_.top(), frame_.width(), cut_centre_.y() - frame_.top());
    QPainterPath hole;
    hole.addEllipse(hole_);
    const QPainterPath* clip = nullptr;
    for (std::size_t i = first; i < last; ++i) {
        const Mark& mark = marks_[i];
        const bool cut = clip == &window || is_cut(mark.bounds.adjusted(-1, -1, 1, 1));
        const QPainterPath* const wanted = mark.in_hole ? &hole : cut ? &window : nullptr;
        if (wanted != clip) {
            if (clip != nullptr) painter.restore();
            painter.save();
            painter.setClipPath(*wanted, Qt::IntersectClip);
            clip = wanted;
        }
        painter.setOpacity(mark.opacity);
        if (mark.glow > 0) {
            painter.drawImage(mark.bounds.topLeft().toPoint(),
                              light_of(mark.glow, mark.colour, painter.device()->devicePixelRatio()));
        } else if (mark.pen.style() == Qt::NoPen) {
            painter.fillPath(mark.path, mark.colour);
        } else {
            painter.strokePath(mark.path, mark.pen);
        }
    }
    if (clip != nullptr) painter.restore();
    painter.setOpacity(1);
    if (!over_.empty() && last == marks_.size()) paint_over(painter);
    painter.restore();
}

/// By way of an image: what lies under its shapes must not be seen through each of them.
void Drawing::paint_over(QPainter& painter) const {
    const double ratio = painter.device()->devicePixelRatio();
    const QRect place = frame_.toAlignedRect();
    QImage image{place.size() * ratio, QImage::Format_ARGB32_Premultiplied};
    if (image.isNull()) return;
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter own{&image};
    own.translate(-place.topLeft());
    over_.front().paint(own);
    own.end();
    painter.setOpacity(over_opacity_);
    painter.drawImage(place.topLeft(), image);
}

} // namespace limber::figure
