// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/figure.hpp"

#include "core/exercise.hpp"
#include "core/time.hpp"
#include "figure/body.hpp"
#include "figure/figure_book.hpp"
#include "figure/lens.hpp"
#include "figure/marks.hpp"
#include "figure/motion.hpp"
#include "figure/person.hpp"
#include "figure/pose.hpp"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QVector3D>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <string_view>

namespace limber {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr double disc_radius = 0.48; ///< of the frame
constexpr double least_side = 8;     ///< of a picture in which anything could be seen
constexpr Seconds breath_length{4};
constexpr Seconds turning_over{0.35}; ///< from one side's picture to the other's

struct Shown {
    const Figure* figure;
    const Motion* motion; ///< null: the figure keeps still
};

Shown shown_in(const FigureBook& book, const FigureMoment& moment) {
    const Figure* figure = book.find(moment.pose);
    if (figure == nullptr) {
        figure = book.find(moment.phase == "leave-desk" ? leave_desk_figure : calm_figure);
    }
    return {figure, figure == nullptr ? nullptr : find_motion(*figure, moment.phase)};
}

double clean_progress(double progress) {
    return std::isfinite(progress) ? std::clamp(progress, 0.0, 1.0) : 0.0;
}

bool is_mirrored(const Figure& figure, Side side) {
    return (figure.drawn_for == Side::left && side == Side::right) ||
           (figure.drawn_for == Side::right && side == Side::left);
}

bool is_reflected(const Shown& shown) {
    return shown.motion != nullptr && shown.motion->reflected;
}

bool breathes(const FigureMoment& moment) {
    return !moment.reduced_motion && (moment.kind == PhaseKind::hold || moment.kind == PhaseKind::rest);
}

/// Begins and ends with nothing, so that phases meet.
float breath_at(const FigureMoment& moment) {
    const Seconds length = moment.length;
    const Seconds since = length * clean_progress(moment.progress);
    const double swell = std::min({1.0, since.count(), std::max(0.0, (length - since).count())});
    return static_cast<float>(swell * std::sin(2 * std::numbers::pi * (since / breath_length)));
}

Pose pose_shown(const Shown& shown, const FigureMoment& moment, double progress) {
    return shown.motion == nullptr ? shown.figure->still : pose_at(*shown.motion, progress, moment.length);
}

/// Whether the head stays where it is for the whole phase.
bool keeps_head(const Shown& shown, const FigureMoment& moment) {
    const QVector3D first = body_of(pose_shown(shown, moment, 0)).head;
    const QVector3D last = body_of(pose_shown(shown, moment, 1)).head;
    return (first - last).length() < 0.01F;
}

/// Above the middle the person may look out of the disc; below they are in it.
QPainterPath window_of(const QRectF& square) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const double radius = square.width() * disc_radius;
    path.addEllipse(square.center(), radius, radius);
    path.addRect(square.left(), square.top(), square.width(), square.height() / 2);
    return path;
}

QRectF square_in(const QRectF& frame) {
    const double side = std::min(frame.width(), frame.height());
    return {frame.center() - QPointF{side / 2, side / 2}, QSizeF{side, side}};
}

void paint_disc(QPainter& painter, const QRectF& square, const FigureColours& colours) {
    const double radius = square.width() * disc_radius;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.disc);
    painter.drawEllipse(square.center(), radius, radius);
}

void paint_scene(QPainter& painter, const Lens& lens, const Shown& shown, const Pose& pose,
                 const FigureColours& colours) {
    const Figure& figure = *shown.figure;
    const Body body = body_of(pose);
    paint_floor(painter, lens, body, figure.seat, colours);
    if (figure.seat > 0) paint_stool(painter, lens, figure.seat, colours);
    paint_person(painter, lens, body, pose, figure.blades, colours);
    paint_glows(painter, lens, body, figure, is_reflected(shown), pose, colours);
}

void paint_inset(QPainter& painter, const QRectF& square, const Shown& shown, const Pose& pose, bool mirrored,
                 const FigureColours& colours) {
    const double side = square.width() * 0.27;
    const QRectF small{square.right() - side - square.width() * 0.015, square.top() + square.width() * 0.015,
                       side, side};
    painter.save();
    QPainterPath round;
    round.addEllipse(small);
    painter.fillPath(round, colours.disc);
    painter.setPen(QPen{colours.shadow, side * 0.03});
    painter.setBrush(colours.disc);
    painter.drawEllipse(small);
    painter.setClipPath(round, Qt::IntersectClip);
    const Lens lens{*shown.figure->inset, small, mirrored};
    const Body body = body_of(pose);
    paint_person(painter, lens, body, pose, shown.figure->blades, colours);
    paint_glows(painter, lens, body, *shown.figure, is_reflected(shown), pose, colours);
    painter.restore();
}

void paint_side(QPainter& painter, const QRectF& square, const Shown& shown, const FigureMoment& moment,
                bool mirrored, const FigureColours& colours) {
    const Figure& figure = *shown.figure;
    const Lens lens{figure.lookout, square, mirrored};
    const bool travels = shown.motion != nullptr && !shown.motion->segments.empty();
    const double progress = moment.reduced_motion ? 1.0 : moment.progress;
    Pose pose = pose_shown(shown, moment, progress);
    if (moment.reduced_motion && travels) {
        // a round trip ends where it began: show the place it goes to
        if (shown.motion->cycle > Duration{}) {
            pose = pose_at(*shown.motion, 0.5, shown.motion->cycle);
        } else if (shown.motion->round_trip) {
            pose = pose_shown(shown, moment, 0.5);
        }
        const Pose start = pose_shown(shown, moment, 0.0);
        paint_ghost(painter, lens, body_of(start), start, colours);
    }
    if (breathes(moment)) pose.breath += breath_at(moment);
    paint_scene(painter, lens, shown, pose, colours);
    if (figure.steady_head && keeps_head(shown, moment))
        paint_steady_head(painter, lens, body_of(pose), colours);
    if (shown.motion != nullptr) {
        const double fading =
            moment.reduced_motion ? 1.0 : std::min(1.0, (1 - clean_progress(moment.progress)) / 0.12);
        paint_arrows(painter, lens, *shown.motion, moment.length, fading, colours);
    }
    if (figure.inset) paint_inset(painter, square, shown, pose, mirrored, colours);
}

/// A picture of its own, with the disc, so that it can be laid over another one.
QImage side_picture(const QPainter& painter, const QRectF& square, const Shown& shown,
                    const FigureMoment& moment, bool mirrored, const FigureColours& colours) {
    const double ratio = painter.device()->devicePixelRatio();
    const int pixels = static_cast<int>(std::ceil(square.width() * ratio));
    QImage image{pixels, pixels, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter own{&image};
    own.setRenderHint(QPainter::Antialiasing);
    const QRectF whole{0, 0, square.width(), square.height()};
    paint_disc(own, whole, colours);
    own.setClipPath(window_of(whole));
    paint_side(own, whole, shown, moment, mirrored, colours);
    return image;
}

} // namespace

void paint_ground(QPainter& painter, const QRectF& frame, const FigureColours& colours) {
    const QRectF square = square_in(frame);
    if (square.width() < least_side) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paint_disc(painter, square, colours);
    painter.restore();
}

void paint_figure(QPainter& painter, const QRectF& frame, const FigureBook& book, const FigureMoment& moment,
                  const FigureColours& colours) {
    paint_ground(painter, frame, colours);
    paint_person_on_ground(painter, frame, book, moment, colours);
}

void paint_person_on_ground(QPainter& painter, const QRectF& frame, const FigureBook& book,
                            const FigureMoment& moment, const FigureColours& colours) {
    const QRectF square = square_in(frame);
    if (square.width() < least_side) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Shown shown = shown_in(book, moment);
    if (shown.figure != nullptr) {
        // only an upper body is cut off by the disc; a clip by lines is cheaper than one by a circle
        const Lookout& lookout = shown.figure->lookout;
        if (lookout.centre.y() - lookout.height / 2 > 0) {
            painter.setClipPath(window_of(square), Qt::IntersectClip);
        } else {
            painter.setClipRect(square, Qt::IntersectClip);
        }
        const bool mirrored = is_mirrored(*shown.figure, moment.side);
        const bool turned_over =
            moment.side_before != Side::none && is_mirrored(*shown.figure, moment.side_before) != mirrored;
        const double part = Seconds{moment.length} * clean_progress(moment.progress) / turning_over;
        if (!turned_over || moment.reduced_motion || part >= 1) {
            paint_side(painter, square, shown, moment, mirrored, colours);
        } else {
            paint_side(painter, square, shown, moment, !mirrored, colours);
            painter.setOpacity(part);
            painter.drawImage(square, side_picture(painter, square, shown, moment, mirrored, colours));
        }
    }
    painter.restore();
}

Liveliness liveliness(const FigureBook& book, const FigureMoment& moment) {
    if (moment.reduced_motion) return Liveliness::still;
    const Shown shown = shown_in(book, moment);
    if (shown.figure == nullptr || clean_progress(moment.progress) >= 1) return Liveliness::still;
    if (shown.motion != nullptr && moves_at(*shown.motion, moment.progress)) return Liveliness::moving;
    return breathes(moment) ? Liveliness::breathing : Liveliness::still;
}

} // namespace limber
