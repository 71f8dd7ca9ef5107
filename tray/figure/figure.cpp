// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/figure.hpp"

#include "figure/figure_book.hpp"
#include "figure/motion.hpp"

#include <QPainter>
#include <QRectF>

#include <algorithm>

namespace limber {

void paint_figure(QPainter& painter, const QRectF& frame, const FigureBook& /*book*/,
                  const FigureMoment& /*moment*/, const FigureColours& colours) {
    const double side = std::min(frame.width(), frame.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.disc);
    painter.drawEllipse(frame.center(), side * 0.48, side * 0.48);
    painter.restore();
}

Liveliness liveliness(const FigureBook& book, const FigureMoment& moment) {
    if (moment.reduced_motion) return Liveliness::still;
    const Figure* const figure = book.find(moment.pose);
    const Motion* const motion = figure == nullptr ? nullptr : find_motion(*figure, moment.phase);
    if (motion != nullptr && !motion->segments.empty() && moment.progress < 1) return Liveliness::moving;
    return moment.kind == PhaseKind::hold ? Liveliness::breathing : Liveliness::still;
}

} // namespace limber
