// SPDX-License-Identifier: GPL-3.0-or-later
// The picture in the window: however it came about, it looks the same; a picture of one's own takes its
// place.
#include "core/exercise.hpp"
#include "desk.hpp"
#include "figure/pictures.hpp"
#include "figure/shelf.hpp"
#include "poses/moment.hpp"
#include "window/page.hpp"
#include "window/stage.hpp"
#include "window/style.hpp"

#include <QColor>
#include <QImage>
#include <QPixmap>
#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <Qt>
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <string>

using namespace limber;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

constexpr QSize stage_size{320, 340};
const Look look;

QImage picture_on(Stage& stage) {
    return stage.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Pixels that look different; a line may be where it was up to a tenth of a pixel ago.
int unlike(const QImage& a, const QImage& b) {
    REQUIRE(a.size() == b.size());
    return test::differing(a, b, 110);
}

StageView view_of(const char* pose, const char* phase, double progress, PhaseKind kind = PhaseKind::move) {
    return {.moment = {.pose = pose,
                       .phase = phase,
                       .kind = kind,
                       .side = Side::right,
                       .progress = progress,
                       .length = 4s},
            .ring = 1 - progress,
            .badge = StageView::Badge::words,
            .badge_words = QString::number(static_cast<int>(4 - 4 * progress) + 1)};
}

} // namespace

TEST_CASE("a stage that has shown a whole movement looks like one that has shown nothing before") {
    test::need_gui();
    Stage stage{test::shipped_figures(), look};
    stage.resize(stage_size);
    const auto show = [&](const StageView& view) {
        CAPTURE(view.moment.phase);
        CAPTURE(view.moment.progress);
        stage.show_view(view);
        Stage fresh{test::shipped_figures(), look};
        fresh.resize(stage_size);
        fresh.show_view(view);
        CHECK(unlike(picture_on(stage), picture_on(fresh)) == 0);
    };
    // long enough for what keeps still to become a part of the backdrop, and to leave it again
    for (const double progress : {0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.6, 0.9, 1.0})
        show(view_of("front/neck-turn", "turn right", progress));
    for (const double progress : {0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.7})
        show(view_of("front/butterfly", "close", progress));
    for (const double progress : {0.1, 0.3, 0.35, 0.4, 0.45, 0.5})
        show(view_of("front/butterfly", "hold", progress, PhaseKind::hold));
    for (const double progress : {0.0, 0.3, 0.6})
        show(view_of("side/arm-reach", "reach", progress));
}

TEST_CASE("a picture of one's own is shown and keeps still; for one that is broken there is the figure") {
    test::need_gui();
    const QTemporaryDir folder;
    QImage red{400, 300, QImage::Format_RGB32};
    red.fill(Qt::red);
    const QString good = folder.filePath(QStringLiteral("good.png"));
    REQUIRE(red.save(good));
    const std::string broken = folder.filePath(QStringLiteral("broken.png")).toStdString();
    std::ofstream{broken} << "\x89PNG\r\n\x1a\n and nothing else";

    Stage stage{test::shipped_figures(), look};
    stage.resize(stage_size);
    StageView view = view_of("front/butterfly", "close", 0.3);
    stage.show_view(view);
    const QImage figure = picture_on(stage);
    view.image = good.toStdString();
    stage.show_view(view);
    CHECK(picture_on(stage).pixelColor(160, 150) == QColor{Qt::red});
    CHECK(stage.liveliness() == poses::Liveliness::still);
    view.image = broken;
    view.image_key = "exercise.mine.image";
    stage.show_view(view);
    CHECK(unlike(picture_on(stage), figure) == 0);
    CHECK(stage.liveliness() == poses::Liveliness::moving);
}
