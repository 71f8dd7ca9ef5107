// SPDX-License-Identifier: GPL-3.0-or-later
// The picture: the figure in its ring, and a badge with the seconds left. Never mirrored.
#pragma once

#include "figure/figure.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QImage>
#include <QWidget>

class QPainter;
class QRectF;

namespace limber {

class Stage : public QWidget {
    Q_OBJECT

public:
    explicit Stage(const FigureBook& figures, QWidget* parent = nullptr);

    /// Repaints only if something is different.
    void show_view(const StageView& view);
    void set_look(Scheme scheme, bool reduced_motion);
    void set_letters(int height);

    /// Whether the figure moves within the phase, as it is shown now.
    [[nodiscard]] bool moves() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] FigureMoment moment() const;
    void paint_backdrop(QPainter& painter, const QRectF& ring, const QRectF& picture, double stroke);
    void paint_ring(QPainter& painter, const QRectF& ring, double stroke) const;
    void paint_badge(QPainter& painter, const QRectF& ring, double stroke) const;

    const FigureBook& figures_;
    StageView view_;
    Scheme scheme_ = Scheme::light;
    bool reduced_motion_ = false;
    int letters_ = 15; ///< the least height of the badge's words
    QImage backdrop_;  ///< what is the same in every frame
};

} // namespace limber
