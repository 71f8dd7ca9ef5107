// SPDX-License-Identifier: GPL-3.0-or-later
// The figure in dots: as large as was asked for, different where it moves, beside the words only where both
// fit.
#include "cli/dotted_figure.hpp"
#include "core/exercise.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "terminal/columns.hpp"

#include <QPointF>
#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <filesystem>

using namespace limber;
using namespace limber::poses;
using namespace limber::terminal;
using namespace limber::cli;
using namespace std::chrono_literals;

namespace {

const FigureBook& shipped_book() {
    static const FigureBook book =
        FigureBook::load_folders({std::filesystem::path{LIMBER_SOURCE_DIR} / "config/poses"});
    return book;
}

const Pen plain{.columns = 80, .utf8 = true, .colour = false};

FigureMoment reaching(Side side, double progress) {
    return {.pose = "side/arm-reach",
            .phase = "reach",
            .kind = PhaseKind::move,
            .side = side,
            .progress = progress,
            .length = 3s};
}

int dots_in(const QStringList& lines) {
    int count = 0;
    for (const QString& line : lines) {
        for (const QChar c : line) {
            if (c.unicode() > 0x2800 && c.unicode() <= 0x28ff)
                count += std::popcount(static_cast<unsigned>(c.unicode() - 0x2800));
        }
    }
    return count;
}

} // namespace

TEST_CASE("dots are set and wiped out where they are said to be") {
    Dots dots{2, 1};
    dots.pill({0.5, 0.5}, 0.6, {3.5, 0.5}, 0.6);
    CHECK(dots.lines(plain) == QStringList{QStringLiteral("⠉⠉")});
    dots.wipe({2.5, 0.5}, 0.6, {2.5, 0.5}, 0.6);
    CHECK(dots.lines(plain) == QStringList{QStringLiteral("⠉⠈")});
    dots.pill({0.5, 3.5}, 0.1, {0.5, 3.5}, 0.1);
    CHECK(dots.lines(plain) == QStringList{QStringLiteral("⡉⠈")});
    dots.pill({-50, -50}, 3, {900, -50}, 3);
    CHECK(dots.lines(plain) == QStringList{QStringLiteral("⡉⠈")});
}

TEST_CASE("every figure has the size asked for, in dots alone, and is neither empty nor a blot") {
    for (const int rows : {10, 13, 18}) {
        for (const auto& [name, figure] : shipped_book().figures()) {
            CAPTURE(name);
            const FigureMoment moment{.pose = name, .phase = "hold", .kind = PhaseKind::hold, .length = 5s};
            const QStringList lines = dotted_figure(shipped_book(), moment, plain, rows);
            REQUIRE(lines.size() == rows);
            for (const QString& line : lines) {
                CHECK(columns_of(line) == 2 * rows);
                CHECK(std::ranges::all_of(line, [](QChar c) {
                    return c == u' ' || (c.unicode() > 0x2800 && c.unicode() <= 0x28ff);
                }));
            }
            const int all = rows * rows * 16;
            CHECK(dots_in(lines) > all / 25);
            CHECK(dots_in(lines) < all * 3 / 4);
        }
    }
}

TEST_CASE("the figure moves with its phase, other sides are mirrored, reduced motion keeps still") {
    const auto picture = [](const FigureMoment& moment) {
        return dotted_figure(shipped_book(), moment, plain, 13);
    };
    CHECK(picture(reaching(Side::right, 0)) != picture(reaching(Side::right, 1)));
    const QStringList right = picture(reaching(Side::right, 1));
    const QStringList left = picture(reaching(Side::left, 1));
    CHECK(right != left);
    CHECK(dots_in(right) == doctest::Approx(dots_in(left)).epsilon(0.03));
    FigureMoment early = reaching(Side::right, 0.2);
    early.reduced_motion = true;
    FigureMoment late = early;
    late.progress = 0.8;
    CHECK(picture(early) == picture(late));
    CHECK(picture(early) == picture(reaching(Side::right, 1)));
}

TEST_CASE("the working part is coloured where there are colours, and no line becomes wider by it") {
    const Pen coloured_pen{.columns = 80, .utf8 = true, .colour = true};
    const FigureMoment moment{.pose = "front/finger-fan",
                              .phase = "spread",
                              .kind = PhaseKind::hold,
                              .progress = 0.5,
                              .length = 5s};
    const QStringList lines = dotted_figure(shipped_book(), moment, coloured_pen, 13);
    const QString red = coloured(QStringLiteral("x"), Ink::bad).section(u'x', 0, 0);
    CHECK(lines.join(u'\n').contains(red));
    for (const QString& line : lines)
        CHECK(columns_of(line) == 26);
    CHECK_FALSE(dotted_figure(shipped_book(), moment, plain, 13).join(u'\n').contains(u'\033'));
}

TEST_CASE("a small terminal has no room for a figure, a large one for a larger one") {
    CHECK(figure_rows({.columns = 59, .rows = 40}) == 0);
    CHECK(figure_rows({.columns = 200, .rows = 19}) == 0);
    CHECK(figure_rows({.columns = 60, .rows = 20}) == 10);
    CHECK(figure_rows({.columns = 80, .rows = 24}) == 13);
    CHECK(figure_rows({.columns = 160, .rows = 50}) == 18);
}

TEST_CASE("figure and words stand beside each other, the lower one in the middle") {
    const QStringList words{QStringLiteral("a"), QStringLiteral("b")};
    CHECK(beside({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")},
                 words) == QStringList{QStringLiteral("1  "), QStringLiteral("2  a"), QStringLiteral("3  b"),
                                       QStringLiteral("4  ")});
    CHECK(beside({QStringLiteral("1")}, words) ==
          QStringList{QStringLiteral("1  a"), QStringLiteral("   b")});
}
