// SPDX-License-Identifier: GPL-3.0-or-later
// What explains the picture: ground, stool, glow, shoulder blades, arrows.
#pragma once

#include "core/time.hpp"
#include "figure/body.hpp"
#include "figure/lens.hpp"
#include "figure/motion.hpp"
#include "figure/person.hpp"
#include "figure/pose.hpp"

#include <vector>

class QPainter;

namespace limber {

struct FigureColours;

/// The shadow on the floor, where there is a floor in the picture.
void paint_floor(QPainter& painter, const Lens& lens, const Body& body, double seat,
                 const FigureColours& colours);

/// A stool under the pelvis as it is when seated.
void paint_stool(QPainter& painter, const Lens& lens, double height, const FigureColours& colours);

/// Shoulder blades on the back, brighter with the pose's effort.
[[nodiscard]] std::vector<Layer> blades_of(const Lens& lens, const Body& body, const Pose& pose,
                                           const FigureColours& colours);

/// `swapped`: what is said of the left is meant for the right.
void paint_glows(QPainter& painter, const Lens& lens, const Body& body, const Figure& figure, bool swapped,
                 const Pose& pose, const FigureColours& colours);

/// A dashed ring around the head, and a line from the eyes to where they look.
void paint_steady_head(QPainter& painter, const Lens& lens, const Body& body, const FigureColours& colours);

void paint_arrows(QPainter& painter, const Lens& lens, const Motion& motion, Duration length, double opacity,
                  const FigureColours& colours);

} // namespace limber
