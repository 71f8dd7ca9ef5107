// SPDX-License-Identifier: GPL-3.0-or-later
// What explains the picture: ground, stool, glow, shoulder blades, arrows.
#pragma once

#include "core/time.hpp"
#include "figure/person.hpp"
#include "poses/body.hpp"
#include "poses/lens.hpp"
#include "poses/moment.hpp"
#include "poses/motion.hpp"
#include "poses/pose.hpp"

#include <vector>

namespace limber::figure {

class Drawing;
struct FigureColours;

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
