// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage.hpp"

#include "figure/figure.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QLineF>
#include <QPaintEvent>
#include <QPainter>
#include <QPen>
#include <QPoint>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QTransform>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

// Qt counts sixteenths of a degree, anticlockwise from three o'clock.
constexpr int degree = 16;

QPen round_pen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

FigureColours figure_colours(Scheme scheme) {
    return is_dark(scheme) ? FigureColours::dark() : FigureColours::light();
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

Stage::Stage(const FigureBook& figures, QWidget* parent) : QWidget(parent), figures_(figures) {
    setFocusPolicy(Qt::NoFocus);
}

void Stage::show_view(const StageView& view) {
    if (view == view_) return;
    view_ = view;
    update();
}

void Stage::set_look(Scheme scheme, bool reduced_motion) {
    if (scheme == scheme_ && reduced_motion == reduced_motion_) return;
    scheme_ = scheme;
    reduced_motion_ = reduced_motion;
    backdrop_ = {};
    update();
}

void Stage::set_letters(int height) {
    if (height == letters_) return;
    letters_ = height;
    update();
}

FigureMoment Stage::moment() const {
    return {.pose = view_.pose,
            .phase = view_.phase,
            .kind = view_.kind,
            .side = view_.side,
            .progress = view_.progress,
            .length = view_.length,
            .reduced_motion = reduced_motion_,
            .side_before = view_.side_before};
}

bool Stage::moves() const {
    return liveliness(figures_, moment()) == Liveliness::moving;
}

void Stage::paintEvent(QPaintEvent* /*event*/) {
    const double side = std::min(width(), height());
    const double stroke = std::max(5.0, side * 0.024);
    const double badge_below = side * 0.075; // the badge hangs over the ring's lower edge
    const double diameter = side - stroke - badge_below - 2;
    const QRectF ring{(width() - diameter) / 2, (height() - badge_below - diameter) / 2, diameter, diameter};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = stroke * 1.25;
    const QRectF picture = ring.adjusted(inset, inset, -inset, -inset);
    paint_backdrop(painter, ring, picture, stroke);
    // the picture may have a second, smaller one in its corner, which lies over the ring
    paint_ring(painter, ring, stroke);
    paint_person_on_ground(painter, picture, figures_, moment(), figure_colours(scheme_));
    paint_badge(painter, ring, stroke);
}

void Stage::paint_backdrop(QPainter& painter, const QRectF& ring, const QRectF& picture, double stroke) {
    const Colours& colours = colours_of(scheme_);
    const auto paint_on = [&](QPainter& target) {
        target.setBrush(Qt::NoBrush);
        target.setPen(round_pen(colours.track, stroke));
        target.drawEllipse(ring);
        paint_ground(target, picture, figure_colours(scheme_));
    };
    const QTransform to_pixels = painter.deviceTransform();
    const double ratio = to_pixels.m11();
    const QPointF corner{to_pixels.dx(), to_pixels.dy()};
    // between pixels, a copy would be blurred
    if (to_pixels.type() > QTransform::TxScale || ratio != std::floor(ratio) ||
        corner != QPointF{corner.toPoint()}) {
        paint_on(painter);
        return;
    }
    if (backdrop_.size() != size() * ratio) {
        backdrop_ = QImage{size() * ratio, QImage::Format_RGB32};
        backdrop_.setDevicePixelRatio(ratio);
        backdrop_.fill(colours.ground);
        QPainter own{&backdrop_};
        own.setRenderHint(QPainter::Antialiasing);
        paint_on(own);
    }
    painter.drawImage(QPoint{}, backdrop_);
}

void Stage::paint_ring(QPainter& painter, const QRectF& ring, double stroke) const {
    const Colours& colours = colours_of(scheme_);
    painter.setBrush(Qt::NoBrush);
    const int span = qRound(std::clamp(view_.ring, 0.0, 1.0) * 360 * degree);
    if (span == 0) return;
    painter.setPen(round_pen(colours.accent, stroke));
    // what is left ends at twelve o'clock, as on an egg timer
    painter.drawArc(ring, 90 * degree, span);
}

void Stage::paint_badge(QPainter& painter, const QRectF& ring, double stroke) const {
    if (view_.badge == StageView::Badge::none) return;
    const Colours& colours = colours_of(scheme_);
    const double height = std::max(ring.height() * 0.165, letters_ * 1.9);
    const QFont font = type(qRound(height * 0.52), QFont::DemiBold);
    const double words = QFontMetricsF{font}.horizontalAdvance(view_.badge_words);
    const bool plain = view_.badge != StageView::Badge::words;
    const double width = plain ? height : std::max(height, words + height * 0.6);
    const QPointF middle{ring.center().x(), ring.bottom() - height * 0.02};
    const QRectF badge{middle.x() - width / 2, middle.y() - height / 2, width, height};
    const double edge = stroke * 0.75;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(badge.adjusted(-edge, -edge, edge, edge), height / 2 + edge, height / 2 + edge);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(round_pen(colours.on_accent, height * 0.1));
    switch (view_.badge) {
    case StageView::Badge::pause: paint_pause(painter, middle, height * 0.4); break;
    case StageView::Badge::check: paint_check(painter, middle, height * 0.42); break;
    case StageView::Badge::words:
        painter.setFont(font);
        painter.drawText(badge, Qt::AlignCenter, view_.badge_words);
        break;
    case StageView::Badge::none: break;
    }
}

} // namespace limber
