// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons/pixmaps.hpp"

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace limber::tray {
namespace {

// The order of the layers in the table.
constexpr std::size_t disc_layer = 0;
constexpr std::size_t ring_layer = 1;
constexpr std::size_t first_arc = 2;
constexpr std::size_t first_glyph = first_arc + icon_steps + 1;

/// How much of each pixel is covered, 0 … 15.
QByteArray layer(std::size_t number, std::size_t size) {
    const std::size_t index = number * icon_sizes.size() + size;
    const unsigned begin = layer_begins[index];
    return qUncompress(&layer_bytes[begin], static_cast<qsizetype>(layer_begins[index + 1] - begin));
}

} // namespace

std::uint32_t mixed(std::uint32_t below, std::uint32_t above, double share) {
    std::uint32_t result = 0;
    for (const unsigned shift : {0U, 8U, 16U}) {
        const double a = (below >> shift) & 0xffU;
        const double b = (above >> shift) & 0xffU;
        result |= static_cast<std::uint32_t>(std::lround(a + (b - a) * share)) << shift;
    }
    return result;
}

std::vector<std::uint32_t> icon_pixels(const Icon& icon, int size) {
    const auto index = static_cast<std::size_t>(
        std::ranges::distance(icon_sizes.begin(), std::ranges::find(icon_sizes, size)));
    if (index == icon_sizes.size()) return {};
    const auto side = static_cast<std::size_t>(size);
    // The disc's colour everywhere, and how much of it: what is above never reaches beyond the disc.
    std::vector<std::uint32_t> pixels(side * side, style_of(icon.look).ground);
    const auto paint = [&](std::size_t number, std::uint32_t colour, double opacity) {
        auto pixel = pixels.begin();
        for (const char level : layer(number, index)) {
            *pixel = mixed(*pixel, colour, opacity * level / 15);
            ++pixel;
        }
    };
    const int ring = std::clamp(ring_of(icon), 0, icon_steps);
    paint(ring_layer, glyph_colour, track_opacity);
    paint(first_arc + static_cast<std::size_t>(ring), arc_colour, 1);
    paint(first_glyph + static_cast<std::size_t>(icon.look), glyph_colour, 1);
    auto pixel = pixels.begin();
    for (const char level : layer(disc_layer, index))
        *pixel++ |= static_cast<unsigned>(level) * 17U << 24U;
    return pixels;
}

} // namespace limber::tray
