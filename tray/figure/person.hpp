// SPDX-License-Identifier: GPL-3.0-or-later
// The person: trunk, limbs and head as shapes, those far away first. And what explains the picture: ground,
// stool, glow, shoulder blades, arrows. Everything that is skin or cloth is a skin drawn tightly over balls.
#pragma once

#include "core/time.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>

#include <initializer_list>
#include <span>
#include <vector>

namespace limber::figure {

class Drawing;
struct FigureColours;

struct Ball {
    poses::Vector3 centre;
    float radius;
};

/// A slice through the trunk: an ellipse upright to the spine.
struct Slice {
    poses::Vector3 centre;
    poses::Rotation turned;
    float half_width;
    float half_depth;
};

/// Shapes that melt into one another when they are painted in one colour. Each is convex and a path of its
/// own: in one path, the edges within the others would be most of the work.
class Silhouette {
public:
    explicit Silhouette(const poses::Lens& lens) : lens_{lens} {}

    /// And what it begins with.
    Silhouette(const poses::Lens& lens, std::initializer_list<Ball> balls) : lens_{lens} { wrap(balls); }

    Silhouette(const poses::Lens& lens, std::span<const Slice> slices) : lens_{lens} { wrap(slices); }

    /// The tight skin over all of these.
    void wrap(std::initializer_list<Ball> balls);

    /// Smooth skin over slices, one after another.
    void wrap(std::span<const Slice> slices);

    [[nodiscard]] const std::vector<QPainterPath>& paths() const { return paths_; }

private:
    void add_polygon(const QPolygonF& polygon);
    bool add_pill(std::vector<QPointF>& points, const Ball& one, const Ball& other) const;

    const poses::Lens& lens_;
    std::vector<QPainterPath> paths_;
};

struct Layer {
    std::vector<QPainterPath> paths;
    QColor colour;
};

/// What is painted in one go, and how near it is.
struct Part {
    double nearness;
    std::vector<Layer> layers;
};

void draw_person(Drawing& drawing, const poses::Lens& lens, const poses::Body& body, const poses::Pose& pose,
                 bool blades, const FigureColours& colours);

/// The outline alone, in one colour: where a movement began.
void draw_ghost(Drawing& drawing, const poses::Lens& lens, const poses::Body& body, const poses::Pose& pose,
                const FigureColours& colours);

[[nodiscard]] Part head_of(const poses::Lens& lens, const poses::Body& body, const FigureColours& colours);

/// Eyes, brows, nose and mouth, as far as they can be seen.
void draw_face(Drawing& drawing, const poses::Lens& lens, const poses::Body& body, const poses::Pose& pose,
               const FigureColours& colours);

/// Between two colours, 0 … 1; past 1 it goes on.
[[nodiscard]] QColor blended(const QColor& from, const QColor& to, double part);

/// The shadow on the floor, where there is a floor in the picture.
void draw_floor(Drawing& drawing, const poses::Lens& lens, const poses::Body& body, double seat,
                const FigureColours& colours);

/// A stool under the pelvis as it is when seated.
void draw_stool(Drawing& drawing, const poses::Lens& lens, double height, const FigureColours& colours);

/// Shoulder blades on the back, brighter with the pose's effort.
[[nodiscard]] std::vector<Layer> blades_of(const poses::Lens& lens, const poses::Body& body,
                                           const poses::Pose& pose, const FigureColours& colours);

/// Where the work is felt, as strongly as the pose's effort.
void draw_glows(Drawing& drawing, const poses::Lens& lens, const poses::Body& body, const poses::Shown& shown,
                const poses::Pose& pose, const FigureColours& colours);

/// A dashed ring around the head, and a line from the eyes to where they look.
void draw_steady_head(Drawing& drawing, const poses::Lens& lens, const poses::Body& body,
                      const FigureColours& colours);

void draw_arrows(Drawing& drawing, const poses::Lens& lens, const poses::Movement& motion, Duration length,
                 double opacity, const FigureColours& colours);

} // namespace limber::figure
