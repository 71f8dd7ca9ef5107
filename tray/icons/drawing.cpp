// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons/drawing.hpp"

#include <QPainterPathStroker>
#include <QPointF>
#include <QRectF>
#include <QTransform>

#include <initializer_list>

namespace limber::tray {
namespace {

constexpr QPointF centre{grid / 2, grid / 2};
constexpr double ring_radius = 6.8;
constexpr double ring_width = 1.7;
constexpr double limb = 1.45;

QPainterPath stroked(const QPainterPath& path, double width, Qt::PenCapStyle cap = Qt::RoundCap) {
    QPainterPathStroker pen;
    pen.setWidth(width);
    pen.setCapStyle(cap);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCurveThreshold(0.02);
    return pen.createStroke(path);
}

QPainterPath line_through(std::initializer_list<QPointF> points) {
    QPainterPath path;
    for (const QPointF& point : points) {
        if (path.elementCount() == 0) {
            path.moveTo(point);
        } else {
            path.lineTo(point);
        }
    }
    return path;
}

QPainterPath circle(QPointF at, double radius) {
    QPainterPath path;
    path.addEllipse(at, radius, radius);
    return path;
}

QRectF around(QPointF at, double radius) {
    return {at.x() - radius, at.y() - radius, 2 * radius, 2 * radius};
}

/// Somebody who reaches up and to the side, as on the icon of the program.
QPainterPath reaching() {
    return circle({7.5, 4.75}, 1.35)
        .united(stroked(line_through({{4.9, 8.6}, {7.8, 7.0}, {11.3, 4.9}}), limb))
        .united(stroked(line_through({{7.8, 7.0}, {7.6, 9.3}}), limb))
        .united(stroked(line_through({{5.9, 11.9}, {7.6, 9.3}, {9.9, 11.9}}), limb));
}

/// The same, close by: without a ring around, and so told from the other without colours, too.
QPainterPath reaching_large() {
    return QTransform{}
        .translate(centre.x(), centre.y())
        .scale(1.3, 1.3)
        .translate(-centre.x(), -centre.y())
        .map(reaching());
}

/// Somebody who stretches, both arms up.
QPainterPath stretching() {
    return circle({8, 5.3}, 1.35)
        .united(stroked(line_through({{4.7, 4.9}, {6.2, 7.5}, {9.8, 7.5}, {11.3, 4.9}}), limb))
        .united(stroked(line_through({{8, 7.5}, {8, 9.4}}), limb))
        .united(stroked(line_through({{6.2, 12}, {8, 9.4}, {9.8, 12}}), limb));
}

QPainterPath dots() {
    return circle({4.9, 8}, 1.15).united(circle({8, 8}, 1.15)).united(circle({11.1, 8}, 1.15));
}

QPainterPath bars() {
    return stroked(line_through({{6.3, 5.7}, {6.3, 10.3}}), 1.7)
        .united(stroked(line_through({{9.7, 5.7}, {9.7, 10.3}}), 1.7));
}

/// Nobody is there: somebody has gone to have a cup of something.
QPainterPath cup() {
    QPainterPath bowl;
    bowl.addRoundedRect(QRectF{4.6, 5.2, 5.2, 5.8}, 1.3, 1.3);
    return bowl.united(stroked(circle({9.9, 7.7}, 1.6), 1.1))
        .united(stroked(line_through({{4.6, 12.2}, {9.8, 12.2}}), 0.9));
}

QPainterPath moon() {
    QPainterPath crescent; // its tips at 75° and −15°
    crescent.arcMoveTo(around({7.7, 8.2}, 4), 75);
    crescent.arcTo(around({7.7, 8.2}, 4), 75, 270);
    crescent.arcTo(around({9.605, 7.1}, 2.9), -47.5, -205);
    crescent.closeSubpath();
    return crescent;
}

QPainterPath question() {
    QPainterPath hook;
    hook.arcMoveTo(around({8, 6.5}, 1.9), 170);
    hook.arcTo(around({8, 6.5}, 1.9), 170, -220);
    hook.quadTo({8, 8.5}, {8, 9.4});
    return stroked(hook, limb).united(circle({8, 11.6}, 0.95));
}

QPainterPath power() {
    QPainterPath open;
    open.arcMoveTo(around({8, 8.4}, 3.3), 130);
    open.arcTo(around({8, 8.4}, 3.3), 130, 280);
    return stroked(open, limb).united(stroked(line_through({{8, 4.6}, {8, 8.0}}), limb));
}

} // namespace

QPainterPath disc() {
    return circle(centre, grid / 2);
}

QPainterPath ring() {
    return stroked(circle(centre, ring_radius), ring_width);
}

QPainterPath arc(int step) {
    if (step <= 0) return {};
    if (step >= icon_steps) return ring();
    QPainterPath part;
    part.arcMoveTo(around(centre, ring_radius), 90);
    part.arcTo(around(centre, ring_radius), 90, -360.0 * step / icon_steps);
    return stroked(part, ring_width, Qt::FlatCap);
}

QPainterPath glyph(Look look) {
    switch (look) {
    case Look::working: return reaching();
    case Look::prompted: return reaching_large();
    case Look::resting: return stretching();
    case Look::waiting: return dots();
    case Look::paused: return bars();
    case Look::held: return stroked(line_through({{5.2, 8}, {10.8, 8}}), 2.0);
    case Look::away: return cup();
    case Look::off: return moon();
    case Look::absent: return power();
    case Look::unknown: break;
    }
    return question();
}

} // namespace limber::tray
