// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's icons by name: what they say, and in which colours. One table for those who draw and those who
// show.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace limber::tray {

/// What an icon says. `off`: outside working hours. `absent`: no daemon.
enum class Look { working, waiting, prompted, resting, paused, held, away, off, unknown, absent };

inline constexpr std::size_t look_count = 10;

/// The ring's steps from empty to full.
inline constexpr int icon_steps = 12;

/// The sizes that are compiled in, in pixels.
inline constexpr std::array icon_sizes{16, 22, 24, 32, 48, 64};

struct Icon {
    Look look = Look::unknown;
    int step = 0; ///< 0 … icon_steps; 0 for looks without an arc

    bool operator==(const Icon&) const = default;
};

struct LookStyle {
    std::string_view word;
    std::uint32_t ground; ///< RGB of the disc; white on it has a contrast of 4.5 and more
    bool arc;             ///< there is one icon for each step
    int ring;             ///< without an arc: the step shown, for all to see
};

inline constexpr std::array<LookStyle, look_count> look_styles{{
    {"working", 0x1b7f78, true, 0},
    {"waiting", 0x1b7f78, false, icon_steps},
    {"prompted", 0xc2501c, false, 0},
    {"resting", 0x2f6fb5, false, 0},
    {"paused", 0x5f6873, true, 0},
    {"held", 0x7a569c, true, 0},
    {"away", 0x5b7482, true, 0},
    {"off", 0x4e5b88, false, 0},
    {"unknown", 0x5f6873, false, 0},
    {"absent", 0x5f6873, false, 0},
}};

inline constexpr std::uint32_t arc_colour = 0xffe08f;
inline constexpr std::uint32_t glyph_colour = 0xffffff;
/// Of the ring's part still to come, in white.
inline constexpr double track_opacity = 0.1;

[[nodiscard]] constexpr const LookStyle& style_of(Look look) {
    return look_styles[static_cast<std::size_t>(look)];
}

[[nodiscard]] constexpr bool shows_arc(Look look) {
    return style_of(look).arc;
}

/// How much of the ring is drawn full.
[[nodiscard]] constexpr int ring_of(const Icon& icon) {
    return shows_arc(icon.look) ? icon.step : style_of(icon.look).ring;
}

/// "limber-working-7", "limber-prompted"; with "-symbolic" for the one of a single colour, which panels
/// recolour.
[[nodiscard]] inline std::string icon_name(const Icon& icon, bool symbolic) {
    std::string name = "limber-";
    name += style_of(icon.look).word;
    if (shows_arc(icon.look)) name += "-" + std::to_string(icon.step);
    if (symbolic) name += "-symbolic";
    return name;
}

} // namespace limber::tray
