// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as marks in the order in which they are painted.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

class QPainter;

namespace limber::figure {

class Drawing {
public:
    Drawing() = default;

    /// Nothing is painted outside of `frame`.
    explicit Drawing(const QRectF& frame) : frame_{frame} {}

    void fill(const QPainterPath& path, const QColor& colour, double opacity = 1);
    void fill(const std::vector<QPainterPath>& paths, const QColor& colour);
    void line(const QPainterPath& path, const QPen& pen, double opacity = 1);

    /// A soft light, `strength` 0 … 1.
    void shine(const QPointF& centre, double radius, const QColor& colour, double strength);

    /// Everything is cut off by this disc below its middle; above, only by the frame.
    void cut_below(const QPointF& centre, double radius);

    /// From here on a small second picture is drawn over the first; one for each drawing.
    void begin_inset() { inset_ = marks_.size(); }

    /// What is added from here on is seen through a round hole.
    void begin_hole(const QRectF& round);

    /// Another drawing over this one, painted with `opacity`.
    void lay_over(Drawing other, double opacity);

    /// Everything, also what is cut off; without what is seen through the hole.
    [[nodiscard]] QRectF reach() const;

    /// All of it.
    void paint(QPainter& painter) const { paint(painter, 0, marks_.size()); }

    /// The first picture without the small second one, and that one.
    void paint_first(QPainter& painter) const { paint(painter, 0, inset()); }

    void paint_inset(QPainter& painter) const {
        if (inset() < marks_.size()) paint(painter, inset(), marks_.size());
    }

private:
    struct Mark {
        QPainterPath path;
        QColor colour;
        QPen pen{Qt::NoPen};
        double opacity = 1;
        double glow = 0; ///< radius; no path then
        QRectF bounds;
        bool in_hole = false;
    };

    void add(Mark mark);

    [[nodiscard]] std::size_t inset() const { return std::min(inset_, marks_.size()); }

    [[nodiscard]] bool is_cut(const QRectF& bounds) const;
    void paint(QPainter& painter, std::size_t first, std::size_t last) const;
    void paint_over(QPainter& painter) const;

    QRectF frame_;
    std::vector<Mark> marks_;
    QPointF cut_centre_;
    double cut_radius_ = 0; ///< 0: not cut
    QRectF hole_;
    bool in_hole_ = false;
    std::size_t inset_ = std::numeric_limits<std::size_t>::max();
    std::vector<Drawing> over_; ///< one at most
    double over_opacity_ = 0;
};

} // namespace limber::figure
