// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage.hpp"

#include "figure/figure.hpp"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QLineF>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPoint>
#include <QPointF>
#include <QPolygonF>
#include <QSizeF>
#include <QString>
#include <QTransform>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace limber::window {
namespace {

// Qt counts sixteenths of a degree, anticlockwise from three o'clock.
constexpr int degree = 16;

// A picture of the person's own fits into the disc with its corners.
constexpr double own_picture_part = 0.70;

QPen round_pen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

int ring_span(double part) {
    return qRound(std::clamp(part, 0.0, 1.0) * 360 * degree);
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

Stage::Stage(const poses::FigureBook& figures, const Look& look, QWidget* parent)
    : QWidget(parent), figures_(figures), look_(look) {
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Stage::show_view(const StageView& view) {
    if (view == view_) return;
    view_ = view;
    read_picture();
    update();
}

void Stage::dress() {
    backdrop_ = {};
    update();
}

void Stage::resizeEvent(QResizeEvent* /*event*/) {
    read_picture();
}

poses::FigureMoment Stage::moment() const {
    poses::FigureMoment moment = view_.moment;
    moment.reduced_motion = look_.reduced_motion;
    return moment;
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

void Stage::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = look_.colours();
    const Places at = places();
    const figure::FigureColours palette =
        is_dark(look_.scheme) ? figure::FigureColours::dark() : figure::FigureColours::light();
    const auto paint_backdrop = [&](QPainter& painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), colours.ground);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(round_pen(colours.track, at.stroke));
        painter.drawEllipse(at.ring);
        figure::paint_ground(painter, at.picture, palette);
    };
    QPainter painter{this};
    const QTransform to_pixels = painter.deviceTransform();
    const double ratio = to_pixels.m11();
    if (ratio != std::floor(ratio)) {
        paint_backdrop(painter); // between pixels, a copy would be blurred
    } else {
        if (backdrop_.size() != size() * ratio) {
            backdrop_ = QImage{size() * ratio, QImage::Format_RGB32};
            backdrop_.setDevicePixelRatio(ratio);
            QPainter own{&backdrop_};
            paint_backdrop(own);
        }
        painter.drawImage(QPoint{}, backdrop_);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    figure::Drawing person;
    if (picture_.isNull()) person = figure::person_in(at.picture, figures_, moment(), palette);
    person.paint_first(painter);
    paint_ring(painter);
    // a second, smaller picture in the corner lies over the ring
    person.paint_inset(painter);
    if (!picture_.isNull()) paint_picture(painter);
    paint_badge(painter);
}

void Stage::paint_ring(QPainter& painter) const {
    const Places at = places();
    painter.setBrush(Qt::NoBrush);
    const int span = ring_span(view_.ring);
    if (span == 0) return;
    painter.setPen(round_pen(look_.colours().accent, at.stroke));
    // what is left ends at twelve o'clock, as on an egg timer
    painter.drawArc(at.ring, 90 * degree, span);
}

QRectF Stage::badge_place() const {
    const auto [stroke, ring, picture] = places();
    const double height = badge_height();
    const double words =
        QFontMetricsF{type(qRound(height * 0.52), QFont::DemiBold)}.horizontalAdvance(view_.badge_words);
    const bool plain = view_.badge != StageView::Badge::words;
    const double width = plain ? height : std::max(height, words + height * 0.6);
    const QPointF middle{ring.center().x(), ring.bottom() - height * 0.02};
    const double edge = stroke * 0.75;
    return {middle.x() - width / 2 - edge, middle.y() - height / 2 - edge, width + 2 * edge,
            height + 2 * edge};
}

void Stage::paint_badge(QPainter& painter) const {
    if (view_.badge == StageView::Badge::none) return;
    const Colours& colours = look_.colours();
    const double height = badge_height();
    const QRectF whole = badge_place();
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

namespace {

using namespace std::chrono_literals;

// Pictures of a movement, and of breathing, which moves a pixel or two. What a picture costs grows with the
// window: one that fills 1920x1080 has 20 a second. At scales between 100 and 200 % a Wayland desktop has it
// painted at 200 %, and Qt copies all of that for each picture.
constexpr Duration frame = 33ms;
constexpr Duration longest_frame = 80ms;
constexpr double pixels_a_second = 42e6;
constexpr Duration breath_frame = 200ms;

Duration frame_of(double pixels) {
    const auto affordable =
        std::chrono::duration_cast<Duration>(std::chrono::duration<double>{pixels / pixels_a_second});
    return std::clamp(affordable, frame, longest_frame);
}

} // namespace

Duration until_next_picture(Duration left, poses::Liveliness liveliness, double pixels) {
    // until the seconds left are one fewer
    const Duration over = left % 1s;
    Duration wait = over > Duration::zero() ? over : Duration{1s};
    if (liveliness == poses::Liveliness::moving) wait = frame_of(pixels);
    if (liveliness == poses::Liveliness::breathing) wait = std::min(wait, breath_frame);
    return std::min(wait, std::max(left, Duration{1ms}));
}

} // namespace limber::window
