// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/card.hpp"
#include "terminal/columns.hpp"
#include "terminal/screen.hpp"

#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace limber;
using namespace limber::terminal;
using namespace std::chrono_literals;
using limber::testing::Screen;

namespace {

Card step() {
    Card card;
    card.title = QStringLiteral("Shoulder Rolls");
    card.corner = QStringLiteral("left side, 2 of 5");
    card.text = {QStringLiteral("Lift the shoulders to the ears, then round and down behind you.")};
    card.course = Card::Course{.length = 10s, .left = 7s};
    card.next = QStringLiteral("Then: Now the other way.");
    card.notes = {QStringLiteral("Stop if it hurts. Slowly – and “gently”.")};
    card.keys = {{QStringLiteral("space"), QStringLiteral("Pause")},
                 {QStringLiteral("q"), QStringLiteral("Stop")}};
    card.footer = QStringLiteral("step 3 of 12");
    return card;
}

QString joined(const Card& card, const Pen& pen) {
    return drawn(card, pen).join(u'\n');
}

} // namespace

TEST_CASE("a card at 48 columns, in box characters") {
    CHECK(joined(step(), {.columns = 48, .utf8 = true, .colour = false}) ==
          QStringLiteral("╭─ Shoulder Rolls ──────── left side, 2 of 5 ─╮\n"
                         "│ Lift the shoulders to the ears, then round  │\n"
                         "│ and down behind you.                        │\n"
                         "│                                             │\n"
                         "│ ━━━━━━━━━━━──────────────────────────   7 s │\n"
                         "│ Then: Now the other way.                    │\n"
                         "│                                             │\n"
                         "│ Stop if it hurts. Slowly – and “gently”.    │\n"
                         "│                                             │\n"
                         "│ [space] Pause   [q] Stop                    │\n"
                         "╰────────────────────────────── step 3 of 12 ─╯"));
}

TEST_CASE("the same in ASCII, paused") {
    Card card = step();
    card.course->paused = true;
    CHECK(joined(card, {.columns = 48, .utf8 = false, .colour = false}) ==
          QStringLiteral("+- Shoulder Rolls -------- left side, 2 of 5 -+\n"
                         "| Lift the shoulders to the ears, then round  |\n"
                         "| and down behind you.                        |\n"
                         "|                                             |\n"
                         "| #########---------------------  paused, 7 s |\n"
                         "| Then: Now the other way.                    |\n"
                         "|                                             |\n"
                         "| Stop if it hurts. Slowly - and \"gently\".    |\n"
                         "|                                             |\n"
                         "| [space] Pause   [q] Stop                    |\n"
                         "+------------------------------ step 3 of 12 -+"));
}

TEST_CASE("at any width all lines are equally wide, and narrower than the terminal") {
    for (int columns = 21; columns < 200; ++columns) {
        for (const bool utf8 : {true, false}) {
            for (const bool colour : {true, false}) {
                const QStringList lines = drawn(step(), {.columns = columns, .utf8 = utf8, .colour = colour});
                CAPTURE(columns);
                CHECK(columns_of(lines.front()) == std::min(columns - 1, 72));
                CHECK(std::ranges::all_of(lines, [&](const QString& line) {
                    return columns_of(line) == columns_of(lines.front());
                }));
            }
        }
    }
}

TEST_CASE("without colour there is no escape code, with it all are closed") {
    CHECK_FALSE(joined(step(), {.columns = 80, .utf8 = true, .colour = false}).contains(u'\033'));
    for (const QString& line : drawn(step(), {.columns = 80, .utf8 = true, .colour = true})) {
        CHECK(line.endsWith(QStringLiteral("\033[0m")));
    }
}

TEST_CASE("the bar is empty at the beginning, full at the end, and in between grows with each second") {
    Card card = step();
    const Pen pen{.columns = 80, .utf8 = false, .colour = false};
    const auto hashes = [&](std::chrono::milliseconds left) {
        card.course->left = left;
        return joined(card, pen).count(u'#');
    };
    CHECK(hashes(10s) == 0);
    qsizetype last = 0;
    for (auto left = 9s; left > 0s; left -= 1s) {
        CHECK(hashes(left) > last);
        last = hashes(left);
    }
    CHECK(hashes(0s) > last);
    CHECK(joined(card, pen).contains(QStringLiteral("0 s")));
    CHECK(hashes(11s) == 0); // a phase shown a moment early
    card.course->length = 0s;
    CHECK(hashes(0s) > 0);
}

TEST_CASE("the countdown changes once a second, and never while paused or over") {
    CHECK(until_change({.length = 10s, .left = 7s}) == 1s);
    CHECK(until_change({.length = 10s, .left = 6'250ms}) == 250ms);
    CHECK(until_change({.length = 10s, .left = 1ms}) == 1ms);
    CHECK(until_change({.length = 10s, .left = 0s}) == std::nullopt);
    CHECK(until_change({.length = 10s, .left = 7s, .paused = true}) == std::nullopt);
    CHECK(seconds_shown(6'001ms) == 7);
    CHECK(countdown(59'001ms) == u"1:00 min");
    CHECK(countdown(65s) == u"1:05 min");
}

TEST_CASE("a block changes in place, and writes only what has changed") {
    Screen screen{80};
    LiveBlock block;
    screen.feed(QStringLiteral("before\n"));
    Card card = step();
    const Pen pen{.columns = 80, .utf8 = true, .colour = true};
    const auto show = [&] { return block.show(drawn(card, pen), {.columns = 80, .rows = 24}); };
    screen.feed(show());
    const QString first = screen.text();
    CHECK(show().isEmpty());

    card.course->left = 6s;
    const QString change = show();
    CHECK(change.count(QStringLiteral("\033[K")) == 1);
    screen.feed(change);
    CHECK(screen.text().contains(QStringLiteral("6 s")));
    CHECK_FALSE(screen.text().contains(QStringLiteral("7 s")));
    CHECK(screen.text().count(u'\n') == first.count(u'\n'));

    card.notes.clear();
    screen.feed(show());
    CHECK(screen.text() == QStringLiteral("before\n") + joined(card, {.columns = 80, .utf8 = true}) + u'\n');
    screen.feed(block.clear({.columns = 80, .rows = 24}));
    CHECK(screen.text() == u"before\n");
    CHECK(block.clear({}).isEmpty());
}

TEST_CASE("a block that stays is not touched any more") {
    Screen screen{80};
    LiveBlock block;
    screen.feed(block.show({"one", "two"}, {}));
    block.leave();
    screen.feed(block.show({"three"}, {}));
    CHECK(screen.text() == u"one\ntwo\nthree\n");
}

TEST_CASE("a low terminal loses empty lines first, and the cursor never leaves it") {
    LiveBlock block;
    const QStringList lines = drawn(step(), {.columns = 80, .utf8 = true, .colour = false});
    const auto written = [&](int rows) {
        LiveBlock fresh;
        return fresh.show(lines, {.columns = 80, .rows = rows}).count(u'\n');
    };
    CHECK(written(50) == lines.size());
    CHECK(written(9) == 8);
    CHECK(written(2) == 1);
    const QString nine = block.show(lines, {.columns = 80, .rows = 9});
    CHECK(nine.contains(QStringLiteral("Lift the shoulders")));
    CHECK(nine.contains(QStringLiteral("Stop if it hurts")));
    CHECK(block.show(QStringList{"x"}, {.columns = 80, .rows = 9}).startsWith(QStringLiteral("\033[8A")));
}

TEST_CASE("after the terminal was made narrower the wrapped lines are taken away as well") {
    LiveBlock block;
    CHECK_FALSE(block.show({QString(70, u'x'), "y"}, {.columns = 80, .rows = 24}).isEmpty());
    // 70 letters are two rows of 40
    CHECK(block.show({"z"}, {.columns = 40, .rows = 24}).startsWith(QStringLiteral("\033[3A\r\033[J")));
}
