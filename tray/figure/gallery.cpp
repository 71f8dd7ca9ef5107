// SPDX-License-Identifier: GPL-3.0-or-later
// limber_gallery FOLDER: contact sheets of every phase of every exercise, light and dark, and how long a
// frame takes.
#include "core/exercise.hpp"
#include "figure/figure.hpp"
#include "figure/figure_book.hpp"
#include "settings/catalogue.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"

#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace limber;

struct Theme {
    const char* name;
    QColor paper;
    QColor ink;
    FigureColours colours;
};

struct Row {
    std::string label;
    FigureMoment moment;
};

/// Every phase once for each side it is played for.
std::vector<Row> rows_of(const Exercise& exercise) {
    std::vector<Row> rows;
    std::set<std::pair<std::string, Side>> seen;
    for (const Block& block : exercise.blocks) {
        for (const bool other : {false, true}) {
            if (other && !block.mirror) continue;
            for (const Phase& phase : block.phases) {
                const Side side = !other ? phase.side : phase.side == Side::left ? Side::right : Side::left;
                if (!seen.insert({phase.name, side}).second) continue;
                rows.push_back({fmt::format("{}: {}{}", exercise.id, phase.name,
                                            side == Side::left    ? " (left)"
                                            : side == Side::right ? " (right)"
                                                                  : ""),
                                {.pose = exercise.pose,
                                 .phase = phase.name,
                                 .kind = phase.kind,
                                 .side = side,
                                 .length = phase.length}});
            }
        }
    }
    return rows;
}

void label(QPainter& painter, const QRectF& place, const Theme& theme, const std::string& text) {
    painter.setPen(theme.ink);
    painter.drawText(place, Qt::AlignCenter, QString::fromStdString(text));
}

bool save_sheet(const std::vector<Row>& rows, const Theme& theme, const FigureBook& book,
                const std::string& file, int cell) {
    constexpr std::array moments{0.0, 0.25, 0.5, 0.75, 1.0};
    const int columns = static_cast<int>(moments.size()) + 1;
    const int height = cell + 26;
    QImage sheet{columns * cell, static_cast<int>(rows.size()) * height, QImage::Format_RGB32};
    sheet.fill(theme.paper);
    QPainter painter{&sheet};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double top = static_cast<double>(row) * height;
        for (int column = 0; column < columns; ++column) {
            FigureMoment moment = rows[row].moment;
            moment.reduced_motion = column + 1 == columns;
            moment.progress = moment.reduced_motion ? 0.5 : moments[static_cast<std::size_t>(column)];
            const QRectF place{column * cell + 6.0, top + 6, cell - 12.0, cell - 12.0};
            paint_figure(painter, place, book, moment, theme.colours);
            label(painter,
                  {column * static_cast<double>(cell), top + cell - 4, static_cast<double>(cell), 26}, theme,
                  column == 0             ? rows[row].label
                  : moment.reduced_motion ? "reduced motion"
                                          : fmt::format("{:.0f} %", moment.progress * 100));
        }
    }
    return sheet.save(QString::fromStdString(file));
}

/// One cell a phase.
bool save_overview(const std::vector<Row>& rows, const Theme& theme, const FigureBook& book,
                   const std::string& file) {
    constexpr int cell = 250;
    constexpr int columns = 6;
    const int lines = (static_cast<int>(rows.size()) + columns - 1) / columns;
    QImage sheet{columns * cell, lines * (cell + 22), QImage::Format_RGB32};
    sheet.fill(theme.paper);
    QPainter painter{&sheet};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double x = static_cast<double>(i % columns) * cell;
        const std::size_t line = i / columns;
        const double y = static_cast<double>(line) * (cell + 22);
        FigureMoment moment = rows[i].moment;
        moment.progress = 0.7;
        paint_figure(painter, {x + 8, y + 8, cell - 16, cell - 16}, book, moment, theme.colours);
        label(painter, {x, y + cell - 6, cell, 22}, theme, rows[i].label);
    }
    return sheet.save(QString::fromStdString(file));
}

void measure(const std::vector<Row>& rows, const Theme& theme, const FigureBook& book) {
    QImage frame{900, 900, QImage::Format_ARGB32_Premultiplied};
    QPainter painter{&frame};
    constexpr int frames = 40;
    double slowest = 0;
    std::string slowest_row;
    double sum = 0;
    for (const Row& row : rows) {
        FigureMoment moment = row.moment;
        const std::clock_t began = std::clock();
        for (int i = 0; i < frames; ++i) {
            moment.progress = static_cast<double>(i) / frames;
            paint_figure(painter, {0, 0, 900, 900}, book, moment, theme.colours);
        }
        const double took = 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC / frames;
        sum += took;
        if (took > slowest) {
            slowest = took;
            slowest_row = row.label;
        }
    }
    fmt::print("a frame of 900 x 900: {:.2f} ms on average, {:.2f} ms for {}\n",
               sum / static_cast<double>(rows.size()), slowest, slowest_row);
}

int show_all(const std::filesystem::path& folder, const std::string& only) {
    const ConfigPaths paths = config_paths();
    const FigureBook book = FigureBook::load(paths);
    for (const Problem& problem : book.problems())
        fmt::print(stderr, "{}\n", to_string(problem));
    const std::array themes{Theme{"light", "#ffffff", "#333333", FigureColours::light()},
                            Theme{"dark", "#152222", "#dddddd", FigureColours::dark()}};
    std::vector<std::pair<std::string, std::vector<Row>>> sheets;
    for (const Exercise& exercise : load_catalogue(paths).exercises)
        sheets.emplace_back(exercise.id, rows_of(exercise));
    sheets.push_back({"leave-desk",
                      {{"leave-desk", {.phase = "leave-desk", .length = std::chrono::minutes{3}}},
                       {"no pose",
                        {.pose = "unknown",
                         .phase = "hold",
                         .kind = PhaseKind::hold,
                         .length = std::chrono::seconds{8}}}}});
    bool saved = true;
    for (const Theme& theme : themes) {
        std::vector<Row> all;
        for (const auto& [name, rows] : sheets) {
            all.insert(all.end(), rows.begin(), rows.end());
            if (!only.empty() && name != only) continue;
            saved = save_sheet(rows, theme, book,
                               (folder / fmt::format("{}-{}.png", name, theme.name)).string(), 300) &&
                    saved;
        }
        saved = save_overview(all, theme, book, (folder / fmt::format("all-{}.png", theme.name)).string()) &&
                saved;
        if (only.empty()) measure(all, theme, book);
    }
    return saved ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application{argc, argv};
    if (argc < 2) {
        fmt::print(stderr, "limber_gallery FOLDER [EXERCISE]\n");
        return 2;
    }
    std::filesystem::create_directories(argv[1]);
    return show_all(argv[1], argc > 2 ? argv[2] : "");
}
