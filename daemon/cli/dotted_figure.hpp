// SPDX-License-Identifier: GPL-3.0-or-later
// The moving figure for a terminal: the poses of the guided break's window, as a silhouette of dots. Pure.
#pragma once

#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "terminal/columns.hpp"

#include <QPointF>
#include <QStringList>

#include <vector>

namespace limber::cli {

/// A picture of dots for a terminal: eight in each character (braille). Dots are square, y grows downward.
class Dots {
public:
    /// In characters.
    Dots(int columns, int rows);

    [[nodiscard]] int width() const { return columns_ * 2; }

    [[nodiscard]] int height() const { return rows_ * 4; }

    /// Sets everything that is as near to the line between two points; a character is written in the ink of
    /// what was set in it last.
    void pill(const QPointF& from, double from_radius, const QPointF& to, double to_radius,
              terminal::Ink ink = terminal::Ink::plain);

    /// Wipes it out.
    void wipe(const QPointF& from, double from_radius, const QPointF& to, double to_radius);

    /// Characters within the circle are written in this ink.
    void tint(const QPointF& centre, double radius, terminal::Ink ink);

    /// One line for each row, all equally wide.
    [[nodiscard]] QStringList lines(const terminal::Pen& pen);

private:
    template <class Change>
    void change(const QPointF& from, double from_radius, const QPointF& to, double to_radius, Change change);

    struct Cell {
        unsigned char dots = 0;
        terminal::Ink ink = terminal::Ink::plain;
    };

    Cell& at(int column, int row) {
        return cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                      static_cast<std::size_t>(column)];
    }

    int columns_;
    int rows_;
    std::vector<Cell> cells_;
};

/// `rows` lines, each twice as wide, in which limbs that are nearer stand out from what is behind them. The
/// working part is coloured where the pen has colours.
[[nodiscard]] QStringList dotted_figure(const poses::FigureBook& book, const poses::FigureMoment& moment,
                                        const terminal::Pen& pen, int rows);

/// How many rows the figure may have beside words in a terminal of this size; 0: there is no room for it.
[[nodiscard]] int figure_rows(terminal::TerminalSize size);

/// The figure's lines to the left of the words', in the middle of the higher of both.
[[nodiscard]] QStringList beside(const QStringList& figure, const QStringList& words);

} // namespace limber::cli
