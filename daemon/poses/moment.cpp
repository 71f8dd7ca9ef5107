// SPDX-License-Identifier: GPL-3.0-or-later
#include "moment.hpp"

#include "core/plan.hpp"
#include "core/session.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace limber::poses {

namespace {

using Seconds = std::chrono::duration<double>;

constexpr Seconds breath_length{4};

// By this part of a hold it has been reached, and not yet left.
constexpr double held_by = 0.75;

/// From this part of the phase on the figure keeps still, and breathes where it holds or rests; 1: never.
double breathes_from(const Shown& shown, const FigureMoment& moment) {
    if (moment.reduced_motion || (moment.kind != PhaseKind::hold && moment.kind != PhaseKind::rest)) return 1;
    return shown.motion == nullptr ? 0 : still_from(*shown.motion);
}

/// Begins and ends with nothing, so that what comes before and after meets it.
float breath_at(const FigureMoment& moment, double from) {
    const Seconds length = moment.length;
    const double progress = clean_progress(moment.progress);
    const Seconds since = length * (progress - from);
    if (since.count() <= 0) return 0;
    const double swell = std::min({1.0, since.count(), (length * (1 - progress)).count()});
    return static_cast<float>(swell * std::sin(2 * std::numbers::pi * (since / breath_length)));
}

std::string on_other_side(const std::string& place) {
    if (place.starts_with("left ")) return "right " + place.substr(5);
    if (place.starts_with("right ")) return "left " + place.substr(6);
    return place;
}

} // namespace

Shown shown_in(const FigureBook& book, const FigureMoment& moment) {
    const Figure* figure = book.find(moment.pose);
    if (figure == nullptr) {
        figure = book.find(moment.phase == "leave-desk" ? leave_desk_figure : calm_figure);
    }
    return {figure, figure == nullptr ? nullptr : find_motion(*figure, moment.phase)};
}

bool is_mirrored(const Figure& figure, Side side) {
    return (figure.drawn_for == Side::left && side == Side::right) ||
           (figure.drawn_for == Side::right && side == Side::left);
}

Pose pose_shown(const Shown& shown, const FigureMoment& moment, double progress) {
    return shown.motion == nullptr ? shown.figure->still : pose_at(*shown.motion, progress, moment.length);
}

Pose pose_now(const Shown& shown, const FigureMoment& moment) {
    if (moment.reduced_motion && shown.motion != nullptr && !shown.motion->segments.empty()) {
        // a round trip ends where it began: show the place it goes to
        if (shown.motion->cycle > Duration{}) return pose_at(*shown.motion, 0.5, shown.motion->cycle);
        if (shown.motion->round_trip) return pose_shown(shown, moment, 0.5);
        // a hold may end with the way to what comes next: show what is held
        return pose_shown(shown, moment, moment.kind == PhaseKind::hold ? held_by : 1.0);
    }
    Pose pose = pose_shown(shown, moment, moment.progress);
    pose.breath += breath_at(moment, breathes_from(shown, moment));
    return pose;
}

Vector3 glowing_place(const Glow& glow, const Shown& shown, const Body& body) {
    const bool swapped = shown.motion != nullptr && shown.motion->reflected;
    return place_named(body, swapped ? on_other_side(glow.at) : glow.at);
}

Liveliness liveliness(const FigureBook& book, const FigureMoment& moment) {
    if (moment.reduced_motion) return Liveliness::still;
    const Shown shown = shown_in(book, moment);
    if (shown.figure == nullptr || clean_progress(moment.progress) >= 1) return Liveliness::still;
    if (shown.motion != nullptr && moves_at(*shown.motion, moment.progress)) return Liveliness::moving;
    const bool breathes = clean_progress(moment.progress) >= breathes_from(shown, moment);
    return breathes ? Liveliness::breathing : Liveliness::still;
}

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

FigureMoment telling_moment(const std::vector<FigureMoment>& moments, const FigureBook& book) {
    constexpr double far = 0.85;
    FigureMoment best = moments.front();
    double most = -1;
    for (const FigureMoment& moment : moments) {
        const Shown shown = shown_in(book, moment);
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

} // namespace limber::poses
