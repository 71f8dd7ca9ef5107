// SPDX-License-Identifier: GPL-3.0-or-later
// How much room text takes on a terminal, and how it is made to fit.
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

namespace limber::terminal {

/// UTF-8 from outside (files, the bus) for a terminal: control characters become "?", line ends spaces.
[[nodiscard]] QString shown(std::string_view utf8);

/// Columns of a terminal that this takes up. Codes that colour it take none.
[[nodiscard]] int columns_of(const QString& text);

/// Lines of at most `columns`, broken between words; a word that is longer is broken where it must be. At
/// least one line.
[[nodiscard]] QStringList wrapped(const QString& text, int columns);

/// At most `columns`; what was cut ends in "…" ("..." without UTF-8). Without colours.
[[nodiscard]] QString clipped(const QString& text, int columns, bool utf8);

/// The same in ASCII, for terminals that write nothing else: accents go, signs are spelled ("1/2", "..."),
/// what is left becomes "?".
[[nodiscard]] QString in_ascii(const QString& text);

struct TerminalSize {
    int columns = 80;
    int rows = 24;
};

/// COLUMNS before what the terminal says, else 80 × 24.
[[nodiscard]] TerminalSize size_of_terminal(int file);

/// Whether the locale of the environment writes UTF-8.
[[nodiscard]] bool draws_beyond_ascii();

} // namespace limber::terminal
