// SPDX-License-Identifier: GPL-3.0-or-later
// The picture: the figure in its ring, and a badge with the seconds left. Never mirrored.
#pragma once

#include "core/time.hpp"
#include "figure/drawing.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QImage>
#include <QRectF>
#include <QSize>
#include <QWidget>

#include <algorithm>
#include <string>
#include <utility>

class QPainter;

namespace limber::window {

class Stage : public QWidget {
    Q_OBJECT

public:
    Stage(const poses::FigureBook& figures, const Look& look, QWidget* parent = nullptr);

    void show_view(const StageView& view);
    /// The look is another one now.
    void dress();

    /// How the figure changes within the phase, from what is shown now.
    [[nodiscard]] poses::Liveliness liveliness() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Where everything is in a widget of this size.
    struct Places {
        double stroke = 0;
        QRectF ring;
        QRectF picture;
    };

    [[nodiscard]] Places places() const;
    [[nodiscard]] poses::FigureMoment moment() const;

    [[nodiscard]] double badge_height() const {
        return std::max(places().ring.height() * 0.165, look_.sizes.body * 1.9);
    }

    [[nodiscard]] QRectF badge_place() const;
    void read_picture();
    void paint_ring(QPainter& painter) const;
    void paint_picture(QPainter& painter) const;
    void paint_badge(QPainter& painter) const;

    const poses::FigureBook& figures_;
    const Look& look_;
    StageView view_;
    QImage backdrop_;                    ///< the same in every picture
    QImage picture_;                     ///< the person's own, instead
    std::pair<std::string, QSize> read_; ///< what picture_ is of, and the room there was for it
    std::string complained_of_;
};

/// How long a picture stays right of a phase that has so much `left`, on a window of so many device pixels.
/// At least a millisecond.
[[nodiscard]] Duration until_next_picture(Duration left, poses::Liveliness liveliness, double pixels);

} // namespace limber::window
