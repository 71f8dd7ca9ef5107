// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/figure.hpp"

#include "figure/person.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QFileInfo>
#include <QImageIOHandler>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <Qt>

#include <algorithm>
#include <chrono>

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
    person_in(frame, book, moment, colours).paint(painter);
}

FigureColours FigureColours::light() {
    return {.disc = "#dcefe9",
            .shadow = "#a5ccc1",
            .skin = "#e3a583",
            .skin_far = "#c98b6c",
            .blush = "#ee8f7c",
            .hair = "#4a342f",
            .face = "#3d2723",
            .mouth = "#a4503f",
            .top = "#23867f",
            .sleeve = "#2b948b",
            .top_far = "#1a6a66",
            .trousers = "#3d4a6b",
            .trousers_far = "#303b57",
            .shoes = "#e8704a",
            .shoes_far = "#c65b3a",
            .seat = "#f2c879",
            .seat_side = "#dcab56",
            .glow = "#ffb52e",
            .arrow = "#e2582f",
            .ghost = "#b7d8ce"};
}

FigureColours FigureColours::dark() {
    return {.disc = "#1f3b3b",
            .shadow = "#162c2d",
            .skin = "#dba07f",
            .skin_far = "#b27f63",
            .blush = "#ea8a78",
            .hair = "#6e4a3c",
            .face = "#2f1d1a",
            .mouth = "#93452f",
            .top = "#45ad9d",
            .sleeve = "#55bcab",
            .top_far = "#3a9387",
            .trousers = "#6c7fae",
            .trousers_far = "#55668f",
            .shoes = "#e8805c",
            .shoes_far = "#bd6546",
            .seat = "#c99d52",
            .seat_side = "#a57e3d",
            .glow = "#ffcf5e",
            .arrow = "#ff8a5c",
            .ghost = "#35585a"};
}

std::expected<QImage, QString> read_own_picture(const QString& file, const QSize& room) {
    // a pipe would be waited for, a device never ends
    if (!QFileInfo{file}.isFile()) return std::unexpected(QStringLiteral("is not an ordinary file"));
    QImageReader reader{file};
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead()) {
        return std::unexpected(QStringLiteral("cannot be read: %1").arg(reader.errorString()));
    }
    const QSize size = reader.size();
    if (qint64{size.width()} * size.height() > most_pixels) {
        return std::unexpected(QStringLiteral("has %1 × %2 pixels; at most %3 million can be shown")
                                   .arg(size.width())
                                   .arg(size.height())
                                   .arg(most_pixels / 1'000'000));
    }
    if (!size.isEmpty() && !room.isEmpty()) {
        // the room is for the picture as it is turned
        const bool lying = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        const QSize fitted = size.scaled(lying ? room.transposed() : room, Qt::KeepAspectRatio);
        const bool scales_well = reader.supportsOption(QImageIOHandler::ScaledSize);
        if (scales_well || fitted.width() < size.width()) reader.setScaledSize(fitted);
    }
    QImage image = reader.read();
    if (image.isNull())
        return std::unexpected(QStringLiteral("cannot be read: %1").arg(reader.errorString()));
    return image;
}

} // namespace limber::figure
