// SPDX-License-Identifier: GPL-3.0-or-later
// Colours and weights of text on a terminal, and whether a terminal wants them.
#pragma once

#include <QString>

namespace limber::terminal {

enum class Ink { plain, strong, faint, good, warn, bad, calm };

/// The text between the codes for `ink`.
[[nodiscard]] QString coloured(const QString& text, Ink ink);

/// The file is a terminal, NO_COLOR is unset or empty and TERM is not "dumb".
[[nodiscard]] bool wants_colour(int file);

/// The file is a terminal whose cursor can be moved (TERM is neither empty nor "dumb").
[[nodiscard]] bool moves_cursor(int file);

/// What a drawing may use.
struct Pen {
    int columns = 80;
    bool utf8 = false;
    bool colour = false;

    [[nodiscard]] QString ink(const QString& text, Ink ink) const {
        return colour ? coloured(text, ink) : text;
    }
};

} // namespace limber::terminal
