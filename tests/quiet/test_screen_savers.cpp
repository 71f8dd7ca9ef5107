// SPDX-License-Identifier: GPL-3.0-or-later
// Screen savers that come, go and change, on a bus of the test's own.
#include "core/event.hpp"
#include "idle/main_loop.hpp"
#include "quiet/fake_service.hpp"
#include "quiet/screen_savers.hpp"

#include <QString>
#include <QVariant>
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>
#include <variant>

namespace limber::quiet {
namespace {

using namespace std::chrono_literals;
using test::FakeService;
using testing::run_until;

const QString gnome = QStringLiteral("org.gnome.ScreenSaver");
const QString freedesktop = QStringLiteral("org.freedesktop.ScreenSaver");
const QString changed = QStringLiteral("ActiveChanged");

struct Desktop {
    Desktop() { testing::application(); }

    std::unique_ptr<FakeService> saver(const QString& name, const QVariant& active) {
        const QString path = u'/' + QString{name}.replace(u'.', u'/');
        return std::make_unique<FakeService>(test::another_connection(bus),
                                             FakeService::Place{name, path, name, "GetActive"}, active);
    }

    void watch() {
        savers.watch([this](const Happening& what) {
            said += std::holds_alternative<Locked>(what)     ? "locked "
                    : std::holds_alternative<Unlocked>(what) ? "unlocked "
                                                             : "? ";
        });
    }

    std::string hears(const std::string& expected) { return test::heard(said, expected); }

    test::PrivateBus bus;
    std::string said;
    ScreenSavers savers{test::another_connection(bus)};
};

} // namespace

TEST_CASE("a screen saver that is active already") {
    Desktop desktop;
    const auto saver = desktop.saver(gnome, true);
    desktop.watch();
    CHECK_EQ(desktop.hears("locked "), "locked ");
}

TEST_CASE("a screen saver that becomes active, and ends") {
    Desktop desktop;
    const auto saver = desktop.saver(gnome, false);
    desktop.watch();
    REQUIRE(run_until([&] { return saver->asked() == 1; }, 5s));
    saver->signal(gnome, changed, {true});
    CHECK_EQ(desktop.hears("locked "), "locked ");
    saver->signal(gnome, changed, {false});
    CHECK_EQ(desktop.hears("locked unlocked "), "locked unlocked ");
}

TEST_CASE("two of them: locked until both have ended") {
    Desktop desktop;
    const auto one = desktop.saver(gnome, false);
    const auto other = desktop.saver(freedesktop, true);
    desktop.watch();
    CHECK_EQ(desktop.hears("locked "), "locked ");
    one->signal(gnome, changed, {true});
    other->signal(freedesktop, changed, {false});
    CHECK_EQ(desktop.hears("locked locked "), "locked locked ");
    one->signal(gnome, changed, {false});
    CHECK_EQ(desktop.hears("locked locked unlocked "), "locked locked unlocked ");
}

TEST_CASE("the same word once more is said once more") {
    Desktop desktop;
    const auto saver = desktop.saver(gnome, true);
    desktop.watch();
    CHECK_EQ(desktop.hears("locked "), "locked ");
    saver->signal(gnome, changed, {true});
    CHECK_EQ(desktop.hears("locked locked "), "locked locked ");
}

TEST_CASE("one that starts later is heard, and one that crashes no longer counts") {
    Desktop desktop;
    desktop.watch();
    auto saver = desktop.saver(gnome, true);
    CHECK_EQ(desktop.hears("locked "), "locked ");
    saver.reset();
    CHECK_EQ(desktop.hears("locked unlocked "), "locked unlocked ");
    saver = desktop.saver(gnome, false);
    REQUIRE(run_until([&] { return saver->asked() == 1; }, 5s));
    saver->signal(gnome, changed, {true});
    CHECK_EQ(desktop.hears("locked unlocked locked "), "locked unlocked locked ");
}

TEST_CASE("each desktop's own is heard") {
    for (const char* name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                             "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver", "org.xfce.ScreenSaver"}) {
        CAPTURE(name);
        Desktop desktop;
        const auto saver = desktop.saver(name, false);
        desktop.watch();
        REQUIRE(run_until([&] { return saver->asked() == 1; }, 5s));
        saver->signal(name, changed, {true});
        CHECK_EQ(desktop.hears("locked "), "locked ");
        saver->signal(name, changed, {false});
        CHECK_EQ(desktop.hears("locked unlocked "), "locked unlocked ");
    }
}

TEST_CASE("nonsense is not believed") {
    Desktop desktop;
    const auto saver = desktop.saver(gnome, QStringLiteral("yes"));
    desktop.watch();
    REQUIRE(run_until([&] { return saver->asked() == 1; }, 5s));
    saver->signal(gnome, changed, {QStringLiteral("true")});
    saver->signal(freedesktop, changed, {true});
    CHECK_EQ(desktop.hears(""), "");
}

} // namespace limber::quiet
