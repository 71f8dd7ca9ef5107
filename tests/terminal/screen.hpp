// SPDX-License-Identifier: GPL-3.0-or-later
// As much of a terminal as LiveBlock writes for: lines, and a cursor that moves up.
#pragma once

#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

namespace limber::testing {

class Screen {
public:
    explicit Screen(int columns) : columns_(columns) {}

    void feed(const QString& text) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text.at(i);
            if (c == u'\033') {
                i = code(text, i + 2);
            } else if (c == u'\r') {
                column_ = 0;
            } else if (c == u'\n') {
                ++row_;
                column_ = 0;
                if (row_ == lines_.size()) lines_.push_back({});
            } else {
                put(c);
            }
        }
    }

    [[nodiscard]] QString text() const { return lines_.join(u'\n'); }

    [[nodiscard]] qsizetype row() const { return row_; }

private:
    void put(QChar c) {
        REQUIRE_MESSAGE(column_ < columns_, "a line is wider than the terminal");
        QString& line = lines_[row_];
        line = line.leftJustified(column_);
        line = line.left(column_) + c + line.mid(column_ + 1);
        ++column_;
    }

    qsizetype code(const QString& text, qsizetype i) {
        int number = 0;
        for (; text.at(i).isDigit(); ++i)
            number = number * 10 + text.at(i).digitValue();
        if (text.at(i) == u'A') {
            REQUIRE_MESSAGE(row_ >= number, "the cursor would leave the screen");
            row_ -= number;
        } else if (text.at(i) == u'K') {
            lines_[row_].truncate(column_);
        } else if (text.at(i) == u'J') {
            lines_[row_].truncate(column_);
            lines_.erase(lines_.begin() + row_ + 1, lines_.end());
        } else {
            REQUIRE_MESSAGE(text.at(i) == u'm', text.mid(i, 8).toStdString());
        }
        return i;
    }

    int columns_;
    QStringList lines_{QString{}};
    qsizetype row_ = 0;
    int column_ = 0;
};

} // namespace limber::testing
