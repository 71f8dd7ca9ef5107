// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever steers by the keyboard sees where the keyboard is.
#include "core/session.hpp"
#include "desk.hpp"
#include "figure/pictures.hpp"
#include "fitting.hpp"
#include "window/page.hpp"
#include "window/style.hpp"
#include "window/widgets.hpp"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPoint>
#include <QRect>
#include <QWidget>
#include <Qt>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

using namespace limber;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

QImage grabbed(test::Desk& desk) {
    test::Desk::settle();
    return desk.window.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The pixels of the area that stand out from what was there before by 3:1 at least.
int standing_out(const QImage& now, const QImage& before, const QRect& area) {
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (test::contrast(now.pixelColor(x, y), before.pixelColor(x, y)) >= 3) ++count;
        }
    }
    return count;
}

void check_each_focus(test::Desk& desk) {
    QApplication::setActiveWindow(&desk.window);
    test::Desk::settle();
    std::vector<ActionButton*> buttons;
    for (auto* button : desk.window.findChildren<ActionButton*>()) {
        if (!button->isHidden()) buttons.push_back(button);
    }
    REQUIRE(buttons.size() >= 2);
    QWidget* last = desk.window.focusWidget();
    REQUIRE(last != nullptr);
    QImage before = grabbed(desk);
    std::vector<QWidget*> reached;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        desk.press(Qt::Key_Tab, "\t");
        QWidget* focused = desk.window.focusWidget();
        REQUIRE(focused != nullptr);
        REQUIRE(focused->hasFocus());
        REQUIRE(focused != last);
        CAPTURE(focused->accessibleDescription().toStdString());
        CHECK(std::ranges::find(reached, focused) == reached.end());
        reached.push_back(focused);
        const QImage now = grabbed(desk);
        const auto place = [&](const QWidget* widget) {
            return QRect{widget->mapTo(&desk.window, QPoint{}), widget->size()};
        };
        // a line of two pixels all around, and the one before gives it back
        for (const QRect& area : {place(focused), place(last)}) {
            CHECK(standing_out(now, before, area) >= 3 * (area.width() + area.height()));
        }
        // nothing else changes
        QImage rest_now = now;
        QImage rest_before = before;
        for (QImage* image : {&rest_now, &rest_before}) {
            QPainter painter{image};
            painter.fillRect(place(focused), Qt::black);
            painter.fillRect(place(last), Qt::black);
        }
        CHECK(test::differing(rest_now, rest_before, 0) == 0);
        last = focused;
        before = now;
    }
    CHECK(reached.size() == buttons.size());
}

} // namespace

TEST_CASE("Tab goes to each control, and the one with the focus has a ring of 3:1 around it") {
    test::need_gui();
    for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::light_contrast, Scheme::dark_contrast}) {
        CAPTURE(static_cast<int>(scheme));
        {
            test::Desk desk;
            desk.window.set_look(scheme, true);
            Session paused = test::short_session();
            paused.paused_at = desk.now;
            desk.know(test::resting(paused));
            desk.open();
            desk.now += 2s;
            check_each_focus(desk);
            desk.window.hide();
        }
        test::Desk desk;
        desk.window.set_look(scheme, true);
        desk.window.open(false, {});
        desk.know(test::working());
        test::Desk::settle();
        desk.now += 2s;
        check_each_focus(desk);
        desk.window.hide();
    }
}
