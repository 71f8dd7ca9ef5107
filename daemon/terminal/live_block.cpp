// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/live_block.hpp"

#include "terminal/columns.hpp"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace limber::terminal {

namespace {

/// Empty but for a frame, perhaps.
bool says_nothing(const QString& line) {
    return std::ranges::none_of(line, [](QChar c) { return c.isLetterOrNumber(); });
}

QStringList fitted(QStringList lines, int rows) {
    const qsizetype room = std::max(rows - 1, 1);
    // the first and the last line are the frame
    for (qsizetype i = lines.size() - 2; i > 0 && lines.size() > room; --i) {
        if (says_nothing(lines.at(i))) lines.removeAt(i);
    }
    return lines.mid(0, room);
}

} // namespace

QString LiveBlock::show(QStringList lines, TerminalSize size) {
    lines = fitted(std::move(lines), size.rows);
    QString out;
    if (columns_ != size.columns) out = clear(size);
    columns_ = size.columns;
    if (lines == lines_) return out;
    if (!lines_.isEmpty()) out += QStringLiteral("\033[%1A").arg(lines_.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool same = i < lines_.size() && lines.at(i) == lines_.at(i);
        out += same ? QStringLiteral("\n") : u'\r' + lines.at(i) + QStringLiteral("\033[K\n");
    }
    if (lines.size() < lines_.size()) out += QStringLiteral("\033[J");
    lines_ = std::move(lines);
    return out;
}

QString LiveBlock::clear(TerminalSize size) {
    if (lines_.isEmpty()) return {};
    const int up = std::min(rows(size.columns), std::max(size.rows - 1, 1));
    lines_.clear();
    return QStringLiteral("\033[%1A\r\033[J").arg(up);
}

int LiveBlock::rows(int columns) const {
    int rows = 0;
    for (const QString& line : lines_) {
        rows += std::max((columns_of(line) + columns - 1) / std::max(columns, 1), 1);
    }
    return rows;
}

} // namespace limber::terminal
