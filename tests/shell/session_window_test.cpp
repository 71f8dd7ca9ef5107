// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/names.hpp"
#include "event_loop.hpp"
#include "private_bus.hpp"
#include "shell/session_window.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>
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

    void paint() {
        bus_.send(QDBusMessage::createSignal(QLatin1String{bus::window_bus_path},
                                             QLatin1String{bus::window_interface},
                                             QLatin1String{bus::window_painted_signal}));
    }

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override {
        if (!message.member().startsWith(QLatin1String{"Activate"})) return false;
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
    explicit LinkedDesk(std::chrono::milliseconds limit = window_patience) : patience(limit) {}

    std::chrono::milliseconds patience;
    test::PrivateBus bus;
    std::vector<WindowNews> news;
    std::string why; ///< of the latest
    std::unique_ptr<SessionWindow> link = window_on_desktop(
        bus.connect(QStringLiteral("daemon")),
        [this](WindowNews what, const std::string& cause) {
            news.push_back(what);
            why = cause;
        },
        patience);

    [[nodiscard]] std::unique_ptr<FakeWindow> window(FakeWindow::Manner manner) const {
        return std::make_unique<FakeWindow>(bus.connect(QStringLiteral("window")), manner);
    }

    [[nodiscard]] bool hears(std::vector<WindowNews> wanted) {
        return test::wait_until([&] { return news == wanted; });
    }

    LinkedDesk(const LinkedDesk&) = delete;
    LinkedDesk& operator=(const LinkedDesk&) = delete;

    ~LinkedDesk() {
        QDBusConnection::disconnectFromBus(QStringLiteral("daemon"));
        QDBusConnection::disconnectFromBus(QStringLiteral("window"));
    }
};

} // namespace

TEST_CASE("a window that has painted shows the session; it got the token that lets it take the focus") {
    test::need_application();
    LinkedDesk desk;
    const auto window = desk.window(FakeWindow::Manner::answers);
    desk.link->open("token-7");
    REQUIRE(test::wait_until([&] { return window->calls.size() == 1; }));
    const auto arguments = window->calls[0].arguments();
    CHECK(arguments.at(0).toString() == QLatin1String{bus::window_session_action});
    const auto platform = qdbus_cast<QVariantMap>(arguments.at(2));
    CHECK(platform.value(QStringLiteral("activation-token")).toString() == QLatin1String{"token-7"});
    CHECK(platform.value(QStringLiteral("desktop-startup-id")).toString() == QLatin1String{"token-7"});
    CHECK(desk.news.empty());
    window->paint();
    CHECK(desk.hears({WindowNews::shows}));
    CHECK(desk.why.empty());
}

TEST_CASE("one that has nothing but its name on the bus, and never paints, is not waited for") {
    test::need_application();
    LinkedDesk desk{std::chrono::milliseconds{200}};
    const auto window = desk.window(FakeWindow::Manner::answers);
    desk.link->open({});
    REQUIRE(desk.hears({WindowNews::refused}));
    CHECK(desk.why == "it has come, and painted nothing in time");
    window->paint();
    CHECK(desk.hears({WindowNews::refused, WindowNews::shows}));
}

TEST_CASE("of a window that has not come when the session is over nothing bad is said") {
    test::need_application();
    LinkedDesk desk{std::chrono::milliseconds{50}};
    const auto window = desk.window(FakeWindow::Manner::answers);
    desk.link->open({});
    REQUIRE(test::wait_until([&] { return window->calls.size() == 1; }));
    desk.link->forget();
    bool later = false;
    QTimer::singleShot(std::chrono::milliseconds{200}, [&later] { later = true; });
    REQUIRE(test::wait_until([&later] { return later; }));
    CHECK(desk.news.empty());
}

TEST_CASE("a break is offered without a session; that nothing comes is said") {
    test::need_application();
    LinkedDesk desk;
    desk.link->offer();
    CHECK(desk.hears({WindowNews::refused}));
    CHECK(desk.why.find("not installed") != std::string::npos);
    const auto window = desk.window(FakeWindow::Manner::answers);
    desk.link->offer();
    CHECK(desk.hears({WindowNews::refused, WindowNews::shows}));
    CHECK(window->calls.at(0).member() == QLatin1String{"Activate"});
}

TEST_CASE("where no window can be had, that is known at once") {
    test::need_application();
    LinkedDesk desk;
    desk.link->open({});
    CHECK(desk.news.empty());
    REQUIRE(desk.hears({WindowNews::refused}));
    CHECK(desk.why.find("not installed") != std::string::npos);
}

TEST_CASE("a window that refuses is none") {
    test::need_application();
    LinkedDesk desk;
    const auto window = desk.window(FakeWindow::Manner::refuses);
    desk.link->open({});
    CHECK(desk.hears({WindowNews::refused}));
}

TEST_CASE("a window that is just closing is asked for once more") {
    test::need_application();
    LinkedDesk desk;
    auto window = desk.window(FakeWindow::Manner::silent);
    desk.link->open({});
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
    window->paint();
    REQUIRE(desk.hears({WindowNews::shows}));
    window.reset();
    CHECK(desk.hears({WindowNews::shows, WindowNews::gone}));
}

TEST_CASE("without any bus the window is refused") {
    test::need_application();
    std::vector<WindowNews> news;
    const auto link = window_on_desktop(QDBusConnection{QStringLiteral("nowhere")},
                                        [&](WindowNews what, const std::string&) { news.push_back(what); });
    link->open("token");
    CHECK(test::wait_until([&] { return news == std::vector{WindowNews::refused}; }));
}

TEST_CASE("a silent window is not waited for any longer than a person waits, and is welcome later") {
    test::need_application();
    LinkedDesk desk{std::chrono::milliseconds{1}};
    const auto window = desk.window(FakeWindow::Manner::silent);
    desk.link->open({});
    REQUIRE(desk.hears({WindowNews::refused}));
    CHECK(desk.why == "it does not answer");
    window->paint();
    CHECK(desk.hears({WindowNews::refused, WindowNews::shows}));
}
