// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output and error, and the sentences on them: colours only where they are seen, and nothing that
// could steer a terminal from inside a file or a message.
#pragma once

#include "settings/problem.hpp"
#include "terminal/columns.hpp" // IWYU pragma: export
#include "words/text.hpp"

#include <QString>

#include <vector>

class QJsonObject;

namespace limber::cli {

/// In colour if standard output is a terminal that wants it.
[[nodiscard]] QString inked(const QString& text, terminal::Ink ink);

/// Columns to write in: COLUMNS, else the terminal's, else 80.
[[nodiscard]] int columns_there();

/// Cells in columns, two spaces apart, measured as a terminal shows them.
class Table {
public:
    struct Cell {
        QString text;
        terminal::Ink ink = terminal::Ink::plain;
    };

    void row(std::vector<Cell> cells);
    /// One line per row, each after `indent`.
    [[nodiscard]] QString lines(const QString& indent = {}) const;

private:
    std::vector<std::vector<Cell>> rows_;
};

void print(const QString& text);
void print_line(const QString& line);
/// As text of several lines, or of one line where lines are read one by one.
void print_json(const QJsonObject& object, bool one_line = false);
void complain(const QString& line);
void complain_of(const std::vector<settings::Problem>& problems);

/// False if something printed did not arrive (a full disk, say); says so on standard error.
[[nodiscard]] bool flush_output();

/// Where translators find the sentences of the command line: _("…").
} // namespace limber::cli
