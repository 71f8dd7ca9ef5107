// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/figure.hpp"

#include "figure/drawing.hpp"
#include "figure/marks.hpp"
#include "figure/person.hpp"
#include "poses/body.hpp"
#include "poses/figure_book.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/motion.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <algorithm>
#include <chrono>
#include <utility>

namespace limber::figure {

using poses::body_of;
using poses::Shown;

namespace {

using Seconds = std::chrono::duration<double>;

constexpr double disc_radius = 0.48;  ///< of the frame
constexpr double least_side = 8;      ///< of a picture in which anything could be seen
constexpr Seconds turning_over{0.35}; ///< from one side's picture to the other's

/// Whether the head stays where it is for the whole phase.
bool keeps_head(const Shown& shown, const poses::FigureMoment& moment) {
    const poses::Vector3 first = body_of(poses::pose_shown(shown, moment, 0)).head;
    const poses::Vector3 last = body_of(poses::pose_shown(shown, moment, 1)).head;
    return (first - last).length() < 0.01F;
}

QRectF square_in(const QRectF& frame) {
    const double side = std::min(frame.width(), frame.height());
    return {frame.center() - QPointF{side / 2, side / 2}, QSizeF{side, side}};
}

QPainterPath disc_in(const QRectF& square) {
    QPainterPath disc;
    const double radius = square.width() * disc_radius;
    disc.addEllipse(square.center(), radius, radius);
    return disc;
}

void draw_scene(Drawing& drawing, const poses::Lens& lens, const Shown& shown, const poses::Pose& pose,
                const FigureColours& colours) {
    const poses::Figure& figure = *shown.figure;
    const poses::Body body = body_of(pose);
    draw_floor(drawing, lens, body, figure.seat, colours);
    if (figure.seat > 0) draw_stool(drawing, lens, figure.seat, colours);
    draw_person(drawing, lens, body, pose, figure.blades, colours);
    draw_glows(drawing, lens, body, shown, pose, colours);
}

void draw_inset(Drawing& drawing, const QRectF& square, const Shown& shown, const poses::Pose& pose,
                bool mirrored, const FigureColours& colours) {
    const double side = square.width() * 0.27;
    const QRectF small{square.right() - side - square.width() * 0.015, square.top() + square.width() * 0.015,
                       side, side};
    QPainterPath round;
    round.addEllipse(small);
    drawing.begin_inset();
    drawing.fill(round, colours.disc);
    drawing.line(round, QPen{colours.shadow, side * 0.03});
    drawing.begin_hole(small);
    const poses::Lens lens{*shown.figure->inset, small, mirrored};
    const poses::Body body = body_of(pose);
    draw_person(drawing, lens, body, pose, shown.figure->blades, colours);
    draw_glows(drawing, lens, body, shown, pose, colours);
}

/// With the ground, so that it can be laid over another one.
enum class Ground { left_out, included };

Drawing side_of(const QRectF& square, const Shown& shown, const poses::FigureMoment& moment, bool mirrored,
                const FigureColours& colours, Ground ground) {
    const poses::Figure& figure = *shown.figure;
    Drawing drawing{square};
    // only an upper body is cut off by the disc
    if (figure.lookout.centre.y() - figure.lookout.height / 2 > 0) {
        drawing.cut_below(square.center(), square.width() * disc_radius);
    }
    if (ground == Ground::included) drawing.fill(disc_in(square), colours.disc);
    const poses::Lens lens{figure.lookout, square, mirrored};
    const bool travels = shown.motion != nullptr && !shown.motion->segments.empty();
    const poses::Pose pose = poses::pose_now(shown, moment);
    if (moment.reduced_motion && travels) {
        const poses::Pose start = poses::pose_shown(shown, moment, 0.0);
        draw_ghost(drawing, lens, body_of(start), start, colours);
    }
    draw_scene(drawing, lens, shown, pose, colours);
    if (figure.steady_head && keeps_head(shown, moment)) {
        draw_steady_head(drawing, lens, body_of(pose), colours);
    }
    if (shown.motion != nullptr) {
        const double fading =
            moment.reduced_motion ? 1.0 : std::min(1.0, (1 - poses::clean_progress(moment.progress)) / 0.12);
        draw_arrows(drawing, lens, *shown.motion, moment.length, fading, colours);
    }
    if (figure.inset) draw_inset(drawing, square, shown, pose, mirrored, colours);
    return drawing;
}

} // namespace

void paint_ground(QPainter& painter, const QRectF& frame, const FigureColours& colours) {
    const QRectF square = square_in(frame);
    if (square.width() < least_side) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(disc_in(square), colours.disc);
    painter.restore();
}

Drawing person_in(const QRectF& frame, const poses::FigureBook& book, const poses::FigureMoment& moment,
                  const FigureColours& colours) {
    const QRectF square = square_in(frame);
    if (square.width() < least_side) return {};
    const Shown shown = poses::shown_in(book, moment);
    if (shown.figure == nullptr) return Drawing{square};
    const bool mirrored = poses::is_mirrored(*shown.figure, moment.side);
    const bool turned_over =
        moment.side_before != Side::none && poses::is_mirrored(*shown.figure, moment.side_before) != mirrored;
    const double part = Seconds{moment.length} * poses::clean_progress(moment.progress) / turning_over;
    if (!turned_over || moment.reduced_motion || part >= 1) {
        return side_of(square, shown, moment, mirrored, colours, Ground::left_out);
    }
    Drawing drawing = side_of(square, shown, moment, !mirrored, colours, Ground::left_out);
    drawing.lay_over(side_of(square, shown, moment, mirrored, colours, Ground::included), part);
    return drawing;
}

void paint_figure(QPainter& painter, const QRectF& frame, const poses::FigureBook& book,
                  const poses::FigureMoment& moment, const FigureColours& colours) {
    paint_ground(painter, frame, colours);
    person_in(frame, book, moment, colours).paint(painter, frame);
}

} // namespace limber::figure
