// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/motion.hpp"

#include "core/time.hpp"
#include "poses/pose.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string_view>
#include <vector>

namespace limber::poses {
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
