// SPDX-License-Identifier: GPL-3.0-or-later
// limber_gallery FOLDER: contact sheets of every phase of every exercise, light and dark; frames of each for
// an animated preview; one picture of all for the documentation.
#include "core/exercise.hpp"
#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "settings/catalogue.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"

#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPoint>
#include <QRect>
#include <QRectF>
#include <QString>
#include <Qt>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace limber;
using namespace limber::poses;
using namespace limber::settings;
using namespace limber::figure;

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

std::vector<Row> rows_of(const Exercise& exercise) {
    std::vector<Row> rows;
    for (const FigureMoment& moment : moments_of(exercise)) {
        rows.push_back({fmt::format("{}: {}{}", exercise.id, moment.phase,
                                    moment.side == Side::left    ? " (left)"
                                    : moment.side == Side::right ? " (right)"
                                                                 : ""),
                        moment});
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

/// One picture of each row, in lines of so many.
struct Grid {
    int columns;
    int cell;
    int caption;
    int top;
    double progress;
};

/// Every exercise once: for the documentation.
constexpr Grid poster{.columns = 5, .cell = 230, .caption = 24, .top = 6, .progress = 0.85};
/// Every phase.
constexpr Grid overview{.columns = 6, .cell = 250, .caption = 22, .top = 8, .progress = 0.7};

bool save_grid(const Grid& grid, const std::vector<Row>& rows, const Theme& theme, const FigureBook& book,
               const std::string& file) {
    const auto [columns, cell, caption, top, progress] = grid;
    const double side = cell - 16;
    const int lines = (static_cast<int>(rows.size()) + columns - 1) / columns;
    QImage sheet{columns * cell, lines * (cell + caption), QImage::Format_RGB32};
    sheet.fill(theme.paper);
    QPainter painter{&sheet};
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const Row& row = rows[static_cast<std::size_t>(i)];
        const int line = i / columns;
        const double x = i % columns * cell;
        const double y = line * (cell + caption) + top;
        FigureMoment moment = row.moment;
        moment.progress = progress;
        paint_figure(painter, {x + 8, y, side, side}, book, moment, theme.colours);
        label(painter, {x, y + side + 2, static_cast<double>(cell), static_cast<double>(caption)}, theme,
              row.label);
    }
    return sheet.save(QString::fromStdString(file), nullptr, 0);
}

/// The exercise once through as pictures, ten a second; what only waits is made short.
bool save_frames(const std::vector<Row>& rows, const Theme& theme, const FigureBook& book,
                 const std::filesystem::path& folder) {
    constexpr int side = 300;
    constexpr double longest_still = 1.5;
    std::filesystem::create_directories(folder);
    int number = 0;
    for (const Row& row : rows) {
        FigureMoment moment = row.moment;
        const double seconds = std::chrono::duration<double>(moment.length).count();
        const bool moves = liveliness(book, moment) == Liveliness::moving;
        const auto frames = static_cast<int>(10 * std::min(seconds, moves ? 8.0 : longest_still));
        for (int i = 0; i < frames; ++i) {
            // a long movement is shown at its own pace as far as it goes
            moment.progress = i / (moves ? 10 * seconds : static_cast<double>(frames));
            QImage frame{side, side, QImage::Format_RGB32};
            frame.fill(theme.paper);
            QPainter painter{&frame};
            paint_figure(painter, {4, 4, side - 8, side - 8}, book, moment, theme.colours);
            painter.end();
            if (!frame.save(QString::fromStdString((folder / fmt::format("{:04}.png", number++)).string()))) {
                return false;
            }
        }
    }
    return true;
}

struct Sheet {
    std::string name;
    std::string title;
    std::vector<Row> rows;
};

int show_all(const std::filesystem::path& folder, const std::string& only) {
    const ConfigPaths paths = config_paths();
    const FigureBook book = FigureBook::load(paths);
    for (const Problem& problem : book.problems())
        fmt::print(stderr, "{}\n", to_string(problem));
    const std::array themes{Theme{"light", "#ffffff", "#333333", FigureColours::light()},
                            Theme{"dark", "#152222", "#dddddd", FigureColours::dark()}};
    std::vector<Sheet> sheets;
    std::vector<Row> telling;
    for (const Exercise& exercise : load_catalogue(paths).exercises) {
        sheets.push_back({exercise.id, exercise.title, rows_of(exercise)});
        telling.push_back({exercise.title, telling_moment(moments_of(exercise), book)});
    }
    sheets.push_back({"leave-desk",
                      {},
                      {{"leave-desk", {.phase = "leave-desk", .length = std::chrono::minutes{3}}},
                       {"no pose",
                        {.pose = "unknown",
                         .phase = "hold",
                         .kind = PhaseKind::hold,
                         .length = std::chrono::seconds{8}}}}});
    bool saved = true;
    for (const Theme& theme : themes) {
        std::vector<Row> all;
        for (const auto& [name, title, rows] : sheets) {
            all.insert(all.end(), rows.begin(), rows.end());
            if (!only.empty() && name != only) continue;
            const std::string file = (folder / fmt::format("{}-{}.png", name, theme.name)).string();
            saved = save_sheet(rows, theme, book, file, 300) && saved;
        }
        const std::string file = (folder / fmt::format("all-{}.png", theme.name)).string();
        saved = save_grid(overview, all, theme, book, file) && saved;
    }
    const Theme& light = themes.front();
    saved = save_grid(poster, telling, light, book, (folder / "exercises.png").string()) && saved;
    for (const auto& [name, title, rows] : sheets) {
        if (only.empty() || name == only)
            saved = save_frames(rows, light, book, folder / "frames" / name) && saved;
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
