// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/daemon_link.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "desk.hpp"
#include "icons/look.hpp"
#include "window/break_window.hpp"
#include "window/page.hpp"
#include "window/stage.hpp"
#include "window/widgets.hpp"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QColor>
#include <QEvent>
#include <QIcon>
#include <QImage>
#include <QList>
#include <QObject>
#include <QPixmap>
#include <QSize>
#include <QString>
#include <Qt>
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <tuple>
#include <vector>

using namespace limber;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

using Asked = std::vector<std::string>;

/// Counts what is painted below a widget.
class PaintCount : public QObject {
public:
    explicit PaintCount(QWidget& widget) {
        widget.installEventFilter(this);
        for (auto* child : widget.findChildren<QWidget*>()) {
            child->installEventFilter(this);
        }
    }

    int paints = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            ++paints;
        }
        return false;
    }
};

} // namespace

TEST_CASE("keys in the first second and a half do nothing") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    REQUIRE(desk.window.isVisible());
    for (const auto key : {Qt::Key_Escape, Qt::Key_Space, Qt::Key_E, Qt::Key_Return}) {
        desk.press(key);
    }
    desk.now += 1'499ms;
    desk.press(Qt::Key_Escape);
    CHECK(desk.asked.empty());
    desk.now += 1ms;
    desk.press(Qt::Key_Escape);
    CHECK(desk.asked == Asked{"Steer stop"});
}

TEST_CASE("on a slow desktop that time begins when the window is painted") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.window.open(true, {});
    REQUIRE(desk.window.isVisible());
    desk.now += 5s;
    desk.press(Qt::Key_Escape);
    test::Desk::settle();
    desk.press(Qt::Key_Escape);
    desk.now += 1'499ms;
    desk.press(Qt::Key_Escape);
    CHECK(desk.asked.empty());
    desk.now += 1ms;
    desk.press(Qt::Key_Escape);
    CHECK(desk.asked == Asked{"Steer stop"});
}

TEST_CASE("that a session can be seen is told once for each time it is asked for") {
    test::need_gui();
    test::Desk desk;
    desk.window.open(false, {});
    desk.know(test::working());
    test::Desk::settle();
    CHECK(desk.paintings == 0);
    desk.know(test::resting(test::short_session()));
    test::Desk::settle();
    CHECK(desk.paintings == 1);
    desk.now += 1s;
    desk.know(test::resting(test::short_session()));
    test::Desk::settle();
    CHECK(desk.paintings == 1);
    desk.open();
    CHECK(desk.paintings == 2);
    desk.window.hide();
}

TEST_CASE("each key steers, and so does each button") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    desk.now += 2s;
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_R, "r");
    desk.press(Qt::Key_N, "n");
    desk.press(Qt::Key_E, "e");
    desk.press(Qt::Key_Escape);
    const Asked all{"Steer pause", "Steer repeat", "Steer next", "Steer enough", "Steer stop"};
    CHECK(desk.asked == all);
    desk.asked.clear();
    for (auto* button : desk.window.findChildren<ActionButton*>()) {
        button->click();
    }
    CHECK(desk.asked == all);
    desk.asked.clear();
    Session paused = test::short_session();
    paused.paused_at = desk.now;
    desk.know(test::resting(paused));
    desk.press(Qt::Key_Space);
    CHECK(desk.asked == Asked{"Steer resume"});
}

TEST_CASE("controls are buttons to a screen reader, with name and key, and one has the focus") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    const auto buttons = desk.window.findChildren<ActionButton*>();
    REQUIRE(buttons.size() == 5);
    for (auto* button : buttons) {
        const auto* interface = QAccessible::queryAccessibleInterface(button);
        CHECK(interface->role() == QAccessible::PushButton);
        CHECK_FALSE(interface->text(QAccessible::Name).isEmpty());
        CHECK(interface->text(QAccessible::Description).startsWith(QLatin1String{"Key: "}));
    }
    CHECK(desk.window.focusWidget() == buttons[0]);
}

TEST_CASE("each phase is announced once") {
    test::need_gui();
    test::Desk desk;
    const Session session = test::short_session();
    desk.know(test::resting(session));
    desk.open();
    for (int i = 0; i < 28; ++i) {
        desk.now += 500ms;
        desk.know(test::resting(session));
    }
    CHECK(desk.announced == std::vector<std::string>{"Lift both shoulders. 4 seconds",
                                                     "Hold with the left hand. 6 seconds",
                                                     "Let go and breathe. 5 seconds"});
}

TEST_CASE("nothing is painted while nothing changes, and no timer runs when paused, hidden or over") {
    test::need_gui();
    test::Desk desk;
    Session session = test::short_session();
    desk.know(test::resting(session));
    desk.open();
    CHECK(desk.window.will_draw());

    desk.now += 1s;
    session.paused_at = desk.now;
    desk.know(test::resting(session));
    test::Desk::settle();
    CHECK_FALSE(desk.window.will_draw());
    PaintCount count{desk.window};
    for (int i = 0; i < 5; ++i) {
        desk.now += 700ms;
        desk.know(test::resting(session));
        test::Desk::settle();
    }
    CHECK(count.paints == 0);

    session.paused_at.reset();
    session.paused_for = desk.now - session.began - 5s;
    desk.know(test::resting(session));
    test::Desk::settle();
    CHECK(count.paints > 0);
    CHECK(desk.window.will_draw());
    desk.window.hide();
    CHECK_FALSE(desk.window.will_draw());
}

TEST_CASE(
    "in a hold the figure breathes in few pictures; with reduced motion the window draws once a second") {
    test::need_gui();
    test::Desk desk;
    const Session session = test::short_session();
    desk.know(test::resting(session));
    desk.open();
    desk.now = session.began + 4s;
    desk.know(test::resting(session));
    test::Desk::settle();
    const auto* stage = desk.window.findChild<Stage*>();
    REQUIRE(stage != nullptr);
    CHECK(stage->liveliness() == poses::Liveliness::breathing);
    CHECK(desk.window.will_draw());
    CHECK(desk.window.next_draw() > 100ms);
    CHECK(desk.window.next_draw() <= 200ms);
    desk.window.set_look(Scheme::light, true);
    test::Desk::settle();
    CHECK(stage->liveliness() == poses::Liveliness::still);
    CHECK(desk.window.next_draw() > 700ms);
}

TEST_CASE("a break that is done ends with a kind line and then closes by itself") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    desk.now += 15s;
    bus::StatusReport after = test::working();
    after.status.today = {{"micro", {{Outcome::done, 1}}}};
    after.ended = CloseSession{.id = test::short_session().id, .outcome = Outcome::done};
    desk.know(after);
    CHECK(desk.window.view().page().kind == Page::Kind::farewell);
    CHECK(desk.window.view().page().next == QLatin1String{"First break today."});
    CHECK(desk.quits == 0);
    desk.press(Qt::Key_Return, "\r");
    CHECK(desk.quits == 1);
    CHECK_FALSE(desk.window.isVisible());
}

TEST_CASE("enough before the end is well done, too; stopped is closed at once") {
    test::need_gui();
    {
        test::Desk desk;
        desk.know(test::resting(test::short_session()));
        desk.open();
        desk.now += 5s;
        bus::StatusReport after = test::working();
        after.ended = CloseSession{.id = test::short_session().id, .outcome = Outcome::done};
        desk.know(after);
        CHECK(desk.window.view().page().kind == Page::Kind::farewell);
    }
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    desk.now += 5s;
    desk.press(Qt::Key_Escape);
    desk.know(test::working());
    CHECK(desk.quits == 1);
    CHECK_FALSE(desk.window.isVisible());
}

TEST_CASE("closing the window stops the break, and the program ends after the daemon has heard of it") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    desk.window.close();
    CHECK(desk.asked == Asked{"Steer stop"});
    CHECK(desk.quits == 0);
    desk.know(test::working());
    CHECK(desk.quits == 1);
}

TEST_CASE("a daemon that vanishes in a break is told of, and a key closes the window") {
    test::need_gui();
    test::Desk desk;
    desk.know(test::resting(test::short_session()));
    desk.open();
    desk.now += 3s;
    desk.window.know(bus::Daemon::absent, nullptr, test::short_book());
    CHECK(desk.window.view().page().kind == Page::Kind::lost);
    CHECK(desk.window.isVisible());
    // it comes back without the session: there is nothing to show that would be true
    desk.know(test::working());
    CHECK(desk.window.view().page().kind == Page::Kind::lost);
    desk.press(Qt::Key_A, "a");
    CHECK(desk.quits == 1);
}

TEST_CASE("asked for a session that has ended meanwhile, nothing appears and the program ends") {
    test::need_gui();
    test::Desk desk;
    bool settled = false;
    desk.window.open(true, {}, [&] { settled = true; });
    CHECK_FALSE(settled);
    desk.know(test::working());
    CHECK(settled);
    CHECK_FALSE(desk.window.isVisible());
    CHECK(desk.quits == 1);
}

TEST_CASE("asked for a session when limberd has ended meanwhile, nothing appears either") {
    test::need_gui();
    test::Desk desk;
    bool settled = false;
    desk.window.open(true, {}, [&] { settled = true; });
    desk.window.know(bus::Daemon::absent, nullptr, {});
    CHECK(settled);
    CHECK_FALSE(desk.window.isVisible());
    CHECK(desk.quits == 1);
}

TEST_CASE("opened by hand it shows what is next, and starts a break") {
    test::need_gui();
    test::Desk desk;
    desk.window.open(false, {});
    desk.know(test::working());
    test::Desk::settle();
    REQUIRE(desk.window.isVisible());
    desk.now += 2s;
    desk.press(Qt::Key_2, "2");
    CHECK(desk.asked == Asked{"Start long"});
    desk.know(test::resting(test::short_session()));
    CHECK(desk.window.view().page().kind == Page::Kind::guide);
    desk.window.hide();
}

TEST_CASE("what is offered in the window is answered there") {
    test::need_gui();
    for (const auto& [key, text, asked] : {std::tuple{Qt::Key_1, "1", "Start micro"},
                                           {Qt::Key_2, "2", "Snooze 0"}, // the shortest
                                           {Qt::Key_3, "3", "Skip "}}) {
        test::Desk desk;
        desk.window.open(false, {});
        desk.know(test::offered());
        test::Desk::settle();
        desk.now += 2s;
        desk.press(Qt::Key_S, "s"); // of a sentence that somebody writes
        desk.press(Qt::Key_K, "k");
        CHECK(desk.asked.empty());
        desk.press(key, text);
        CHECK(desk.asked == Asked{asked});
        desk.know(test::working());
        CHECK(desk.window.view().page().title == QLatin1String{"Limber"});
        desk.window.hide();
    }
}

TEST_CASE("from the window, an exercise is allowed again") {
    test::need_gui();
    test::Desk desk;
    bus::StatusReport report = test::working();
    report.status.never = {"roll"};
    desk.know(report);
    desk.window.open(false, {});
    test::Desk::settle();
    desk.now += 2s;
    desk.press(Qt::Key_A, "a");
    CHECK(desk.window.view().page().controls.front().exercise == "roll");
    desk.press(Qt::Key_1, "1");
    CHECK(desk.asked == Asked{"Allow roll"});
    report.status.never.clear();
    desk.know(report);
    CHECK(desk.window.view().page().controls.front().act == Control::Act::start);
}

TEST_CASE("without a daemon it says so instead of staying away") {
    test::need_gui();
    test::Desk desk;
    desk.window.open(false, {});
    desk.window.know(bus::Daemon::absent, nullptr, {});
    CHECK(desk.window.isVisible());
    CHECK(desk.window.view().page().kind == Page::Kind::lost);
    desk.know(test::working());
    CHECK(desk.window.view().page().kind == Page::Kind::at_rest);
}

TEST_CASE("the window has an icon without any theme or plug-in") {
    test::need_gui();
    const test::Desk desk;
    const QIcon icon = desk.window.windowIcon();
    for (const int size : tray::icon_sizes) {
        CHECK(icon.availableSizes().contains(QSize{size, size}));
    }
    CHECK(icon.pixmap(32).toImage().pixelColor(16, 16).alpha() == 255);
    CHECK(icon.pixmap(32).toImage().pixelColor(0, 0).alpha() == 0);
}
