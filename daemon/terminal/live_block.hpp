// SPDX-License-Identifier: GPL-3.0-or-later
// Lines at the bottom of a terminal that change in place. Says what to write, and writes nothing itself.
#pragma once

#include "terminal/columns.hpp"

#include <QString>
#include <QStringList>

namespace limber::terminal {

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
