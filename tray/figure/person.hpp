// SPDX-License-Identifier: GPL-3.0-or-later
// The person: trunk, limbs and head as shapes, those far away first. And what explains the picture: ground,
// stool, glow, shoulder blades, arrows.
#pragma once

#include "core/time.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/pose.hpp"

#include <QColor>
#include <QPainterPath>

#include <vector>

namespace limber::figure {

class Drawing;
struct FigureColours;

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
