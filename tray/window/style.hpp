// SPDX-License-Identifier: GPL-3.0-or-later
// The window's design in one place: colours, sizes of type, gaps. All sizes are logical pixels.
#pragma once

#include <QColor>
#include <QFont>
#include <QSize>

namespace limber::window {

/// Those with contrast are for people who asked their desktop for more of it.
enum class Scheme { light, dark, light_contrast, dark_contrast };

[[nodiscard]] constexpr bool is_dark(Scheme scheme) {
    return scheme == Scheme::dark || scheme == Scheme::dark_contrast;
}

[[nodiscard]] constexpr Scheme with_contrast(Scheme scheme) {
    return is_dark(scheme) ? Scheme::dark_contrast : Scheme::light_contrast;
}

/// What is read has at least 7:1 on what it is drawn on; what only shows a state at least 3:1.
struct Colours {
    QColor ground;   ///< the window
    QColor ink;      ///< instruction and other words that matter
    QColor ink_soft; ///< title's companions, what comes next
    QColor accent;   ///< ring, progress, the first button
    QColor on_accent;
    QColor accent_soft; ///< ground of the side's word
    QColor track;       ///< what ring and progress have not reached
    QColor button;
    QColor button_hover;
    QColor button_pressed;
    QColor key; ///< the edge around a key's name
    QColor caution;
    QColor on_caution;
    QColor focus;
};

[[nodiscard]] const Colours& colours_of(Scheme scheme);

/// Sizes for a window this large, on a desktop whose ordinary letters are `system_font` high. Words grow with
/// both: people step back to exercise.
struct Sizes {
    double gap = 8; ///< the unit of all distances
    int title = 17;
    int body = 16;
    int note = 15;
    int button = 15;
    int key = 12;
    int headline = 38;       ///< at most
    int headline_least = 28; ///< readable from a metre and a half

    bool operator==(const Sizes&) const = default;
};

inline constexpr QSize default_size{820, 520};
/// In a corner: the controls in one row, the instruction still read from a step away.
inline constexpr QSize small_size{620, 380};
inline constexpr QSize least_size{480, 380};

/// How much larger than usual the desktop's letters are, as far as the window follows.
[[nodiscard]] double letters_factor(double system_font);

[[nodiscard]] Sizes sizes_for(const QSize& window, double system_font);

/// How everything in one window looks. Its parts keep a reference.
struct Look {
    Scheme scheme = Scheme::light;
    bool reduced_motion = false;
    Sizes sizes;

    [[nodiscard]] const Colours& colours() const { return colours_of(scheme); }
};

/// The height of the desktop's ordinary letters.
[[nodiscard]] double system_font_height();

/// The desktop's own family.
[[nodiscard]] QFont type(int height, QFont::Weight weight = QFont::Normal);

} // namespace limber::window
