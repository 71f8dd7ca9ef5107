// SPDX-License-Identifier: GPL-3.0-or-later
#include "dots.hpp"

#include "terminal/ink.hpp"

#include <QChar>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace limber::cli {

using terminal::Ink;

namespace {

/// The bits of U+2800: first by column, then by row.
constexpr std::array<std::array<unsigned char, 4>, 2> bits{
    {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}};

double square(const QPointF& way) {
    return QPointF::dotProduct(way, way);
}

} // namespace

Dots::Dots(int columns, int rows)
    : columns_{std::max(columns, 0)}, rows_{std::max(rows, 0)},
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

template <class Change>
void Dots::change(const QPointF& from, double from_radius, const QPointF& to, double to_radius,
                  Change change) {
    const double most = std::max(from_radius, to_radius);
    const auto low = [&](double a, double b) { return static_cast<int>(std::floor(std::min(a, b) - most)); };
    const auto high = [&](double a, double b) { return static_cast<int>(std::ceil(std::max(a, b) + most)); };
    const QPointF way = to - from;
    const double length = square(way);
    for (int y = std::max(low(from.y(), to.y()), 0); y < std::min(high(from.y(), to.y()) + 1, height());
         ++y) {
        for (int x = std::max(low(from.x(), to.x()), 0); x < std::min(high(from.x(), to.x()) + 1, width());
             ++x) {
            const QPointF dot{x + 0.5, y + 0.5};
            const double part =
                length > 0 ? std::clamp(QPointF::dotProduct(dot - from, way) / length, 0.0, 1.0) : 0.0;
            const double radius = std::lerp(from_radius, to_radius, part);
            if (square(dot - from - way * part) > radius * radius) continue;
            Cell& cell = cells_[static_cast<std::size_t>(y / 4) * static_cast<std::size_t>(columns_) +
                                static_cast<std::size_t>(x / 2)];
            const unsigned char bit = bits[static_cast<std::size_t>(x % 2)][static_cast<std::size_t>(y % 4)];
            change(cell, bit);
        }
    }
}

void Dots::pill(const QPointF& from, double from_radius, const QPointF& to, double to_radius, Ink ink) {
    change(from, from_radius, to, to_radius, [&](Cell& cell, unsigned char bit) {
        cell.dots = static_cast<unsigned char>(cell.dots | bit);
        cell.ink = ink;
    });
}

void Dots::wipe(const QPointF& from, double from_radius, const QPointF& to, double to_radius) {
    change(from, from_radius, to, to_radius,
           [](Cell& cell, unsigned char bit) { cell.dots = static_cast<unsigned char>(cell.dots & ~bit); });
}

void Dots::tint(const QPointF& centre, double radius, Ink ink) {
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const QPointF middle{column * 2 + 1.0, row * 4 + 2.0};
            if (square(middle - centre) > radius * radius) continue;
            cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)]
                .ink = ink;
        }
    }
}

QStringList Dots::lines(const terminal::Pen& pen) const {
    QStringList lines;
    lines.reserve(rows_);
    for (int row = 0; row < rows_; ++row) {
        QString line;
        QString run;
        Ink ink = Ink::plain;
        const auto write = [&] {
            line += ink == Ink::plain ? run : pen.ink(run, ink);
            run.clear();
        };
        for (int column = 0; column < columns_; ++column) {
            const Cell& cell = cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                                      static_cast<std::size_t>(column)];
            const Ink wanted = cell.dots == 0 ? ink : cell.ink;
            if (wanted != ink) write();
            ink = wanted;
            run += cell.dots == 0 ? QChar{u' '} : QChar{static_cast<char16_t>(0x2800 + cell.dots)};
        }
        write();
        lines.push_back(line);
    }
    return lines;
}

} // namespace limber::cli
