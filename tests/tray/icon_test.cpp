// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/status.hpp"
#include "icons/look.hpp"
#include "icons/pixmaps.hpp"
#include "menu/icon.hpp"
#include "views.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

using namespace limber;
using namespace limber::tray;

namespace {

Icon icon_when(Activity doing, int arc) {
    StatusReport report = test::working_report();
    report.status.doing = doing;
    report.status.arc = arc;
    return icon_of(test::view_of(report));
}

double linear(unsigned level) {
    const double share = level / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// Relative luminance, as accessibility rules count it.
double luminance(std::uint32_t rgb) {
    return 0.2126 * linear((rgb >> 16U) & 0xffU) + 0.7152 * linear((rgb >> 8U) & 0xffU) +
           0.0722 * linear(rgb & 0xffU);
}

} // namespace

TEST_CASE("the icon follows state and step") {
    CHECK(icon_when(Activity::working, 7) == Icon{Look::working, 7});
    CHECK(icon_when(Activity::waiting, 12) == Icon{Look::waiting, 0});
    CHECK(icon_when(Activity::prompted, 12) == Icon{Look::prompted, 0});
    CHECK(icon_when(Activity::resting, 3) == Icon{Look::resting, 0});
    CHECK(icon_when(Activity::paused, 3) == Icon{Look::paused, 3});
    CHECK(icon_when(Activity::held, 4) == Icon{Look::held, 4});
    CHECK(icon_when(Activity::away, 5) == Icon{Look::away, 5});
    CHECK(icon_when(Activity::outside_hours, 5) == Icon{Look::off, 0});
    CHECK(icon_when(Activity::unknown, 5) == Icon{Look::unknown, 0});
    View view;
    view.daemon = Daemon::absent;
    CHECK(icon_of(view) == Icon{Look::absent, 0});
    view.daemon = Daemon::unknown;
    CHECK(icon_of(view) == Icon{Look::unknown, 0});
}

TEST_CASE("a step that no version should send") {
    CHECK(icon_when(Activity::working, 99) == Icon{Look::working, icon_steps});
    CHECK(icon_when(Activity::working, -1) == Icon{Look::working, 0});
}

TEST_CASE("names of themed icons") {
    CHECK(icon_name({Look::working, 7}, false) == "limber-working-7");
    CHECK(icon_name({Look::prompted, 0}, true) == "limber-prompted-symbolic");
}

TEST_CASE("every icon has its own pixels in every size, round on a clear ground") {
    for (const int size : icon_sizes) {
        std::set<std::vector<std::uint32_t>> different;
        std::size_t made = 0;
        for (std::size_t i = 0; i < look_count; ++i) {
            const Look look = static_cast<Look>(i);
            for (int step = 0; step <= (shows_arc(look) ? icon_steps : 0); ++step, ++made) {
                const auto pixels = icon_pixels({look, step}, size);
                const auto side = static_cast<std::size_t>(size);
                REQUIRE(pixels.size() == side * side);
                CHECK((pixels.front() >> 24U) == 0);
                CHECK((pixels.back() >> 24U) == 0);
                CHECK((pixels[side / 2 * side + side / 2] >> 24U) == 255);
                different.insert(pixels);
            }
        }
        CHECK(different.size() == made);
    }
    CHECK(icon_pixels({Look::working, 3}, 17).empty());
}

TEST_CASE("what stands on the disc can be read, and the disc on any panel") {
    for (const LookStyle& style : look_styles) {
        const double ground = luminance(style.ground);
        CHECK_MESSAGE((luminance(glyph_colour) + 0.05) / (ground + 0.05) >= 4.5, std::string{style.word});
        CHECK_MESSAGE(luminance(0xf4f4f4) + 0.05 >= 3 * (ground + 0.05), std::string{style.word});
    }
}
