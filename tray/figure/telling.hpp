// SPDX-License-Identifier: GPL-3.0-or-later
// Which one picture shows best what an exercise is.
#pragma once

#include "core/exercise.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"

#include <vector>

namespace limber::figure {

/// Every phase of the exercise once for each side it is played for.
[[nodiscard]] std::vector<poses::FigureMoment> moments_of(const Exercise& exercise);

/// The one where most is felt, well into its movement; there must be one.
[[nodiscard]] poses::FigureMoment telling_moment(const std::vector<poses::FigureMoment>& moments,
                                                 const poses::FigureBook& book);

} // namespace limber::figure
