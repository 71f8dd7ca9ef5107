// SPDX-License-Identifier: GPL-3.0-or-later
// limber_picture_maker FOLDER: what prompts show, one picture for each pose of the shipped exercises. Runs
// while Limber is built.
#include "figure/figure.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "settings/catalogue.hpp"
#include "settings/settings.hpp"

#include <QImage>
#include <QPainter>
#include <QString>
#include <Qt>

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

namespace {

using namespace limber;

// On its own disc, and so readable on any ground; servers make it smaller.
bool save(const std::string& file, const poses::FigureMoment& moment, const poses::FigureBook& book) {
    constexpr int side = 192;
    QImage picture{side, side, QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    figure::paint_figure(painter, {0, 0, side, side}, book, moment, figure::FigureColours::light());
    painter.end();
    std::error_code error; // is that of writing
    std::filesystem::create_directories(std::filesystem::path{file}.parent_path(), error);
    if (picture.save(QString::fromStdString(file))) return true;
    std::fprintf(stderr, "%s cannot be written\n", file.c_str());
    return false;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("limber_picture_maker FOLDER\n", stderr);
        return 2;
    }
    const std::string folder = argv[1];
    const settings::ConfigPaths paths = settings::config_paths();
    const auto book = poses::FigureBook::load(paths);
    bool saved = save(folder + "/leave-desk.png", {.phase = "leave-desk", .progress = 0.5}, book);
    for (const Exercise& exercise : settings::load_catalogue(paths).exercises) {
        const auto moments = poses::moments_of(exercise);
        if (exercise.pose.empty() || moments.empty()) continue;
        saved =
            save(folder + "/" + exercise.pose + ".png", poses::telling_moment(moments, book), book) && saved;
    }
    return saved ? 0 : 1;
}
