// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu/menu.hpp"
#include "xembed/tray_icon.hpp"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QObject>
#include <QString>
#include <QStringList>
#include <doctest/doctest.h>

using namespace limber::tray;

namespace {

void need_widgets() {
    static int argc = 1;
    static char name[] = "test_qt_menu"; // NOLINT(modernize-avoid-c-arrays): what QApplication takes
    static char* argv[] = {name};        // NOLINT(modernize-avoid-c-arrays)
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // never ended: Qt's platform does not survive the end of main() on its own
    static const auto* application = new QApplication{argc, argv}; // NOLINT(cppcoreguidelines-owning-memory)
    static_cast<void>(application);
}

Menu two_levels() {
    Item pause = item("pause", QStringLiteral("Rest & pause"), {});
    pause.children = {item("pause/1h", QStringLiteral("For 1 h"), Errand::quit),
                      line("pause/never", QStringLiteral("Never"))};
    return {pause, item("quit", QStringLiteral("Quit"), Errand::quit)};
}

} // namespace

TEST_CASE("entries are shown with their menus below, and a click tells its key") {
    need_widgets();
    QMenu shown;
    QStringList clicked;
    fill(shown, two_levels(), [&](const QString& key) { clicked << key; });
    REQUIRE(shown.actions().size() == 2);
    CHECK(shown.actions()[0]->text() == u"Rest && pause"); // not a letter to press
    const QMenu* const below = shown.actions()[0]->menu();
    REQUIRE(below != nullptr);
    REQUIRE(below->actions().size() == 2);
    CHECK_FALSE(below->actions()[1]->isEnabled());
    below->actions()[0]->trigger();
    shown.actions()[1]->trigger();
    CHECK(clicked == QStringList{QStringLiteral("pause/1h"), QStringLiteral("quit")});
}

TEST_CASE("filled again and again, a menu keeps nothing of what it had") {
    need_widgets();
    QMenu shown;
    fill(shown, two_levels(), [](const QString&) {});
    const auto objects = shown.findChildren<QObject*>().size();
    for (int i = 0; i < 3; ++i)
        fill(shown, two_levels(), [](const QString&) {});
    CHECK(shown.findChildren<QObject*>().size() == objects);
    CHECK(shown.actions().size() == 2);
}
