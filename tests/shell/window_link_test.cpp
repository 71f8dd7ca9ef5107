// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/names.hpp"
#include "event_loop.hpp"
#include "private_bus.hpp"
#include "shell/session_window.hpp"
#include "shell/window_link.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::shell;

namespace {

/// Owns the window's name and answers, refuses, or says nothing.
class FakeWindow : public QDBusVirtualObject {
public:
    enum class Manner { answers, refuses, silent };

    FakeWindow(QDBusConnection bus, Manner manner) : bus_(std::move(bus)), manner_(manner) {
        bus_.registerVirtualObject(QLatin1String{bus::window_bus_path}, this);
        appear();
    }

    FakeWindow(const FakeWindow&) = delete;
    FakeWindow& operator=(const FakeWindow&) = delete;

    ~FakeWindow() override {
        vanish();
        bus_.unregisterObject(QLatin1String{bus::window_bus_path});
    }

    void appear() { bus_.registerService(QLatin1String{bus::window_bus_name}); }

    void vanish() { bus_.unregisterService(QLatin1String{bus::window_bus_name}); }

    void answer_late() { bus_.send(calls.at(0).createReply()); }

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override {
        if (message.member() != QLatin1String{"ActivateAction"}) return false;
        calls.push_back(message);
        message.setDelayedReply(true);
        if (manner_ == Manner::answers) connection.send(message.createReply());
        if (manner_ == Manner::refuses) {
            connection.send(message.createErrorReply(QStringLiteral("org.example.Error"), QString{}));
        }
        return true;
    }

    std::vector<QDBusMessage> calls;

private:
    QDBusConnection bus_;
    Manner manner_;
};

struct LinkedDesk {
    test::PrivateBus bus;
    std::vector<WindowNews> news;
    WindowLink link{bus.connect(QStringLiteral("daemon")), [this](WindowNews what) { news.push_back(what); }};

    [[nodiscard]] std::unique_ptr<FakeWindow> window(FakeWindow::Manner manner) const {
        return std::make_unique<FakeWindow>(bus.connect(QStringLiteral("window")), manner);
    }

    [[nodiscard]] bool hears(std::vector<WindowNews> wanted) {
        return test::wait_until([&] { return news == wanted; });
    }

    LinkedDesk() = default;
    LinkedDesk(const LinkedDesk&) = delete;
    LinkedDesk& operator=(const LinkedDesk&) = delete;

    ~LinkedDesk() {
        QDBusConnection::disconnectFromBus(QStringLiteral("daemon"));
        QDBusConnection::disconnectFromBus(QStringLiteral("window"));
    }
};

} // namespace

TEST_CASE("a window that answers shows the session, with the token that lets it take the focus") {
    test::need_application();
    LinkedDesk desk;
    const auto window = desk.window(FakeWindow::Manner::answers);
    REQUIRE(desk.hears({WindowNews::shows}));
    desk.news.clear();
    desk.link.open("token-7");
    REQUIRE(desk.hears({WindowNews::shows}));
    REQUIRE(window->calls.size() == 1);
    const auto arguments = window->calls[0].arguments();
    CHECK(arguments.at(0).toString() == QLatin1String{bus::window_session_action});
    const auto platform = qdbus_cast<QVariantMap>(arguments.at(2));
    CHECK(platform.value(QStringLiteral("activation-token")).toString() == QLatin1String{"token-7"});
    CHECK(platform.value(QStringLiteral("desktop-startup-id")).toString() == QLatin1String{"token-7"});
}

TEST_CASE("where no window can be had, that is known at once") {
    test::need_application();
    LinkedDesk desk;
    desk.link.open({});
    CHECK(desk.news.empty());
    CHECK(desk.hears({WindowNews::refused}));
}

TEST_CASE("a window that refuses is none") {
    test::need_application();
    LinkedDesk desk;
    const auto window = desk.window(FakeWindow::Manner::refuses);
    REQUIRE(desk.hears({WindowNews::shows}));
    desk.news.clear();
    desk.link.open({});
    CHECK(desk.hears({WindowNews::refused}));
}

TEST_CASE("a window that is just closing is asked for once more") {
    test::need_application();
    LinkedDesk desk;
    auto window = desk.window(FakeWindow::Manner::silent);
    REQUIRE(desk.hears({WindowNews::shows}));
    desk.news.clear();
    desk.link.open({});
    REQUIRE(test::wait_until([&] { return window->calls.size() == 1; }));
    // the bus answers for a program that left without a word
    window.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("window"));
    // and can start no other one here
    CHECK(desk.hears({WindowNews::refused}));
}

TEST_CASE("windows that others open, and those that end, are noticed") {
    test::need_application();
    LinkedDesk desk;
    auto window = desk.window(FakeWindow::Manner::answers);
    REQUIRE(desk.hears({WindowNews::shows}));
    window.reset();
    CHECK(desk.hears({WindowNews::shows, WindowNews::gone}));
}

TEST_CASE("without any bus the window is refused") {
    test::need_application();
    std::vector<WindowNews> news;
    WindowLink link{QDBusConnection{QStringLiteral("nowhere")},
                    [&](WindowNews what) { news.push_back(what); }};
    link.open("token");
    CHECK(test::wait_until([&] { return news == std::vector{WindowNews::refused}; }));
}

TEST_CASE("a silent window is not waited for any longer than a person waits, and is welcome later") {
    test::need_application();
    LinkedDesk desk;
    const auto window = desk.window(FakeWindow::Manner::silent);
    REQUIRE(desk.hears({WindowNews::shows}));
    desk.news.clear();
    desk.link.set_patience(std::chrono::milliseconds{1});
    desk.link.open({});
    REQUIRE(desk.hears({WindowNews::refused}));
    REQUIRE(test::wait_until([&] { return window->calls.size() == 1; }));
    window->answer_late();
    CHECK(desk.hears({WindowNews::refused, WindowNews::shows}));
}
