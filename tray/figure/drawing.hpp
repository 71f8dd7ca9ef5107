// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as marks in the order in which they are painted: it can be compared with the one before, so that
// only what has moved is painted anew.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QRegion>

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

    /// What of the frame lies within `part`.
    void paint(QPainter& painter, const QRectF& part) const { paint(painter, part, 0, marks_.size()); }

    /// The same, but only marks from the first up to, but not including, the last.
    void paint(QPainter& painter, const QRectF& part, std::size_t first, std::size_t last) const;

    /// How many marks there are, and how many before the small second picture.
    [[nodiscard]] std::size_t size() const { return marks_.size(); }

    [[nodiscard]] std::size_t inset() const { return std::min(inset_, marks_.size()); }

    /// How many marks at the beginning follow() found unchanged.
    [[nodiscard]] std::size_t settled() const { return settled_; }

    /// After `before` has been painted. What has not moved visibly since is kept as it was; the result is
    /// what has to be painted anew.
    [[nodiscard]] QRegion follow(const Drawing& before);

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

    [[nodiscard]] static bool look_alike(const Mark& one, const Mark& other);
    static void paint_mark(QPainter& painter, const Mark& mark);
    void add(Mark mark);
    [[nodiscard]] bool is_cut(const QRectF& part) const;
    void paint_over(QPainter& painter, const QRectF& part) const;

    QRectF frame_;
    std::vector<Mark> marks_;
    QPointF cut_centre_;
    double cut_radius_ = 0; ///< 0: not cut
    QRectF hole_;
    bool in_hole_ = false;
    std::size_t inset_ = std::numeric_limits<std::size_t>::max();
    std::size_t settled_ = 0;
    std::vector<Drawing> over_; ///< one at most
    double over_opacity_ = 0;
};

} // namespace limber::figure
