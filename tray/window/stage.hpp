// SPDX-License-Identifier: GPL-3.0-or-later
// The picture: the figure in its ring, and a badge with the seconds left. Never mirrored.
#pragma once

#include "figure/drawing.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QImage>
#include <QRectF>
#include <QRegion>
#include <QSize>
#include <QWidget>

#include <cstddef>
#include <limits>
#include <string>
#include <utility>

class QPainter;

namespace limber::window {

class Stage : public QWidget {
    Q_OBJECT

public:
    explicit Stage(const poses::FigureBook& figures, QWidget* parent = nullptr);

    /// Repaints only what looks different.
    void show_view(const StageView& view);
    void set_look(Scheme scheme, bool reduced_motion);
    void set_letters(int height);

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
    [[nodiscard]] figure::Drawing person() const;
    [[nodiscard]] double badge_height() const;
    [[nodiscard]] QRectF badge_place(const StageView& view) const;
    [[nodiscard]] QRegion ring_between(double one, double other) const;
    void paint_anew();
    void read_picture();
    void paint_part(const QRect& part);
    void keep_still(std::size_t settled);
    [[nodiscard]] bool within_ring(const QRect& part) const;
    bool paint_backdrop(QPainter& painter, const QRect& part);
    void paint_ring(QPainter& painter) const;
    void paint_picture(QPainter& painter) const;
    void paint_badge(QPainter& painter) const;

    const poses::FigureBook& figures_;
    StageView view_;
    Scheme scheme_ = Scheme::light;
    bool reduced_motion_ = false;
    int letters_ = 15;       ///< the least height of the badge's words
    figure::Drawing person_; ///< as it is on screen
    QImage backdrop_;        ///< the ground, and what of the person has kept still for a while

    static constexpr std::size_t settled_nowhere = std::numeric_limits<std::size_t>::max();
    std::size_t still_ = 0;              ///< so many marks are in the backdrop
    std::size_t calm_ = settled_nowhere; ///< so many more could be
    int calm_for_ = 0;                   ///< pictures
    QImage picture_;                     ///< the person's own, instead
    std::pair<std::string, QSize> read_; ///< what picture_ is of, and the room there was for it
    std::string complained_of_;
};

} // namespace limber::window
