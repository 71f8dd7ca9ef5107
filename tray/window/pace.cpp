// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pace.hpp"

#include <algorithm>
#include <chrono>

namespace limber::window {
namespace {

using namespace std::chrono_literals;

// Pictures of a movement, and of breathing, which moves a pixel or two. What a picture costs grows with the
// window: one that fills 1920x1080 has 21 a second. At scales between 100 and 200 % a Wayland desktop has it
// painted at 200 %, and Qt copies all of that for each picture.
constexpr Duration frame = 33ms;
constexpr Duration longest_frame = 80ms;
constexpr double pixels_a_second = 44e6;
constexpr Duration breath_frame = 200ms;

Duration frame_of(double pixels) {
    const auto affordable =
        std::chrono::duration_cast<Duration>(std::chrono::duration<double>{pixels / pixels_a_second});
    return std::clamp(affordable, frame, longest_frame);
}

} // namespace

Duration until_next_picture(Duration left, poses::Liveliness liveliness, double pixels) {
    // until the seconds left are one fewer
    const Duration over = left % 1s;
    Duration wait = over > Duration::zero() ? over : Duration{1s};
    if (liveliness == poses::Liveliness::moving) wait = frame_of(pixels);
    if (liveliness == poses::Liveliness::breathing) wait = std::min(wait, breath_frame);
    return std::min(wait, std::max(left, Duration{1ms}));
}

} // namespace limber::window
