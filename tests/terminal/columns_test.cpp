// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/columns.hpp"
#include "terminal/keyboard.hpp"

#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <random>
#include <string>

using namespace limber;
using namespace limber::terminal;

namespace {

// what QCoreApplication does for a program
[[maybe_unused]] const char* const locale =
    std::setlocale(LC_CTYPE, "C.UTF-8"); // NOLINT(concurrency-mt-unsafe)

} // namespace

TEST_CASE("text is broken between words and keeps all of them") {
    CHECK(wrapped(QStringLiteral("Lift both shoulders, then let go."), 12) ==
          QStringList{"Lift both", "shoulders,", "then let go."});
    CHECK(wrapped(QStringLiteral("one"), 3) == QStringList{"one"});
    CHECK(wrapped(QString{}, 10) == QStringList{QString{}});
    CHECK(wrapped(QStringLiteral("  a   b "), 10) == QStringList{"a b"});
}

TEST_CASE("a word too long for a line is broken where it must be") {
    CHECK(wrapped(QStringLiteral("a Schulterblatt b"), 6) == QStringList{"a", "Schult", "erblat", "t b"});
    CHECK(wrapped(QStringLiteral("肩を上げる"), 4) == QStringList{"肩を", "上げ", "る"});
    CHECK(wrapped(QStringLiteral("肩"), 1) == QStringList{"肩"});
    CHECK(wrapped(QStringLiteral("😀😀"), 2) == QStringList{"😀", "😀"});
}

TEST_CASE("no line is ever wider than asked for, and no letter is lost") {
    std::mt19937 dice{7}; // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): the same words each time
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (auto letters = dice() % 60; letters > 0; --letters) {
            text += dice() % 5 == 0   ? QStringLiteral(" ")
                    : dice() % 9 == 0 ? QStringLiteral("é")
                                      : QStringLiteral("x");
        }
        const int columns = 1 + static_cast<int>(dice() % 30);
        const QStringList lines = wrapped(text, columns);
        CHECK(std::ranges::all_of(lines, [&](const QString& line) { return columns_of(line) <= columns; }));
        CHECK(lines.join(QString{}).remove(u' ') == text.remove(u' '));
    }
}

TEST_CASE("codes of colour take no room") {
    CHECK(columns_of(coloured(QStringLiteral("halt"), Ink::calm)) == 4);
    CHECK(columns_of(QStringLiteral("━━╭é")) == 4);
    CHECK(columns_of(QStringLiteral("肩")) == 2);
}

TEST_CASE("what is cut says so") {
    CHECK(clipped(QStringLiteral("Shoulder Rolls"), 14, true) == u"Shoulder Rolls");
    CHECK(clipped(QStringLiteral("Shoulder Rolls"), 10, true) == u"Shoulder…");
    CHECK(clipped(QStringLiteral("Shoulder Rolls"), 10, false) == u"Shoulde...");
    CHECK(clipped(QStringLiteral("Shoulder"), 2, false) == u"Sh");
    CHECK(clipped(QStringLiteral("Shoulder"), 0, true) == u"");
}

TEST_CASE("signs are spelled for terminals without UTF-8") {
    CHECK(in_ascii(QStringLiteral("1½ “é” – 20 … 肩😀")) == u"11/2 \"e\" - 20 ... ??");
}

TEST_CASE("nothing from outside can steer the terminal") {
    CHECK(shown("a\033[2Jb\r\n\tc\x7f\xc2\x9b") == u"a?[2Jb?  c??");
}

TEST_CASE("one key at a time is an answer") {
    CHECK(key_in("s") == 's');
    CHECK(key_in("S") == 's');
    CHECK(key_in(" ") == ' ');
    CHECK(key_in("nnn") == 'n'); // held down
    for (const char* no :
         {"", "sk", "\033", "\033[A", "\033OP", "\r", "\n", "\x04", "\x7f", "é", "sudo rm\n"}) {
        CAPTURE(no);
        CHECK_FALSE(key_in(no).has_value());
    }
}
