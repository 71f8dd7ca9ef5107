// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session.hpp"
#include "core/time.hpp"
#include "desk.hpp"
#include "fitting.hpp"
#include "window/break_view.hpp"
#include "window/page.hpp"
#include "window/stage.hpp"
#include "window/style.hpp"
#include "window/widgets.hpp"

#include <QColor>
#include <QImage>
#include <QPixmap>
#include <QRect>
#include <QSize>
#include <QString>
#include <Qt>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::window;
using limber::test::contrast;
using namespace std::chrono_literals;

namespace {

/// The longest a phase may be (90 characters), the longest caution (120), the longest title.
Session wordy_session() {
    Session session = test::short_session();
    session.phases[0].text =
        "Sit on a firm seat that does not turn, back straight, both feet flat on the floor, easy.";
    session.phases[0].reps = 10;
    return session;
}

ExerciseBook wordy_book() {
    ExerciseBook book = test::short_book();
    book["roll"].caution = QStringLiteral("Keep the head still and do not raise it, not even slightly; "
                                          "only go further if it loosens up without any pain at all.");
    return book;
}

/// As German would be: two fifths longer, with long words.
QString longer(const QString& text) {
    return text.isEmpty() ? text
                          : text + QStringLiteral(" Schulterblattmuskulatur").repeated(1 + text.size() / 60);
}

Page longer(Page page) {
    page.title = longer(page.title);
    page.headline = longer(page.headline);
    page.next = longer(page.next);
    page.caution = longer(page.caution);
    for (auto& control : page.controls) {
        control.label += QStringLiteral("lichkeit");
    }
    return page;
}

} // namespace

TEST_CASE("no text is cut: letters of 100, 150 and 200 %, windows of many shapes, long languages") {
    test::need_gui();
    const Session session = wordy_session();
    const std::vector<Page> pages{guide_page(session, wordy_book(), session.began),
                                  guide_page(session, wordy_book(), session.began + 5s),
                                  longer(guide_page(session, wordy_book(), session.began + 5s)),
                                  farewell_page(3),
                                  rest_page(test::working(), {}),
                                  longer(rest_page(test::working(), {})),
                                  rest_page(test::offered(), test::short_book()),
                                  lost_page(true)};
    for (const double times : {1.0, 1.5, 2.0}) {
        const test::Letters letters{times};
        for (const QSize& size : {default_size, QSize{1280, 720}, QSize{640, 900}, QSize{1920, 1080}}) {
            const QSize window = size.expandedTo(default_size * times);
            for (const Page& page : pages) {
                BreakView view{test::figures()};
                view.resize(window);
                view.show_page(page);
                view.grab(); // lets the resize happen
                CAPTURE(times);
                CAPTURE(window.width());
                CAPTURE(window.height());
                test::check_nothing_is_cut(view);
            }
        }
    }
}

TEST_CASE("the instruction can be read from a metre and a half, in the letters of the desktop") {
    test::need_gui();
    const Session session = wordy_session();
    for (const double times : {1.0, 2.0}) {
        const test::Letters letters{times};
        BreakView view{test::figures()};
        view.resize(default_size * times);
        view.set_headlines(instructions_of(session));
        view.show_page(guide_page(session, wordy_book(), session.began));
        view.grab();
        CHECK(view.spoken_label()->font().pixelSize() >= static_cast<int>(27.3 * times));
    }
}

TEST_CASE("letters keep their size from phase to phase") {
    test::need_gui();
    const Session session = wordy_session();
    BreakView view{test::figures()};
    view.resize(default_size);
    view.set_headlines(instructions_of(session));
    std::vector<int> heights;
    for (const Duration since : {0s, 5s, 12s}) {
        view.show_page(guide_page(session, wordy_book(), session.began + since));
        view.grab();
        heights.push_back(view.spoken_label()->font().pixelSize());
    }
    CHECK(std::ranges::count(heights, heights[0]) == 3);
}

TEST_CASE("right to left everything is mirrored but the picture") {
    test::need_gui();
    const Session session = test::short_session();
    const Page page = guide_page(session, test::short_book(), session.began + 5s);
    BreakView left{test::figures()};
    BreakView right{test::figures()};
    right.setLayoutDirection(Qt::RightToLeft);
    for (BreakView* view : {&left, &right}) {
        view->resize(default_size);
        view->show_page(page);
    }
    left.grab();
    right.grab();
    const auto* stage = left.findChild<Stage*>();
    const auto* mirrored = right.findChild<Stage*>();
    CHECK(stage->geometry().left() == default_size.width() - 1 - mirrored->geometry().right());
    CHECK(stage->geometry().left() < default_size.width() / 2);
    const auto* headline = left.spoken_label();
    CHECK(headline->geometry().left() == default_size.width() - 1 - right.spoken_label()->geometry().right());
    // as pictures they are the same
    CHECK(left.findChild<Stage*>()->grab().toImage() == right.findChild<Stage*>()->grab().toImage());
    test::check_nothing_is_cut(right);
}

TEST_CASE("contrast: the instruction 7:1 and more, everything read 4.5:1 at least") {
    for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::light_contrast, Scheme::dark_contrast}) {
        const Colours& c = colours_of(scheme);
        if (with_contrast(scheme) == scheme) {
            CHECK(contrast(c.ink, c.ground) >= 20);
            CHECK(contrast(c.ink_soft, c.ground) >= 12);
            CHECK(contrast(c.on_accent, c.accent) >= 7);
            CHECK(contrast(c.accent, c.ground) >= 7);
            CHECK(contrast(c.ink_soft, c.button) >= 7);
            CHECK(contrast(c.key, c.button) >= 4.5);
            CHECK(contrast(c.key, c.ground) >= 4.5);
        }
        CHECK(contrast(c.ink, c.ground) >= 7);
        CHECK(contrast(c.ink_soft, c.ground) >= 7);
        CHECK(contrast(c.on_caution, c.caution) >= 7);
        CHECK(contrast(c.ink, c.button) >= 7);
        CHECK(contrast(c.ink, c.button_hover) >= 7);
        CHECK(contrast(c.ink_soft, c.button) >= 4.5);
        CHECK(contrast(c.ink, c.accent_soft) >= 7);
        CHECK(contrast(c.on_accent, c.accent) >= 4.5);
        CHECK(contrast(c.accent, c.ground) >= 3);
        CHECK(contrast(c.accent, c.track) >= 3);
        CHECK(contrast(c.focus, c.ground) >= 3);
    }
    CHECK(contrast(Qt::black, Qt::white) == doctest::Approx(21));
}

TEST_CASE("light and dark are drawn, at 100 and 200 %: the ground where nothing is, the ring in the accent") {
    test::need_gui();
    const Session session = test::short_session();
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        for (const int ratio : {1, 2}) {
            BreakView view{test::figures()};
            view.set_look(scheme, false);
            view.resize(default_size);
            view.show_page(guide_page(session, test::short_book(), session.began + 2s));
            view.grab();
            QPixmap picture{default_size * ratio};
            picture.setDevicePixelRatio(ratio);
            view.render(&picture);
            const QImage image = picture.toImage();
            CHECK(image.pixelColor(3, 3) == colours_of(scheme).ground);
            // the ring at nine o'clock is still full, at three it is over
            const QRect stage = view.findChild<Stage*>()->geometry();
            const auto along_the_middle = [&](int from, int to) {
                std::vector<QColor> colours;
                const int y = (stage.center().y() - 4) * ratio;
                for (int x = from * ratio; x < to * ratio; ++x)
                    colours.push_back(image.pixelColor(x, y));
                return colours;
            };
            const auto left = along_the_middle(stage.left(), stage.center().x());
            const auto right = along_the_middle(stage.center().x(), stage.right());
            CHECK(std::ranges::find(left, colours_of(scheme).accent) != left.end());
            CHECK(std::ranges::find(right, colours_of(scheme).track) != right.end());
        }
    }
}
