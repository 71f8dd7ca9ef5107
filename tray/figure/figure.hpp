// SPDX-License-Identifier: GPL-3.0-or-later
// The moving figure: what the guided break paints for one moment of an exercise, or a picture of the
// person's own instead. Its text alternative is the phase's instruction.
#pragma once

#include "figure/drawing.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"

#include <QColor>
#include <QImage>
#include <QSize>
#include <QString>

#include <expected>

class QPainter;
class QRectF;

namespace limber::figure {

/// All opaque: shapes overlap.
struct FigureColours {
    QColor disc;   ///< the round ground behind the person
    QColor shadow; ///< on the floor
    QColor skin;
    QColor skin_far; ///< limbs on the far side
    QColor blush;
    QColor hair;
    QColor face; ///< eyes
    QColor mouth;
    QColor top;
    QColor sleeve;
    QColor top_far;
    QColor trousers;
    QColor trousers_far;
    QColor shoes;
    QColor shoes_far;
    QColor seat;
    QColor seat_side;
    QColor glow; ///< where the stretch or the effort is felt
    QColor arrow;
    QColor ghost; ///< where a movement began, when motion is reduced

    [[nodiscard]] static FigureColours light();
    [[nodiscard]] static FigureColours dark();
};

/// The round ground alone, where paint_figure() has it in this frame.
void paint_ground(QPainter& painter, const QRectF& frame, const FigureColours& colours);

/// The picture without its ground, in the largest square in the middle of `frame`.
[[nodiscard]] Drawing person_in(const QRectF& frame, const poses::FigureBook& book,
                                const poses::FigureMoment& moment, const FigureColours& colours);

/// Both.
void paint_figure(QPainter& painter, const QRectF& frame, const poses::FigureBook& book,
                  const poses::FigureMoment& moment, const FigureColours& colours);

/// More pixels than that are no picture for a break.
inline constexpr qint64 most_pixels = 20'000'000;

/// The picture in this file, made small enough for `room` (in pixels). The error says what is wrong with it.
[[nodiscard]] std::expected<QImage, QString> read_own_picture(const QString& file, const QSize& room);

} // namespace limber::figure
