// SPDX-License-Identifier: GPL-3.0-or-later
// Whether everything on a page fits where it is and can be read, and letters larger than usual.
#pragma once

#include "window/break_view.hpp"
#include "window/stage.hpp"
#include "window/widgets.hpp"

#include <QApplication>
#include <QColor>
#include <QFont>
#include <QLabel>
#include <QList>
#include <QRect>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace limber::test {

inline double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// Contrast of two opaque colours as WCAG has it: 1 … 21.
inline double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

inline void check_nothing_is_cut(const window::BreakView& view) {
    for (const auto* label : view.findChildren<window::WrappedLabel*>()) {
        if (label->isHidden() || label->text().isEmpty()) continue;
        INFO(label->text().toStdString(), " in ", label->width(), "x", label->height(), " with letters of ",
             label->font().pixelSize());
        CHECK(label->words_fit(label->width()));
        CHECK(label->height_at(label->width()) <= label->height());
        CHECK(view.rect().contains(label->geometry()));
    }
    std::vector<QRect> buttons;
    for (const auto* button : view.findChildren<window::ActionButton*>()) {
        if (button->isHidden()) continue;
        INFO(button->text().toStdString());
        CHECK(button->width() >= button->sizeHint().width());
        CHECK(button->height() >= button->sizeHint().height());
        CHECK(view.rect().contains(button->geometry()));
        for (const QRect& other : buttons) {
            CHECK_FALSE(other.intersects(button->geometry()));
        }
        buttons.push_back(button->geometry());
    }
    for (const auto* label : view.findChildren<window::WrappedLabel*>()) {
        if (label->isHidden() || label->text().isEmpty()) continue;
        for (const QRect& button : buttons) {
            INFO(label->text().toStdString());
            CHECK_FALSE(button.intersects(label->geometry()));
        }
        const auto* stage = view.findChild<window::Stage*>();
        CHECK_FALSE(stage->geometry().intersects(label->geometry()));
    }
}

/// With the desktop's letters so many times as large as usual.
struct Letters {
    explicit Letters(double times) : before(QApplication::font()) {
        QFont font = before;
        font.setPixelSize(static_cast<int>(13 * times));
        QApplication::setFont(font);
    }

    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;

    ~Letters() { QApplication::setFont(before); }

    QFont before;
};

} // namespace limber::test
