// SPDX-License-Identifier: GPL-3.0-or-later
// The person: trunk, limbs and head as shapes, those far away first.
#pragma once

#include "poses/body.hpp"
#include "poses/lens.hpp"
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

[[nodiscard]] Part trunk_of(const poses::Lens& lens, const poses::Body& body, const FigureColours& colours);
[[nodiscard]] Part hips_of(const poses::Lens& lens, const poses::Body& body, const FigureColours& colours);
void add_arm(std::vector<Part>& parts, const poses::Lens& lens, const poses::Body& body,
             const poses::Pose& pose, int side, const FigureColours& colours);
void add_leg(std::vector<Part>& parts, const poses::Lens& lens, const poses::Body& body, int side,
             const FigureColours& colours);
[[nodiscard]] Part head_of(const poses::Lens& lens, const poses::Body& body, const FigureColours& colours);

/// Eyes, brows, nose and mouth, as far as they can be seen.
void draw_face(Drawing& drawing, const poses::Lens& lens, const poses::Body& body, const poses::Pose& pose,
               const FigureColours& colours);

/// Between two colours, 0 … 1; past 1 it goes on.
[[nodiscard]] QColor blended(const QColor& from, const QColor& to, double part);

} // namespace limber::figure
