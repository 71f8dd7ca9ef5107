// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/moment.hpp"
#include "window/stage.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace limber;
using namespace limber::poses;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

constexpr double of_its_own_size = 820.0 * 540;
constexpr double full_hd = 1920.0 * 1080;
constexpr double four_k = 3840.0 * 2160;

} // namespace

TEST_CASE("what keeps still is painted once a second, as the number changes") {
    CHECK(until_next_picture(4s, Liveliness::still, full_hd) == 1s);
    CHECK(until_next_picture(3700ms, Liveliness::still, full_hd) == 700ms);
    CHECK(until_next_picture(200ms, Liveliness::still, full_hd) == 200ms);
    CHECK(until_next_picture(0s, Liveliness::still, full_hd) == 1ms);
}

TEST_CASE("what moves is painted as often as the window is small") {
    CHECK(until_next_picture(4s, Liveliness::moving, of_its_own_size) == 33ms);
    const Duration in_full_hd = until_next_picture(4s, Liveliness::moving, full_hd);
    CHECK(in_full_hd > 45ms);
    CHECK(in_full_hd < 50ms);
    CHECK(until_next_picture(4s, Liveliness::moving, four_k) == 80ms);
    CHECK(until_next_picture(20ms, Liveliness::moving, of_its_own_size) == 20ms);
    CHECK(until_next_picture(4s, Liveliness::breathing, four_k) == 200ms);
    CHECK(until_next_picture(3050ms, Liveliness::breathing, four_k) == 50ms);
}
