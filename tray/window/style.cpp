// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/style.hpp"

#include <QApplication>
#include <QFontInfo>
#include <Qt>

#include <algorithm>
#include <cmath>

namespace limber::window {
namespace {

// Ordinary letters of a desktop at 10 pt and 96 dpi.
constexpr double ordinary_font = 13.3;

constexpr double largest_growth = 3.0;

} // namespace

const Colours& colours_of(Scheme scheme) {
    static const Colours light{
        .ground = QColor{0xfb, 0xf9, 0xf5},
        .ink = QColor{0x1b, 0x29, 0x28},
        .ink_soft = QColor{0x45, 0x54, 0x51},
        .accent = QColor{0x1c, 0x76, 0x68},
        .on_accent = QColor{0xff, 0xff, 0xff},
        .accent_soft = QColor{0xdc, 0xee, 0xe8},
        .track = QColor{0xe2, 0xe6, 0xe0},
        .button = QColor{0xef, 0xef, 0xe9},
        .button_hover = QColor{0xe5, 0xe8, 0xe1},
        .button_pressed = QColor{0xd8, 0xdd, 0xd6},
        .key = QColor{0xc3, 0xcb, 0xc5},
        .caution = QColor{0xfb, 0xef, 0xd9},
        .on_caution = QColor{0x55, 0x3a, 0x08},
        .focus = QColor{0x1b, 0x29, 0x28},
    };
    static const Colours dark{
        .ground = QColor{0x14, 0x1b, 0x1c},
        .ink = QColor{0xf2, 0xf6, 0xf3},
        .ink_soft = QColor{0xb7, 0xc5, 0xc0},
        .accent = QColor{0x6c, 0xd0, 0xbb},
        .on_accent = QColor{0x08, 0x22, 0x1d},
        .accent_soft = QColor{0x1e, 0x3b, 0x37},
        .track = QColor{0x2c, 0x37, 0x38},
        .button = QColor{0x23, 0x2d, 0x2e},
        .button_hover = QColor{0x2d, 0x39, 0x3a},
        .button_pressed = QColor{0x38, 0x45, 0x46},
        .key = QColor{0x4b, 0x5a, 0x5b},
        .caution = QColor{0x33, 0x2a, 0x16},
        .on_caution = QColor{0xf5, 0xdd, 0xab},
        .focus = QColor{0xf2, 0xf6, 0xf3},
    };
    static const Colours light_contrast{
        .ground = Qt::white,
        .ink = Qt::black,
        .ink_soft = QColor{0x20, 0x2a, 0x28},
        .accent = QColor{0x07, 0x4a, 0x3f},
        .on_accent = Qt::white,
        .accent_soft = QColor{0xe3, 0xf3, 0xee},
        .track = QColor{0xb9, 0xc4, 0xbe},
        .button = QColor{0xea, 0xee, 0xea},
        .button_hover = QColor{0xd9, 0xe0, 0xda},
        .button_pressed = QColor{0xc8, 0xd2, 0xca},
        .key = QColor{0x40, 0x4c, 0x48},
        .caution = QColor{0xff, 0xf1, 0xd0},
        .on_caution = QColor{0x2b, 0x1c, 0x00},
        .focus = Qt::black,
    };
    static const Colours dark_contrast{
        .ground = Qt::black,
        .ink = Qt::white,
        .ink_soft = QColor{0xe0, 0xea, 0xe6},
        .accent = QColor{0x8d, 0xf0, 0xda},
        .on_accent = Qt::black,
        .accent_soft = QColor{0x0f, 0x30, 0x2b},
        .track = QColor{0x46, 0x52, 0x53},
        .button = QColor{0x1c, 0x24, 0x25},
        .button_hover = QColor{0x2c, 0x37, 0x38},
        .button_pressed = QColor{0x3c, 0x49, 0x4a},
        .key = QColor{0xa8, 0xb8, 0xb4},
        .caution = QColor{0x33, 0x28, 0x08},
        .on_caution = QColor{0xff, 0xec, 0xc0},
        .focus = Qt::white,
    };
    switch (scheme) {
    case Scheme::light: break;
    case Scheme::dark: return dark;
    case Scheme::light_contrast: return light_contrast;
    case Scheme::dark_contrast: return dark_contrast;
    }
    return light;
}

double letters_factor(double system_font) {
    return std::clamp(system_font / ordinary_font, 1.0, largest_growth);
}

Sizes sizes_for(const QSize& window, double system_font) {
    const double letters = letters_factor(system_font);
    const double room = std::clamp(std::min(window.width() / (default_size.width() * letters),
                                            window.height() / (default_size.height() * letters)),
                                   1.0, largest_growth);
    // what is read close by, with a hand on the mouse, grows half as much
    const double near = letters * (1 + (room - 1) / 2);
    const auto scaled = [](double height, double by) { return static_cast<int>(std::lround(height * by)); };
    return {
        .gap = 8 * near,
        .title = scaled(18, near),
        .body = scaled(17, near),
        .note = scaled(15, near),
        .button = scaled(15, near),
        .key = scaled(12, near),
        .headline = scaled(40, letters * room),
        .headline_least = scaled(28, letters),
    };
}

double system_font_height() {
    return QFontInfo{QApplication::font()}.pixelSize();
}

QFont type(int height, QFont::Weight weight) {
    QFont font = QApplication::font();
    font.setPixelSize(height);
    font.setWeight(weight);
    return font;
}

} // namespace limber::window
