// SPDX-License-Identifier: GPL-3.0-or-later
// Every phase beside the picture of it that was looked at and found good (reference.png). LIMBER_REWRITE=1
// writes it anew; `./dev gallery` shows the same large.
#include "pictures.hpp"
#include "poses/moment.hpp"
#include "shelf.hpp"

#include <QImage>
#include <QPainter>
#include <QPoint>
#include <QString>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace limber;

namespace {

constexpr int cell = 48;
constexpr int columns = 10;

QPoint corner_of(std::size_t i) {
    return {static_cast<int>(i % columns) * cell, static_cast<int>(i / columns) * cell};
}

/// Of a quarter of the size and small again: a finger's breadth is no difference, an arm's length is.
QImage softened(const QImage& image) {
    return image.scaled(cell / 2, cell / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage reference_sheet(const std::vector<test::NamedMoment>& moments) {
    QImage sheet{columns * cell, (static_cast<int>(moments.size()) / columns + 1) * cell,
                 QImage::Format_RGB32};
    sheet.fill(Qt::white);
    QPainter painter{&sheet};
    for (std::size_t i = 0; i < moments.size(); ++i)
        painter.drawImage(corner_of(i), test::picture_of(moments[i].moment, cell));
    return sheet;
}

} // namespace

TEST_CASE("every phase looks as it did when it was found good") {
    std::vector<test::NamedMoment> moments = test::every_phase();
    for (test::NamedMoment& moment : moments)
        moment.moment.progress = 0.7;
    const QImage sheet = reference_sheet(moments);
    const QString file = QString::fromStdString(
        (std::filesystem::path{LIMBER_SOURCE_DIR} / "tests/figure/reference.png").string());
    if (std::getenv("LIMBER_REWRITE") != nullptr) { // NOLINT(concurrency-mt-unsafe): no other thread
        REQUIRE(sheet.save(file, nullptr, 0));
    }
    const QImage reference = QImage{file}.convertToFormat(QImage::Format_RGB32);
    REQUIRE_MESSAGE(reference.size() == sheet.size(), "other phases than those in reference.png");
    for (std::size_t i = 0; i < moments.size(); ++i) {
        CAPTURE(moments[i].name);
        const QRect place{corner_of(i), QSize{cell, cell}};
        const QImage now = softened(sheet.copy(place));
        const QImage then = softened(reference.copy(place));
        CHECK(test::differing(now, then, 90) <= 4);
    }
}

TEST_CASE("the comparison would notice: no two exercises, and no start and end of a movement, look alike") {
    std::vector<test::NamedMoment> moments = test::every_phase();
    std::string exercise;
    QImage before;
    int compared = 0;
    for (test::NamedMoment& moment : moments) {
        const std::string now = moment.name.substr(0, moment.name.find(':'));
        if (now == exercise) continue;
        exercise = now;
        const QImage image = softened(test::picture_of(moment.moment, cell));
        CAPTURE(moment.name);
        if (!before.isNull()) {
            CHECK(test::differing(image, before, 90) > 4);
            ++compared;
        }
        before = image;
    }
    CHECK(compared == 19);
}
