// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the window beside the picture of it that was looked at and found good (reference.png: a row
// for each page, a column for each look). LIMBER_REWRITE=1 writes it anew; window_pictures shows the same
// large.
#include "desk.hpp"
#include "every_page.hpp"
#include "figure/pictures.hpp"
#include "poses/figure_book.hpp"
#include "settings/settings.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <QString>
#include <Qt>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::window;

namespace {

constexpr QSize small_page{96, 60};

// What a tile holds is about two letters of an instruction. Between 100 and 200 % a tile differs by 18 at
// most.
constexpr QSize tiles{24, 15};
constexpr int tolerance = 30;
constexpr int most_unlike = 3;

/// In another family lines break elsewhere. This one is on nearly every machine, and has not changed for
/// years.
struct PinnedLetters {
    PinnedLetters() {
        QFont font{QStringLiteral("DejaVu Sans")};
        font.setPixelSize(13);
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setStyleStrategy(QFont::NoSubpixelAntialias);
        REQUIRE_MESSAGE(QFontInfo{font}.family() == font.family(),
                        "the pictures need DejaVu Sans (package fonts-dejavu-core)");
        QApplication::setFont(font);
    }

    PinnedLetters(const PinnedLetters&) = delete;
    PinnedLetters& operator=(const PinnedLetters&) = delete;

    ~PinnedLetters() { QApplication::setFont(before); }

    QFont before = QApplication::font();
};

std::vector<test::ShownPage> shipped_pages() {
    settings::ConfigPaths paths;
    paths.user = "/nonexistent/limber";
    paths.shipped = std::filesystem::path{LIMBER_SOURCE_DIR} / "config";
    const auto loaded = settings::load_settings(paths);
    REQUIRE(loaded.has_value());
    return test::every_page(loaded->settings.plan);
}

QImage shrunk(const QImage& page, const QSize& size) {
    return page.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

/// Both are small pages.
bool alike(const QImage& one, const QImage& other) {
    return test::differing(shrunk(one, tiles), shrunk(other, tiles), tolerance) <= most_unlike;
}

QImage small_picture(const test::ShownPage& shown, Scheme scheme, int ratio = 1,
                     const poses::FigureBook& book = test::figures()) {
    return shrunk(test::page_picture(shown, scheme, ratio, book), small_page);
}

} // namespace

TEST_CASE("every page looks as it did when it was found good, in every look, at 100 and 200 %") {
    test::need_gui();
    const PinnedLetters letters;
    const auto pages = shipped_pages();
    const auto columns = static_cast<int>(test::every_look.size());
    const auto place = [](std::size_t row, std::size_t column) {
        return QRect{QPoint{static_cast<int>(column) * small_page.width(),
                            static_cast<int>(row) * small_page.height()},
                     small_page};
    };
    QImage sheet{columns * small_page.width(), static_cast<int>(pages.size()) * small_page.height(),
                 QImage::Format_RGB32};
    {
        QPainter painter{&sheet};
        for (std::size_t row = 0; row < pages.size(); ++row) {
            for (std::size_t column = 0; column < test::every_look.size(); ++column) {
                painter.drawImage(place(row, column).topLeft(),
                                  small_picture(pages[row], test::every_look[column].first));
            }
        }
    }
    const QString file = QString::fromStdString(
        (std::filesystem::path{LIMBER_SOURCE_DIR} / "tests/window/reference.png").string());
    if (std::getenv("LIMBER_REWRITE") != nullptr) { // NOLINT(concurrency-mt-unsafe): no other thread
        REQUIRE(sheet.save(file, nullptr, 0));
    }
    const QImage reference = QImage{file}.convertToFormat(QImage::Format_RGB32);
    REQUIRE_MESSAGE(reference.size() == sheet.size(), "other pages than those in reference.png");
    for (std::size_t row = 0; row < pages.size(); ++row) {
        CAPTURE(pages[row].name);
        for (std::size_t column = 0; column < test::every_look.size(); ++column) {
            const Scheme scheme = test::every_look[column].first;
            CAPTURE(std::string{test::every_look[column].second});
            const QImage then = reference.copy(place(row, column));
            CHECK(alike(sheet.copy(place(row, column)), then));
            if (scheme == Scheme::light || scheme == Scheme::dark_contrast) {
                CHECK(alike(small_picture(pages[row], scheme, 2), then));
            }
        }
    }
}

TEST_CASE(
    "the comparison would notice another look, a missing figure, caution or control, and another page") {
    test::need_gui();
    const PinnedLetters letters;
    const auto pages = shipped_pages();
    const poses::FigureBook empty;
    for (const test::ShownPage& shown : pages) {
        CAPTURE(shown.name);
        for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
            const QImage good = small_picture(shown, scheme);
            CHECK_FALSE(alike(good, small_picture(shown, with_contrast(scheme))));
            CHECK_FALSE(alike(good, small_picture(shown, scheme, 1, empty)));
            if (!shown.page.caution.isEmpty()) {
                test::ShownPage without = shown;
                without.page.caution.clear();
                CHECK_FALSE(alike(good, small_picture(without, scheme)));
            }
            if (!shown.page.controls.empty()) {
                test::ShownPage without = shown;
                without.page.controls.pop_back();
                CHECK_FALSE(alike(good, small_picture(without, scheme)));
            }
        }
    }
    for (std::size_t i = 1; i < pages.size(); ++i) {
        CAPTURE(pages[i].name);
        CHECK_FALSE(
            alike(small_picture(pages[i], Scheme::light), small_picture(pages[i - 1], Scheme::light)));
    }
}
