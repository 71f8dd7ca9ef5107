// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/status.hpp"
#include "icons/look.hpp"
#include "icons/pixmaps.hpp"
#include "menu/menu.hpp"
#include "views.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::tray;

namespace {

Icon icon_when(Activity doing, int arc) {
    bus::StatusReport report = test::working_report();
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

double contrast_of(std::uint32_t one, std::uint32_t other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct PanelColour {
    const char* name;
    std::uint32_t colour;
    double disc;  ///< contrast that the disc has with it at least
    double shown; ///< part of the icon's pixels that stand out from it by 3:1 at least
};

// Adwaita's two, and what the high-contrast themes have. On a dark grey it is glyph and arc that are seen.
constexpr std::array panels{PanelColour{"light", 0xf6f5f4, 4, 0.2}, PanelColour{"dark", 0x353535, 1.5, 0.07},
                            PanelColour{"high contrast", 0xffffff, 4.5, 0.25},
                            PanelColour{"high contrast, inverse", 0x000000, 3, 0.6}};

/// The icon as the panel shows it.
std::vector<std::uint32_t> icon_on(std::uint32_t panel, const Icon& icon, int size) {
    std::vector<std::uint32_t> pixels = icon_pixels(icon, size);
    for (std::uint32_t& pixel : pixels)
        pixel = mixed(panel, pixel & 0xffffffU, (pixel >> 24U) / 255.0);
    return pixels;
}

Icon half_way(std::size_t look) {
    return {static_cast<Look>(look), shows_arc(static_cast<Look>(look)) ? icon_steps / 2 : 0};
}

/// Part of the pixels that a glance tells apart.
double unlike(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        int apart = 0;
        for (const unsigned shift : {0U, 8U, 16U}) {
            apart += std::abs(static_cast<int>((one[i] >> shift) & 0xffU) -
                              static_cast<int>((other[i] >> shift) & 0xffU));
        }
        if (apart > 60) ++count;
    }
    return static_cast<double>(count) / static_cast<double>(one.size());
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

TEST_CASE("what stands on the disc can be read, and how far the interval has gone") {
    for (const LookStyle& style : look_styles) {
        CAPTURE(std::string{style.word});
        CHECK(contrast_of(glyph_colour, style.ground) >= 4.5);
        CHECK(contrast_of(arc_colour, mixed(style.ground, glyph_colour, track_opacity)) >= 3);
    }
}

TEST_CASE("every icon is seen on every panel: light, dark, and with the contrast that some people need") {
    for (const PanelColour& panel : panels) {
        CAPTURE(std::string{panel.name});
        for (std::size_t look = 0; look < look_count; ++look) {
            CAPTURE(std::string{look_styles[look].word});
            CHECK(contrast_of(look_styles[look].ground, panel.colour) >= panel.disc);
            for (const int size : {16, 22, 32, 64}) {
                CAPTURE(size);
                const auto pixels = icon_on(panel.colour, half_way(look), size);
                const auto seen = std::ranges::count_if(
                    pixels, [&](std::uint32_t pixel) { return contrast_of(pixel, panel.colour) >= 3; });
                CHECK(static_cast<double>(seen) / static_cast<double>(pixels.size()) >= panel.shown);
            }
        }
    }
}

TEST_CASE("no state is told by its colour alone") {
    const auto told_apart = [](const Icon& one, const Icon& other, int size) {
        const auto first = icon_pixels(one, size);
        const auto second = icon_pixels(other, size);
        std::size_t count = 0;
        for (std::size_t i = 0; i < first.size(); ++i) {
            if ((first[i] >> 24U) > 128 && contrast_of(first[i], second[i]) >= 1.5) ++count;
        }
        return static_cast<double>(count) / static_cast<double>(first.size());
    };
    for (const int size : {16, 22, 32, 64}) {
        CAPTURE(size);
        for (std::size_t one = 0; one < look_count; ++one) {
            CAPTURE(std::string{look_styles[one].word});
            for (std::size_t other = one + 1; other < look_count; ++other) {
                CAPTURE(std::string{look_styles[other].word});
                for (int step = 0; step <= icon_steps; ++step) {
                    const auto at_step = [&](std::size_t look) {
                        return Icon{static_cast<Look>(look), shows_arc(static_cast<Look>(look)) ? step : 0};
                    };
                    CAPTURE(step);
                    CHECK(told_apart(at_step(one), at_step(other), size) >= 0.03);
                }
            }
        }
    }
}

TEST_CASE("no two states look alike, and no two steps of an interval") {
    for (const PanelColour& panel : panels) {
        CAPTURE(std::string{panel.name});
        for (const int size : {16, 22, 32, 64}) {
            CAPTURE(size);
            for (std::size_t one = 0; one < look_count; ++one) {
                CAPTURE(std::string{look_styles[one].word});
                const auto first = icon_on(panel.colour, half_way(one), size);
                for (std::size_t other = one + 1; other < look_count; ++other) {
                    CAPTURE(std::string{look_styles[other].word});
                    CHECK(unlike(first, icon_on(panel.colour, half_way(other), size)) >= 0.06);
                }
                if (!shows_arc(static_cast<Look>(one))) continue;
                for (int step = 0; step < icon_steps; ++step) {
                    CAPTURE(step);
                    const Look look{static_cast<Look>(one)};
                    CHECK(unlike(icon_on(panel.colour, {look, step}, size),
                                 icon_on(panel.colour, {look, step + 1}, size)) >= 0.008);
                }
            }
        }
    }
}
