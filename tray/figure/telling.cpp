// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/telling.hpp"

#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::figure {

using poses::FigureMoment;

std::vector<FigureMoment> moments_of(const Exercise& exercise) {
    std::vector<FigureMoment> moments;
    std::set<std::pair<std::string, Side>> seen;
    Plan alone;
    alone.exercises = {exercise};
    for (const SessionPhase& phase : phases_of(alone, {exercise.id}, {})) {
        if (!seen.insert({phase.name, phase.side}).second) continue;
        moments.push_back({.pose = exercise.pose,
                           .phase = phase.name,
                           .kind = phase.kind,
                           .side = phase.side,
                           .length = phase.length});
    }
    return moments;
}

FigureMoment telling_moment(const std::vector<FigureMoment>& moments, const poses::FigureBook& book) {
    constexpr double far = 0.85;
    FigureMoment best = moments.front();
    double most = -1;
    for (const FigureMoment& moment : moments) {
        const poses::Shown shown = shown_in(book, moment);
        if (shown.figure == nullptr || shown.motion == nullptr) continue;
        const double arrows = shown.motion->arrows.empty() ? 0 : 0.3;
        const double effort = pose_shown(shown, moment, far).effort + arrows;
        if (effort > most + 0.01) {
            most = effort;
            best = moment;
        }
    }
    best.progress = far;
    return best;
}

} // namespace limber::figure
