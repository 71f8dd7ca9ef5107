// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage.hpp"

#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "figure/own_picture.hpp"
#include "poses/moment.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QLineF>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPoint>
#include <QPointF>
#include <QPolygonF>
#include <QRect>
#include <QRectF>
#include <QRegion>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <QTransform>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace limber::window {
namespace {

// Qt counts sixteenths of a degree, anticlockwise from three o'clock.
constexpr int degree = 16;

// A picture of the person's own fits into the disc with its corners.
constexpr double own_picture_part = 0.70;

// A backdrop costs as much as a whole picture: it has to be worth it.
constexpr std::size_t worth_keeping = 6;
constexpr int pictures_to_settle = 4;

// More parts than that are painted as one.
constexpr int most_parts = 5;

QPen round_pen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

int ring_span(double part) {
    return qRound(std::clamp(part, 0.0, 1.0) * 360 * degree);
}

figure::FigureColours figure_colours(Scheme scheme) {
    return is_dark(scheme) ? figure::FigureColours::dark() : figure::FigureColours::light();
}

void paint_pause(QPainter& painter, const QPointF& middle, double size) {
    const double half = size / 2;
    painter.drawLine(
        QLineF{middle.x() - half * 0.5, middle.y() - half, middle.x() - half * 0.5, middle.y() + half});
    painter.drawLine(
        QLineF{middle.x() + half * 0.5, middle.y() - half, middle.x() + half * 0.5, middle.y() + half});
}

void paint_check(QPainter& painter, const QPointF& middle, double size) {
    const double half = size / 2;
    painter.drawPolyline(QPolygonF{{middle.x() - half, middle.y()},
                                   {middle.x() - half * 0.3, middle.y() + half * 0.65},
                                   {middle.x() + half, middle.y() - half * 0.7}});
}

} // namespace

Stage::Stage(const poses::FigureBook& figures, QWidget* parent) : QWidget(parent), figures_(figures) {
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Stage::show_view(const StageView& view) {
    if (view == view_) return;
    const StageView before = std::exchange(view_, view);
    if (before.image != view_.image) return paint_anew();
    figure::Drawing now = person();
    QRegion changed = now.follow(person_);
    person_ = std::move(now);
    keep_still(std::min(person_.settled(), person_.inset()));
    changed += ring_between(before.ring, view_.ring);
    if (before.badge != view_.badge || before.badge_words != view_.badge_words) {
        changed += badge_place(before).toAlignedRect();
        changed += badge_place(view_).toAlignedRect();
    }
    update(changed);
}

void Stage::set_look(Scheme scheme, bool reduced_motion) {
    if (scheme == scheme_ && reduced_motion == reduced_motion_) return;
    scheme_ = scheme;
    reduced_motion_ = reduced_motion;
    paint_anew();
}

void Stage::set_letters(int height) {
    if (height == letters_) return;
    letters_ = height;
    update();
}

/// What has kept still for a few pictures becomes a part of the backdrop, and leaves it when it moves.
void Stage::keep_still(std::size_t settled) {
    if (settled < still_) {
        still_ = settled;
        backdrop_ = {};
    }
    const bool more = settled >= still_ + worth_keeping;
    calm_ = more ? std::min(calm_, settled) : settled_nowhere;
    calm_for_ = more ? calm_for_ + 1 : 0;
    if (calm_for_ < pictures_to_settle) return;
    still_ = calm_;
    calm_for_ = 0;
    backdrop_ = {};
}

void Stage::paint_anew() {
    backdrop_ = {};
    still_ = 0;
    calm_for_ = 0;
    read_picture();
    person_ = person();
    update();
}

void Stage::resizeEvent(QResizeEvent* /*event*/) {
    paint_anew();
}

poses::FigureMoment Stage::moment() const {
    return {.pose = view_.pose,
            .phase = view_.phase,
            .kind = view_.kind,
            .side = view_.side,
            .progress = view_.progress,
            .length = view_.length,
            .reduced_motion = reduced_motion_,
            .side_before = view_.side_before};
}

/// What cannot be shown is named once; the figure takes its place.
void Stage::read_picture() {
    const double ratio = devicePixelRatioF();
    const QSize room = (places().picture.size() * own_picture_part * ratio).toSize();
    std::pair wanted{view_.image, room};
    if (wanted == read_) return;
    read_ = std::move(wanted);
    picture_ = {};
    if (view_.image.empty()) return;
    auto picture = figure::read_own_picture(QString::fromStdString(view_.image), room);
    if (picture) {
        picture_ = *std::move(picture);
        picture_.setDevicePixelRatio(ratio);
    } else if (std::exchange(complained_of_, view_.image) != view_.image) {
        qWarning("%s: %s: the picture %s", view_.image.c_str(), view_.image_key.c_str(),
                 qUtf8Printable(picture.error()));
    }
}

figure::Drawing Stage::person() const {
    if (!picture_.isNull()) return {};
    return figure::person_in(places().picture, figures_, moment(), figure_colours(scheme_));
}

poses::Liveliness Stage::liveliness() const {
    return picture_.isNull() ? limber::poses::liveliness(figures_, moment()) : poses::Liveliness::still;
}

Stage::Places Stage::places() const {
    const double side = std::min(width(), height());
    const double stroke = std::max(5.0, side * 0.024);
    const double badge_below = side * 0.075; // the badge hangs over the ring's lower edge
    const double diameter = side - stroke - badge_below - 2;
    const QRectF ring{(width() - diameter) / 2, (height() - badge_below - diameter) / 2, diameter, diameter};
    const double inset = stroke * 1.25;
    return {.stroke = stroke, .ring = ring, .picture = ring.adjusted(inset, inset, -inset, -inset)};
}

void Stage::paintEvent(QPaintEvent* event) {
    // each by itself: cut off by one rectangle, painting is quick
    const QRegion& region = event->region();
    if (region.rectCount() > most_parts) return paint_part(region.boundingRect());
    for (const QRect& part : region)
        paint_part(part);
}

void Stage::paint_part(const QRect& part) {
    QPainter painter{this};
    painter.setClipRect(part);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t still = paint_backdrop(painter, part) ? still_ : 0;
    person_.paint(painter, part, still, person_.inset());
    if (!within_ring(part)) paint_ring(painter);
    // a second, smaller picture in the corner lies over the ring
    person_.paint(painter, part, person_.inset(), person_.size());
    if (!picture_.isNull()) paint_picture(painter);
    if (badge_place(view_).intersects(part)) paint_badge(painter);
}

/// Whether it has nothing of the ring.
bool Stage::within_ring(const QRect& part) const {
    const Places at = places();
    const double radius = at.ring.width() / 2 - at.stroke;
    const auto inside = [&](const QPointF& corner) {
        const QPointF way = corner - at.ring.center();
        return QPointF::dotProduct(way, way) < radius * radius;
    };
    const QRectF all = QRectF{part}.adjusted(-1, -1, 1, 1);
    return inside(all.topLeft()) && inside(all.topRight()) && inside(all.bottomLeft()) &&
           inside(all.bottomRight());
}

/// What is the same in many pictures. False: without what keeps still.
bool Stage::paint_backdrop(QPainter& painter, const QRect& part) {
    const Colours& colours = colours_of(scheme_);
    const auto paint_on = [&](QPainter& target, const QRect& where) {
        const Places at = places();
        target.fillRect(where, colours.ground);
        target.setBrush(Qt::NoBrush);
        target.setPen(round_pen(colours.track, at.stroke));
        target.drawEllipse(at.ring);
        figure::paint_ground(target, at.picture, figure_colours(scheme_));
    };
    const QTransform to_pixels = painter.deviceTransform();
    const double ratio = to_pixels.m11();
    const QPointF corner{to_pixels.dx(), to_pixels.dy()};
    // between pixels, a copy would be blurred
    if (to_pixels.type() > QTransform::TxScale || ratio != std::floor(ratio) ||
        corner != QPointF{corner.toPoint()}) {
        paint_on(painter, part);
        return false;
    }
    if (backdrop_.size() != size() * ratio) {
        backdrop_ = QImage{size() * ratio, QImage::Format_RGB32};
        backdrop_.setDevicePixelRatio(ratio);
        QPainter own{&backdrop_};
        own.setRenderHint(QPainter::Antialiasing);
        paint_on(own, rect());
        person_.paint(own, rect(), 0, still_);
    }
    painter.drawImage(QPoint{}, backdrop_);
    return true;
}

void Stage::paint_ring(QPainter& painter) const {
    const Places at = places();
    painter.setBrush(Qt::NoBrush);
    const int span = ring_span(view_.ring);
    if (span == 0) return;
    painter.setPen(round_pen(colours_of(scheme_).accent, at.stroke));
    // what is left ends at twelve o'clock, as on an egg timer
    painter.drawArc(at.ring, 90 * degree, span);
}

/// Where the ring looks different when it is filled so far.
QRegion Stage::ring_between(double one, double other) const {
    const auto [less, more] = std::minmax({ring_span(one), ring_span(other)});
    if (less == more) return {};
    const Places at = places();
    const QPointF middle = at.ring.center();
    const double radius = at.ring.width() / 2;
    const double edge = at.stroke / 2 + 2;
    QRectF bounds;
    for (int span = less;; span = std::min(span + 4 * degree, more)) {
        const double angle = (90.0 + static_cast<double>(span) / degree) * std::numbers::pi / 180;
        const QPointF end = middle + QPointF{std::cos(angle), -std::sin(angle)} * radius;
        bounds |= QRectF{end.x() - edge, end.y() - edge, 2 * edge, 2 * edge};
        if (span == more) return bounds.toAlignedRect();
    }
}

QRectF Stage::badge_place(const StageView& view) const {
    if (view.badge == StageView::Badge::none) return {};
    const auto [stroke, ring, picture] = places();
    const double height = badge_height();
    const double words =
        QFontMetricsF{type(qRound(height * 0.52), QFont::DemiBold)}.horizontalAdvance(view.badge_words);
    const bool plain = view.badge != StageView::Badge::words;
    const double width = plain ? height : std::max(height, words + height * 0.6);
    const QPointF middle{ring.center().x(), ring.bottom() - height * 0.02};
    const double edge = stroke * 0.75;
    return {middle.x() - width / 2 - edge, middle.y() - height / 2 - edge, width + 2 * edge,
            height + 2 * edge};
}

void Stage::paint_badge(QPainter& painter) const {
    const Colours& colours = colours_of(scheme_);
    const double height = badge_height();
    const QRectF whole = badge_place(view_);
    const double edge = places().stroke * 0.75;
    const QRectF badge = whole.adjusted(edge, edge, -edge, -edge);
    const QPointF middle = badge.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(round_pen(colours.on_accent, height * 0.1));
    switch (view_.badge) {
    case StageView::Badge::pause: paint_pause(painter, middle, height * 0.4); break;
    case StageView::Badge::check: paint_check(painter, middle, height * 0.42); break;
    case StageView::Badge::words:
        painter.setFont(type(qRound(height * 0.52), QFont::DemiBold));
        painter.drawText(badge, Qt::AlignCenter, view_.badge_words);
        break;
    case StageView::Badge::none: break;
    }
}

void Stage::paint_picture(QPainter& painter) const {
    const QSizeF size = picture_.deviceIndependentSize();
    const QPointF middle = places().picture.center();
    const QRectF place{middle - QPointF{size.width() / 2, size.height() / 2}, size};
    const double round = std::min(size.width(), size.height()) * 0.06;
    QPainterPath edge;
    edge.addRoundedRect(place, round, round);
    painter.save();
    painter.setClipPath(edge, Qt::IntersectClip);
    painter.drawImage(place.topLeft(), picture_);
    painter.restore();
}

double Stage::badge_height() const {
    return std::max(places().ring.height() * 0.165, letters_ * 1.9);
}

} // namespace limber::window
