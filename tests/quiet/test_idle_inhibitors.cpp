// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps the screen awake, as each desktop's list tells it, on buses of the test's own.
#include "core/event.hpp"
#include "core/words.hpp"
#include "idle/main_loop.hpp"
#include "quiet/fake_service.hpp"
#include "quiet/idle_inhibitors.hpp"

#include <QDBusVariant>
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

const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");

QVariant property(const QVariant& value) {
    return QVariant::fromValue(QDBusVariant{value});
}

struct Lists {
    Lists() { testing::application(); }

    std::unique_ptr<FakeService> service(const QString& name, const QString& path, const QString& interface,
                                         const QString& method, const QVariant& answer) {
        return std::make_unique<FakeService>(test::another_connection(bus),
                                             FakeService::Place{name, path, interface, method}, answer);
    }

    std::unique_ptr<FakeService> logind(const QString& blocked) {
        return service("org.freedesktop.login1", "/org/freedesktop/login1", properties, "Get",
                       property(blocked));
    }

    std::unique_ptr<FakeService> gnome(uint actions) {
        return service("org.gnome.SessionManager", "/org/gnome/SessionManager", properties, "Get",
                       property(actions));
    }

    std::unique_ptr<FakeService> plasma(const QVariant& has) {
        const QString agent = QStringLiteral("org.kde.Solid.PowerManagement.PolicyAgent");
        return service(agent, "/org/kde/Solid/PowerManagement/PolicyAgent", agent, "HasInhibition", has);
    }

    std::unique_ptr<FakeService> freedesktop(bool has) {
        return service("org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
                       "org.freedesktop.PowerManagement.Inhibit", "HasInhibit", has);
    }

    void watch() {
        inhibitors.watch([this](const Happening& what) {
            const auto* changed = std::get_if<QuietChanged>(&what);
            REQUIRE(changed != nullptr);
            REQUIRE_EQ(changed->what, "inhibitor");
            said += std::string{word_of(changed->level)} + ' ';
        });
    }

    std::string hears(const std::string& expected) { return test::heard(said, expected); }

    test::PrivateBus bus;
    std::string said;
    // one bus for both: the names do not meet
    IdleInhibitors inhibitors{test::another_connection(bus), test::another_connection(bus)};
};

} // namespace

TEST_CASE("without any list nothing is known, and nothing is said") {
    Lists lists;
    lists.watch();
    CHECK_EQ(lists.hears(""), "");
}

TEST_CASE("logind: an idle lock, and other locks that do not matter") {
    Lists lists;
    const auto logind = lists.logind("sleep:shutdown");
    lists.watch();
    CHECK_EQ(lists.hears("off "), "off ");
    CHECK_EQ(logind->asked_with(), QVariantList{"org.freedesktop.login1.Manager", "BlockInhibited"});
    logind->will_answer(property("sleep:idle"));
    logind->signal(properties, "PropertiesChanged");
    CHECK_EQ(lists.hears("off on "), "off on ");
    logind->will_answer(property("handle-lid-switch"));
    logind->signal(properties, "PropertiesChanged");
    CHECK_EQ(lists.hears("off on off "), "off on off ");
}

TEST_CASE("GNOME: bit 8 is about idleness, the others are not") {
    Lists lists;
    const auto gnome = lists.gnome(1 | 4);
    lists.watch();
    CHECK_EQ(lists.hears("off "), "off ");
    gnome->will_answer(property(8U | 4U));
    gnome->signal("org.gnome.SessionManager", "InhibitorAdded");
    CHECK_EQ(lists.hears("off on "), "off on ");
    gnome->will_answer(property(0U));
    gnome->signal("org.gnome.SessionManager", "InhibitorRemoved");
    CHECK_EQ(lists.hears("off on off "), "off on off ");
}

TEST_CASE("Plasma is asked about the screen") {
    Lists lists;
    const auto plasma = lists.plasma(false);
    lists.watch();
    CHECK_EQ(lists.hears("off "), "off ");
    CHECK_EQ(plasma->asked_with(), QVariantList{4U});
    plasma->will_answer(true);
    plasma->signal("org.kde.Solid.PowerManagement.PolicyAgent", "InhibitionsChanged");
    CHECK_EQ(lists.hears("off on "), "off on ");
}

TEST_CASE("one list is enough for on; off needs all; a list that goes away no longer counts") {
    Lists lists;
    auto logind = lists.logind("");
    auto other = lists.freedesktop(true);
    lists.watch();
    run_until([&] { return lists.said.ends_with("on "); }, 5s);
    run_until([] { return false; }, 30ms);
    CHECK(lists.said.ends_with("on "));
    lists.said.clear();
    other.reset();
    CHECK_EQ(lists.hears("off "), "off ");
    logind.reset();
    CHECK_EQ(lists.hears("off unknown "), "off unknown ");
}

TEST_CASE("Limber's own inhibitor is none, and what is there after it is told") {
    Lists lists;
    const auto gnome = lists.gnome(0U);
    lists.watch();
    CHECK_EQ(lists.hears("off "), "off ");
    const auto bit_8 = [&](bool on) {
        gnome->will_answer(property(on ? 8U : 0U));
        gnome->signal("org.gnome.SessionManager", on ? "InhibitorAdded" : "InhibitorRemoved");
    };
    lists.inhibitors.ours_is_on(true);
    bit_8(true);
    CHECK_EQ(lists.hears("off "), "off ");
    bit_8(false);
    lists.inhibitors.ours_is_on(false);
    CHECK_EQ(lists.hears("off "), "off ");

    lists.inhibitors.ours_is_on(true);
    bit_8(true); // a film begins meanwhile, and goes on
    CHECK_EQ(lists.hears("off "), "off ");
    lists.inhibitors.ours_is_on(false);
    CHECK_EQ(lists.hears("off on "), "off on ");
}

TEST_CASE("an answer of another type is none") {
    Lists lists;
    const auto plasma = lists.plasma(QStringLiteral("many"));
    lists.watch();
    REQUIRE(run_until([&] { return plasma->asked() == 1; }, 5s));
    CHECK_EQ(lists.hears(""), "");
}

} // namespace limber::quiet
