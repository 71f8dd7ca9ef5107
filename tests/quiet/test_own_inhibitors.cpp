// SPDX-License-Identifier: GPL-3.0-or-later
// The screen kept on by services of the desktop, on a bus of the test's own.
#include "idle/main_loop.hpp"
#include "quiet/fake_service.hpp"
#include "quiet/own_inhibitors.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QString>
#include <QVariantList>
#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::quiet {
namespace {

using namespace std::chrono_literals;
using testing::run_until;

/// Grants inhibitors, or is busy and answers later.
class Granter final : public QDBusVirtualObject {
public:
    Granter(QDBusConnection bus, QString service, QString path, QString interface)
        : bus_(std::move(bus)), service_(std::move(service)), path_(std::move(path)),
          interface_(std::move(interface)) {
        REQUIRE(bus_.registerVirtualObject(path_, this));
        REQUIRE(bus_.registerService(service_));
    }

    Granter(const Granter&) = delete;
    Granter& operator=(const Granter&) = delete;

    ~Granter() override {
        bus_.unregisterService(service_);
        bus_.unregisterObject(path_);
    }

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override {
        if (message.interface() != interface_) return false;
        if (busy) {
            put_off.push_back(message);
            return true;
        }
        return answer(message, connection);
    }

    void is_free_again() {
        busy = false;
        for (const QDBusMessage& message : std::exchange(put_off, {}))
            answer(message, bus_);
    }

    std::set<uint> held;
    int granted = 0;
    QVariantList asked_with;
    bool busy = false;
    std::vector<QDBusMessage> put_off;

private:
    bool answer(const QDBusMessage& message, const QDBusConnection& connection) {
        if (message.member() == QStringLiteral("Inhibit")) {
            asked_with = message.arguments();
            held.insert(first_cookie + static_cast<uint>(granted));
            return connection.send(message.createReply(first_cookie + static_cast<uint>(granted++)));
        }
        REQUIRE_EQ(message.member().toLower(), QStringLiteral("uninhibit"));
        REQUIRE_EQ(held.erase(message.arguments().value(0).toUInt()), 1);
        return connection.send(message.createReply());
    }

    static constexpr uint first_cookie = 70;
    QDBusConnection bus_;
    QString service_;
    QString path_;
    QString interface_;
};

struct Services {
    Services() { testing::application(); }

    std::unique_ptr<Granter> session_manager() {
        return std::make_unique<Granter>(test::another_connection(bus), "org.gnome.SessionManager",
                                         "/org/gnome/SessionManager", "org.gnome.SessionManager");
    }

    std::unique_ptr<Granter> screen_saver() {
        return std::make_unique<Granter>(test::another_connection(bus), "org.freedesktop.ScreenSaver",
                                         "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver");
    }

    std::unique_ptr<Granter> power_manager() {
        return std::make_unique<Granter>(test::another_connection(bus), "org.freedesktop.PowerManagement",
                                         "/org/freedesktop/PowerManagement/Inhibit",
                                         "org.freedesktop.PowerManagement.Inhibit");
    }

    bool sees(std::size_t services) {
        return run_until([&] { return own->there().size() == services; }, 5s);
    }

    bool settles() {
        return run_until([&] { return own->settled(); }, 5s);
    }

    test::PrivateBus bus;
    int settled = 0;
    std::optional<OwnInhibitors> own{std::in_place, test::another_connection(bus), [this] { ++settled; }};
};

} // namespace

TEST_CASE("the session manager is asked not to take the session for idle, and released") {
    Services desktop;
    const auto manager = desktop.session_manager();
    REQUIRE(desktop.sees(1));
    desktop.own->hold(true);
    REQUIRE(desktop.settles());
    CHECK_EQ(manager->held.size(), 1);
    CHECK_EQ(manager->asked_with,
             QVariantList{"org.limber.Limber", 0U, "a guided break is on the screen", 8U});
    CHECK_EQ(desktop.own->granted(), std::vector<std::string>{"org.gnome.SessionManager"});
    desktop.own->hold(true);
    desktop.own->hold(false);
    REQUIRE(desktop.settles());
    CHECK(manager->held.empty());
    CHECK_EQ(manager->granted, 1);
    CHECK(desktop.own->granted().empty());
}

TEST_CASE("whoever can is asked: a screen saver and a power manager beside it") {
    Services desktop;
    const auto saver = desktop.screen_saver();
    const auto power = desktop.power_manager();
    REQUIRE(desktop.sees(2));
    desktop.own->hold(true);
    REQUIRE(desktop.settles());
    CHECK_EQ(saver->held.size(), 1);
    CHECK_EQ(saver->asked_with, QVariantList{"org.limber.Limber", "a guided break is on the screen"});
    CHECK_EQ(power->held.size(), 1);
    desktop.own->hold(false);
    REQUIRE(desktop.settles());
    CHECK(saver->held.empty());
    CHECK(power->held.empty());
}

TEST_CASE("a service that answers when the break is over is released at once, after a second break as well") {
    Services desktop;
    const auto saver = desktop.screen_saver();
    saver->busy = true;
    REQUIRE(desktop.sees(1));
    desktop.own->hold(true);
    desktop.own->hold(false);
    REQUIRE(run_until([&] { return !saver->put_off.empty(); }, 5s));
    CHECK_FALSE(desktop.own->settled());
    saver->is_free_again();
    REQUIRE(desktop.settles());
    CHECK_EQ(saver->granted, 1);
    CHECK(saver->held.empty());

    saver->busy = true;
    desktop.own->hold(true);
    desktop.own->hold(false);
    desktop.own->hold(true);
    REQUIRE(run_until([&] { return saver->put_off.size() == 2; }, 5s));
    saver->is_free_again();
    REQUIRE(desktop.settles());
    CHECK_FALSE(saver->held.empty());
    desktop.own->hold(false);
    REQUIRE(desktop.settles());
    CHECK(saver->held.empty());
}

TEST_CASE("a service that hangs is waited for as long as one has patience; what it grants later counts") {
    Services desktop;
    const auto saver = desktop.screen_saver();
    saver->busy = true;
    REQUIRE(desktop.sees(1));
    desktop.own->hold(true);
    CHECK_FALSE(desktop.own->settled());
    REQUIRE(desktop.settles());
    CHECK_EQ(desktop.settled, 1);
    CHECK(desktop.own->granted().empty());
    saver->is_free_again();
    REQUIRE(run_until([&] { return desktop.settled == 2; }, 5s));
    CHECK_EQ(desktop.own->granted(), std::vector<std::string>{"org.freedesktop.ScreenSaver"});
    desktop.own->hold(false);
    REQUIRE(desktop.settles());
    CHECK(saver->held.empty());
}

TEST_CASE("a cookie of a service that has gone is no successor's") {
    Services desktop;
    auto saver = desktop.screen_saver();
    REQUIRE(desktop.sees(1));
    desktop.own->hold(true);
    REQUIRE(desktop.settles());
    REQUIRE_EQ(saver->held.size(), 1);
    saver.reset();
    REQUIRE(desktop.sees(0));
    saver = desktop.screen_saver();
    REQUIRE(desktop.sees(1));
    saver->held.insert(70); // somebody else's
    desktop.own->hold(false);
    REQUIRE(desktop.settles());
    CHECK_EQ(saver->held, std::set<uint>{70});
}

TEST_CASE("where nobody can, that is known, and nobody is started") {
    Services desktop;
    desktop.own->hold(true);
    REQUIRE(desktop.settles());
    CHECK_GE(desktop.settled, 1);
    CHECK(desktop.own->granted().empty());
    desktop.own->hold(false);
    CHECK(desktop.settles());
}

} // namespace limber::quiet
