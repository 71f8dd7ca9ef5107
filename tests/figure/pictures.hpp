// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing pictures, and every phase of every shipped exercise as moments.
#pragma once

#include "core/exercise.hpp"
#include "figure/figure.hpp"
#include "poses/moment.hpp"
#include "shelf.hpp"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QRectF>

#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::test {

struct NamedMoment {
    std::string name; ///< "butterfly: close"
    poses::FigureMoment moment;
};

/// Each phase once for each side it is played for.
inline std::vector<NamedMoment> every_phase() {
    std::vector<NamedMoment> moments;
    for (const Exercise& exercise : shipped_exercises()) {
        std::set<std::pair<std::string, Side>> seen;
        for (const Phase& phase : played(exercise)) {
            if (!seen.insert({phase.name, phase.side}).second) continue;
            moments.push_back({exercise.id + ": " + phase.name,
                               {.pose = exercise.pose,
                                .phase = phase.name,
                                .kind = phase.kind,
                                .side = phase.side,
                                .length = phase.length}});
        }
    }
    return moments;
}

inline int difference(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

/// Pixels that differ by more than that, all colours taken together.
inline int differing(const QImage& a, const QImage& b, int tolerance) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (difference(a.pixel(x, y), b.pixel(x, y)) > tolerance) ++count;
        }
    }
    return count;
}

/// On white.
inline QImage picture_of(const poses::FigureMoment& moment, int side) {
    QImage image{side, side, QImage::Format_RGB32};
    image.fill(Qt::white);
    QPainter painter{&image};
    figure::paint_figure(painter, QRectF{0, 0, static_cast<double>(side), static_cast<double>(side)},
                         shipped_figures(), moment, figure::FigureColours::light());
    return image;
}

} // namespace limber::test
