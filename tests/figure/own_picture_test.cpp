// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the person's own: good ones fit, all others are refused with a reason.
#include "figure/figure.hpp"
#include "shelf.hpp"

#include <QFile>
#include <QImage>
#include <QSize>
#include <QString>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <sys/stat.h>

using namespace limber;
using namespace limber::figure;

namespace {

constexpr QSize room{200, 200};

QString in(const test::Folder& folder, const char* name) {
    return QString::fromStdString((folder.path() / name).string());
}

std::string refusal(const QString& file) {
    const auto picture = read_own_picture(file, room);
    return picture ? "shown" : picture.error().toStdString();
}

} // namespace

TEST_CASE("a picture is made small enough, and keeps its shape") {
    const test::Folder folder;
    QImage wide{800, 400, QImage::Format_RGB32};
    wide.fill(Qt::red);
    for (const char* const name : {"wide.png", "wide.jpg"}) {
        CAPTURE(name);
        REQUIRE(wide.save(in(folder, name)));
        const auto picture = read_own_picture(in(folder, name), room);
        REQUIRE(picture.has_value());
        CHECK(picture->size() == QSize{200, 100});
        CHECK(picture->pixelColor(100, 50).red() > 200);
        CHECK(picture->pixelColor(100, 50).green() < 40);
    }
}

TEST_CASE("what cannot be shown is refused with its reason") {
    const test::Folder folder;
    CHECK(refusal(in(folder, "missing.png")) == "is not an ordinary file");
    CHECK(refusal(QString::fromStdString(folder.path().string())) == "is not an ordinary file");
    REQUIRE(::mkfifo((folder.path() / "pipe.png").c_str(), 0600) == 0);
    CHECK(refusal(in(folder, "pipe.png")) == "is not an ordinary file");
    folder.put("notes.png", "a picture, they say");
    CHECK(refusal(in(folder, "notes.png")).starts_with("cannot be read"));
    folder.put("empty.png", "");
    CHECK(refusal(in(folder, "empty.png")).starts_with("cannot be read"));

    // 24 million pixels that take next to nothing on the disk
    QImage huge{6000, 4000, QImage::Format_Mono};
    huge.fill(0);
    REQUIRE(huge.save(in(folder, "huge.png")));
    CHECK(refusal(in(folder, "huge.png")) == "has 6000 × 4000 pixels; at most 20 million can be shown");

    QImage whole{300, 300, QImage::Format_RGB32};
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 300; ++x)
            whole.setPixel(x, y, static_cast<QRgb>((x * 7919 + y * 104729) ^ (x * y)) | 0xff000000U);
    }
    REQUIRE(whole.save(in(folder, "whole.png")));
    const std::string bytes = test::text_of(folder.path() / "whole.png");
    folder.put("torn.png", std::string_view{bytes}.substr(0, 60));
    CHECK(refusal(in(folder, "torn.png")).starts_with("cannot be read"));
}
