// SPDX-License-Identifier: GPL-3.0-or-later
#include "pose.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace limber::poses {

namespace {

Vector3 mixed(const Vector3& from, const Vector3& to, float part) {
    return from + (to - from) * part;
}

/// Turns one direction into another at an even pace; lengths do not matter.
Vector3 turned(const Vector3& from, const Vector3& to, float part) {
    if (from.is_zero() || to.is_zero()) return part < 0.5F ? from : to;
    const Vector3 a = from.normalized();
    const Vector3 b = to.normalized();
    const float angle = std::acos(std::fmax(-1.0F, std::fmin(1.0F, dot(a, b))));
    const float sine = std::sin(angle);
    if (sine < 1e-3F) return mixed(a, b, part);
    return (a * std::sin((1 - part) * angle) + b * std::sin(part * angle)) / sine;
}

Limb between_limbs(const Limb& from, const Limb& to, float part) {
    Limb limb = part < 0.5F ? from : to;
    limb.shift = mixed(from.shift, to.shift, part);
    limb.upper = turned(from.upper, to.upper, part);
    limb.lower = turned(from.lower, to.lower, part);
    limb.end = turned(from.end, to.end, part);
    limb.aside = turned(from.aside, to.aside, part);
    limb.reach = mixed(from.reach, to.reach, part);
    limb.bend = turned(from.bend, to.bend, part);
    limb.spread = std::lerp(from.spread, to.spread, part);
    limb.curl = std::lerp(from.curl, to.curl, part);
    return limb;
}

} // namespace

Pose between(const Pose& from, const Pose& to, float part) {
    Pose pose = from;
    pose.pelvis = mixed(from.pelvis, to.pelvis, part);
    pose.pelvis_turn = mixed(from.pelvis_turn, to.pelvis_turn, part);
    pose.trunk_turn = mixed(from.trunk_turn, to.trunk_turn, part);
    pose.head_turn = mixed(from.head_turn, to.head_turn, part);
    pose.head_glide = mixed(from.head_glide, to.head_glide, part);
    pose.roll = std::lerp(from.roll, to.roll, part);
    pose.effort = std::lerp(from.effort, to.effort, part);
    pose.lids = std::lerp(from.lids, to.lids, part);
    pose.breath = std::lerp(from.breath, to.breath, part);
    for (const int side : {left_side, right_side}) {
        pose.arm[side] = between_limbs(from.arm[side], to.arm[side], part);
        pose.leg[side] = between_limbs(from.leg[side], to.leg[side], part);
    }
    return pose;
}

Pose reflected(const Pose& pose) {
    Pose other = pose;
    other.pelvis.set_x(-pose.pelvis.x());
    other.head_glide.set_x(-pose.head_glide.x());
    for (Vector3* const turn : {&other.pelvis_turn, &other.trunk_turn, &other.head_turn}) {
        turn->set_y(-turn->y());
        turn->set_z(-turn->z());
    }
    std::swap(other.arm[left_side], other.arm[right_side]);
    std::swap(other.leg[left_side], other.leg[right_side]);
    // points of the room are written from its middle, outward for either side
    return other;
}

namespace {

/// Speed at each pose, in poses per time, so that the way through them never turns back (Fritsch and
/// Carlson): none at the ends, the harmonic mean of both sides between.
double speed_at(const std::vector<double>& times, std::size_t i) {
    if (i == 0 || i + 1 == times.size()) return 0;
    return 2 / ((times[i] - times[i - 1]) + (times[i + 1] - times[i]));
}

struct Stand {
    std::size_t segment;
    double part;
};

Stand stand_at(const Movement& motion, double t) {
    const std::vector<double>& times = motion.times;
    const auto next = std::upper_bound(times.begin() + 1, times.end() - 1, t);
    const auto i = static_cast<std::size_t>(next - times.begin()) - 1;
    const double width = times[i + 1] - times[i];
    const double x = std::clamp(width > 0 ? (t - times[i]) / width : 1.0, 0.0, 1.0);
    if (motion.cycle > Duration{}) return {i, x};
    if (motion.ease == Ease::each) return {i, smoothstep(x)};
    if (motion.ease == Ease::swing) {
        const double quarter = x * std::numbers::pi / 2;
        return {i, i % 2 == 0 ? std::sin(quarter) : 1 - std::cos(quarter)};
    }
    const double begin = speed_at(times, i) * width;
    const double end = speed_at(times, i + 1) * width;
    const double cubic = smoothstep(x) + begin * x * (1 - x) * (1 - x) - end * x * x * (1 - x);
    return {i, std::clamp(cubic, 0.0, 1.0)};
}

} // namespace

double clean_progress(double progress) {
    return std::isfinite(progress) ? std::clamp(progress, 0.0, 1.0) : 0.0;
}

const Movement* find_motion(const Figure& figure, std::string_view phase) {
    const auto found = std::ranges::find(figure.motions, phase, &Movement::phase);
    return found == figure.motions.end() ? nullptr : &*found;
}

bool moves_at(const Movement& motion, double progress) {
    if (motion.segments.empty()) return false;
    if (motion.cycle > Duration{}) return true;
    return !motion.segments[stand_at(motion, progress).segment].stays;
}

double still_from(const Movement& motion) {
    if (motion.segments.empty()) return 0;
    if (motion.cycle > Duration{}) return 1;
    std::size_t last = motion.segments.size();
    while (last > 0 && motion.segments[last - 1].stays)
        --last;
    return motion.times[last];
}

Pose pose_at(const Movement& motion, double progress, Duration length) {
    if (motion.segments.empty()) return motion.still;
    double t = clean_progress(progress);
    if (motion.cycle > Duration{}) {
        const double rounds =
            t * std::chrono::duration<double>(length) / std::chrono::duration<double>(motion.cycle);
        t = rounds - std::floor(rounds);
    }
    const Stand stand = stand_at(motion, t);
    const Segment& segment = motion.segments[stand.segment];
    return between(segment.from, segment.to, static_cast<float>(stand.part));
}

} // namespace limber::poses
