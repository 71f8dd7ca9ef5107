// SPDX-License-Identifier: GPL-3.0-or-later
// The moving figure: what the guided break paints for one moment of an exercise. Its text alternative is the
// phase's instruction.
#pragma once

#include "core/exercise.hpp"
#include "core/time.hpp"
#include "figure/figure_book.hpp"

#include <QColor>

#include <string>

class QPainter;
class QRectF;

namespace limber {

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

/// One moment of a guided break: a phase and how far it has come.
struct FigureMoment {
    std::string pose;  ///< Exercise::pose; empty or unknown: a person standing calmly
    std::string phase; ///< SessionPhase::name; "leave-desk" without a pose: standing up and walking
    PhaseKind kind = PhaseKind::move;
    Side side = Side::none;
    double progress = 0; ///< of the phase, 0 … 1
    Duration length{};   ///< of the phase
    bool reduced_motion = false;
    Side side_before = Side::none; ///< of the phase before, if it was one of the same exercise
};

/// The round ground alone, where paint_figure() has it in this frame.
void paint_ground(QPainter& painter, const QRectF& frame, const FigureColours& colours);

/// Paints the picture on the ground that is there, into the largest square in the middle of `frame`; nothing
/// is drawn outside of it.
void paint_person_on_ground(QPainter& painter, const QRectF& frame, const FigureBook& book,
                            const FigureMoment& moment, const FigureColours& colours);

/// Both.
void paint_figure(QPainter& painter, const QRectF& frame, const FigureBook& book, const FigureMoment& moment,
                  const FigureColours& colours);

enum class Liveliness {
    still,     ///< the same picture until the phase ends: paint it once
    breathing, ///< a few pixels: 10 frames a second are enough
    moving     ///< 20 frames a second
};

/// How the picture changes from this moment on, within the phase.
[[nodiscard]] Liveliness liveliness(const FigureBook& book, const FigureMoment& moment);

} // namespace limber
