// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of dots for a terminal: eight in each character (braille). Dots are square, y grows downward.
#pragma once

#include "terminal/ink.hpp"

#include <QPointF>
#include <QStringList>

#include <vector>

namespace limber::cli {

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
    [[nodiscard]] QStringList lines(const terminal::Pen& pen) const;

private:
    template <class Change>
    void change(const QPointF& from, double from_radius, const QPointF& to, double to_radius, Change change);

    struct Cell {
        unsigned char dots = 0;
        terminal::Ink ink = terminal::Ink::plain;
    };

    int columns_;
    int rows_;
    std::vector<Cell> cells_;
};

} // namespace limber::cli
