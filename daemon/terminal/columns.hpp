// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal shows: its size, its colours, how much room text takes and how it is made to fit, and
// lines that change in place.
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

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

/// Lines at the bottom of a terminal that change in place. Says what to write, and writes nothing itself.
/// Between calls the cursor stands at the beginning of the line below the block. Lines must be narrower than
/// the terminal. What does not fit into its rows is left out: empty lines first, then the last ones.
class LiveBlock {
public:
    /// These lines in place of those before; nothing where nothing has changed.
    [[nodiscard]] QString show(QStringList lines, TerminalSize size);

    /// Takes the lines away; what is written next begins where they began.
    [[nodiscard]] QString clear(TerminalSize size);

    /// What is shown stays for good.
    void leave() { lines_.clear(); }

    [[nodiscard]] bool empty() const { return lines_.isEmpty(); }

private:
    /// Rows that the lines take up by now: a terminal that was made narrower has wrapped them.
    [[nodiscard]] int rows(int columns) const;

    QStringList lines_;
    int columns_ = 0;
};

} // namespace limber::terminal
