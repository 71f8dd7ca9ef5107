// SPDX-License-Identifier: GPL-3.0-or-later
// The moving figure for a terminal: the poses of the guided break's window, as a silhouette of dots. Pure.
#pragma once

#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "terminal/columns.hpp"
#include "terminal/ink.hpp"

#include <QStringList>

namespace limber::cli {

/// `rows` lines, each twice as wide, in which limbs that are nearer stand out from what is behind them. The
/// working part is coloured where the pen has colours.
[[nodiscard]] QStringList dotted_figure(const poses::FigureBook& book, const poses::FigureMoment& moment,
                                        const terminal::Pen& pen, int rows);

/// How many rows the figure may have beside words in a terminal of this size; 0: there is no room for it.
[[nodiscard]] int figure_rows(terminal::TerminalSize size);

/// The figure's lines to the left of the words', in the middle of the higher of both.
[[nodiscard]] QStringList beside(const QStringList& figure, const QStringList& words);

} // namespace limber::cli
