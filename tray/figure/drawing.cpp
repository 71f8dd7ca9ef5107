// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/drawing.hpp"

#include <QColor>
#include <QImage>
#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRadialGradient>
#include <QRect>
#include <QRectF>
#include <QRegion>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace limber::figure {
namespace {

constexpr double too_small_to_see = 0.05; // pixels
constexpr int most_parts = 4;

/// The edge of an antialiased shape is up to a pixel further out.
QRect pixels_of(const QRectF& bounds) {
    return bounds.adjusted(-1, -1, 1, 1).toAlignedRect();
}

bool alike(const QPainterPath& one, const QPainterPath& other) {
    if (one.elementCount() != other.elementCount()) return false;
    for (int i = 0; i < one.elementCount(); ++i) {
        const QPainterPath::Element a = one.elementAt(i);
        const QPainterPath::Element b = other.elementAt(i);
        if (a.type != b.type || std::fabs(a.x - b.x) > too_small_to_see ||
            std::fabs(a.y - b.y) > too_small_to_see) {
            return false;
        }
    }
    return true;
}

qint64 area(const QRect& rect) {
    return qint64{rect.width()} * rect.height();
}

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

/// Few rectangles that do not overlap: each is painted by itself.
class Parts {
public:
    void add(QRect rect) {
        for (std::size_t i = 0; i < rects_.size();) {
            const QRect both = rects_[i] | rect;
            const bool worth_it = area(both) <= (area(rects_[i]) + area(rect)) * 5 / 4;
            if (!worth_it && !rects_[i].intersects(rect)) {
                ++i;
                continue;
            }
            rect = both;
            rects_.erase(rects_.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0;
        }
        rects_.push_back(rect);
    }

    [[nodiscard]] QRegion region() const {
        QRegion region;
        for (const QRect& rect : rects_)
            region += rect;
        return rects_.size() > most_parts ? QRegion{region.boundingRect()} : region;
    }

private:
    std::vector<QRect> rects_;
};

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

bool Drawing::look_alike(const Mark& one, const Mark& other) {
    const auto near = [](double a, double b) { return std::fabs(a - b) <= too_small_to_see; };
    return one.colour == other.colour && one.pen.style() == other.pen.style() &&
           near(one.pen.widthF(), other.pen.widthF()) && std::fabs(one.opacity - other.opacity) < 0.008 &&
           near(one.glow, other.glow) && one.in_hole == other.in_hole &&
           near(one.bounds.x(), other.bounds.x()) && near(one.bounds.y(), other.bounds.y()) &&
           alike(one.path, other.path);
}

QRegion Drawing::follow(const Drawing& before) {
    const bool same_kind = frame_ == before.frame_ && cut_centre_ == before.cut_centre_ &&
                           cut_radius_ == before.cut_radius_ && hole_ == before.hole_;
    if (!same_kind || !over_.empty() || !before.over_.empty()) {
        return (frame_ | before.frame_).toAlignedRect();
    }
    Parts parts;
    const auto changed = [&](const Mark& mark) { parts.add(pixels_of(mark.bounds & frame_)); };
    // marks that come or go are in the middle: what is alike at the end is compared from the end
    const std::vector<Mark>& old = before.marks_;
    const std::size_t most = std::min(marks_.size(), old.size());
    std::size_t tail = 0;
    if (marks_.size() != old.size()) {
        while (tail < most && look_alike(marks_[marks_.size() - 1 - tail], old[old.size() - 1 - tail])) {
            marks_[marks_.size() - 1 - tail] = old[old.size() - 1 - tail];
            ++tail;
        }
    }
    for (std::size_t i = 0; i < most - tail; ++i) {
        if (look_alike(marks_[i], old[i])) {
            marks_[i] = old[i];
            if (settled_ == i) ++settled_;
        } else {
            changed(marks_[i]);
            changed(old[i]);
        }
    }
    if (settled_ == most - tail && marks_.size() == most) settled_ = marks_.size();
    for (std::size_t i = most - tail; i < marks_.size() - tail; ++i)
        changed(marks_[i]);
    for (std::size_t i = most - tail; i < old.size() - tail; ++i)
        changed(old[i]);
    return parts.region();
}

/// Whether the disc's edge goes through this part.
bool Drawing::is_cut(const QRectF& part) const {
    if (cut_radius_ == 0 || part.bottom() <= cut_centre_.y()) return false;
    const auto inside = [&](const QPointF& corner) {
        const QPointF way = corner - cut_centre_;
        return QPointF::dotProduct(way, way) < cut_radius_ * cut_radius_;
    };
    return !inside(part.bottomLeft()) || !inside(part.bottomRight());
}

void Drawing::paint_mark(QPainter& painter, const Mark& mark) {
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

void Drawing::paint(QPainter& painter, const QRectF& part, std::size_t first, std::size_t last) const {
    const QRectF seen = part & frame_;
    if (seen.isEmpty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(seen, Qt::IntersectClip);
    if (is_cut(seen)) {
        QPainterPath window;
        window.setFillRule(Qt::WindingFill);
        window.addEllipse(cut_centre_, cut_radius_, cut_radius_);
        window.addRect(frame_.left(), frame_.top(), frame_.width(), cut_centre_.y() - frame_.top());
        painter.setClipPath(window, Qt::IntersectClip);
    }
    bool through_hole = false;
    for (std::size_t i = first; i < last; ++i) {
        const Mark& mark = marks_[i];
        if (!mark.bounds.adjusted(-1, -1, 1, 1).intersects(seen)) continue;
        if (mark.in_hole != through_hole) {
            through_hole = mark.in_hole;
            if (through_hole) {
                QPainterPath round;
                round.addEllipse(hole_);
                painter.save();
                painter.setClipPath(round, Qt::IntersectClip);
            } else {
                painter.restore();
            }
        }
        paint_mark(painter, mark);
    }
    if (through_hole) painter.restore();
    painter.setOpacity(1);
    if (!over_.empty() && last == marks_.size()) paint_over(painter, seen);
    painter.restore();
}

/// By way of an image: what lies under its shapes must not be seen through each of them.
void Drawing::paint_over(QPainter& painter, const QRectF& part) const {
    const double ratio = painter.device()->devicePixelRatio();
    const QRect place = part.toAlignedRect();
    QImage image{place.size() * ratio, QImage::Format_ARGB32_Premultiplied};
    if (image.isNull()) return;
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter own{&image};
    own.translate(-place.topLeft());
    over_.front().paint(own, part);
    own.end();
    painter.setOpacity(over_opacity_);
    painter.drawImage(place.topLeft(), image);
}

} // namespace limber::figure
