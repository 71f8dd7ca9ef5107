// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.hpp"

#include "words/text.hpp"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace limber::cli {
namespace {

void write(std::FILE* file, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
}

} // namespace

QString inked(const QString& text, terminal::Ink ink) {
    static const bool wanted = terminal::wants_colour(STDOUT_FILENO);
    return wanted ? terminal::coloured(text, ink) : text;
}

int columns_there() {
    return terminal::size_of_terminal(STDOUT_FILENO).columns;
}

void Table::row(std::vector<Cell> cells) {
    rows_.push_back(std::move(cells));
}

QString Table::lines(const QString& indent) const {
    std::vector<int> widths;
    for (const auto& cells : rows_) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], terminal::columns_of(cells[i].text));
    }
    QString all;
    for (const auto& cells : rows_) {
        all += indent;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            all += inked(cells[i].text, cells[i].ink);
            if (i + 1 < cells.size())
                all += QString(widths[i] - terminal::columns_of(cells[i].text) + 2, u' ');
        }
        while (all.endsWith(u' '))
            all.chop(1);
        all += u'\n';
    }
    return all;
}

void print(const QString& text) {
    write(stdout, text);
}

void print_line(const QString& line) {
    write(stdout, line + u'\n');
}

void print_json(const QJsonObject& object, bool one_line) {
    const QJsonDocument document{object};
    QString text =
        QString::fromUtf8(document.toJson(one_line ? QJsonDocument::Compact : QJsonDocument::Indented));
    if (one_line) text += u'\n';
    write(stdout, text);
}

void complain(const QString& line) {
    write(stderr, QStringLiteral("limber: %1\n").arg(line));
}

void complain_of(const std::vector<settings::Problem>& problems) {
    for (const settings::Problem& problem : problems)
        complain(terminal::shown(settings::to_string(problem)));
}

bool flush_output() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
    complain(_("The output could not be written. Is the disk full?"));
    return false;
}

} // namespace limber::cli
