// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/wire_values.hpp"
#include "menu/applet.hpp"
#include "notifier_item/menu_server.hpp"
#include "notifier_item/tray_types.hpp"
#include "scripted_daemon.hpp"
#include "views.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <memory>

using namespace limber;
using namespace limber::tray;

namespace {

const QString menu_path = QStringLiteral("/test/menu");
const QString menu_interface = QStringLiteral("com.canonical.dbusmenu");

/// A menu on the bus, and a host that looks at it over a connection of its own.
struct Menus {
    Menus() {
        test::need_application();
        register_tray_types();
        daemon.say(test::working_report());
        daemon.exercises = {{{QStringLiteral("id"), QStringLiteral("roll")},
                             {QStringLiteral("title"), QStringLiteral("Neck_roll")},
                             {QStringLiteral("allowed"), true}}};
        daemon.appear();
        applet = std::make_unique<Applet>(tray_bus);
        server = new MenuServer(&object, *applet, tray_bus);
        QObject::connect(server, &MenuServer::LayoutUpdated, &object, [this] { ++layouts; });
        QObject::connect(server, &MenuServer::ItemsPropertiesUpdated, &object, [this] { ++retold; });
        tray_bus.registerObject(menu_path, &object, QDBusConnection::ExportAdaptors);
        REQUIRE(test::until([&] { return applet->icon().step == 7; }));
    }

    ~Menus() {
        tray_bus.unregisterObject(menu_path);
        QDBusConnection::disconnectFromBus(QStringLiteral("host"));
    }

    Menus(const Menus&) = delete;
    Menus& operator=(const Menus&) = delete;

    QDBusMessage ask(const char* method, const QVariantList& arguments) {
        auto call = QDBusMessage::createMethodCall(tray_bus.baseService(), menu_path, menu_interface,
                                                   QLatin1String{method});
        call.setArguments(arguments);
        return test::asked(host_bus, call);
    }

    WireItem layout(int parent = 0, int depth = -1) {
        const auto reply = ask("GetLayout", {parent, depth, QStringList{}});
        REQUIRE(reply.type() == QDBusMessage::ReplyMessage);
        return qdbus_cast<WireItem>(reply.arguments().at(1));
    }

    /// The entry with this label, 0 if there is none.
    static int id_of(const WireItem& item, const char* label) {
        if (item.properties.value(QStringLiteral("label")).toString() == QLatin1String{label}) return item.id;
        for (const WireItem& child : item.children) {
            if (const int id = id_of(child, label); id != 0) return id;
        }
        return 0;
    }

    /// Without a question over the bus.
    bool offers(const char* key, const char* label) {
        const Menu menu = applet->menu();
        const Item* const item = find_item(menu, QLatin1String{key});
        return item != nullptr && item->label == QLatin1String{label};
    }

    void click(int id) {
        ask("Event", {id, QStringLiteral("clicked"), QVariant::fromValue(QDBusVariant{0}), 1U});
    }

    test::ScriptedDaemon daemon;
    QDBusConnection tray_bus = QDBusConnection::sessionBus();
    QDBusConnection host_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("host"));
    std::unique_ptr<Applet> applet;
    QObject object;
    MenuServer* server = nullptr;
    int layouts = 0;
    int retold = 0;
};

} // namespace

TEST_CASE("a host reads the menu and a click reaches the daemon") {
    Menus set;
    const WireItem root = set.layout();
    CHECK(root.properties.value(QStringLiteral("children-display")).toString() == u"submenu");
    const int start = Menus::id_of(root, "Start the micro-break");
    REQUIRE(start > 0);
    set.applet->set_activation_token(QStringLiteral("token-1"));
    set.click(start);
    REQUIRE(
        test::until([&] { return !set.daemon.calls.empty() && set.daemon.calls.back().first == u"Start"; }));
    const QVariantList arguments = set.daemon.calls.back().second;
    CHECK(arguments.at(0).toString() == u"micro");
    CHECK(bus::map_of(arguments.at(2)).value(QStringLiteral("activation-token")).toString() == u"token-1");

    set.click(Menus::id_of(root, "For 30 min"));
    REQUIRE(test::until([&] { return set.daemon.calls.back().first == u"Pause"; }));
    CHECK(set.daemon.calls.back().second == QVariantList{1800LL});
}

TEST_CASE("depth and single entries") {
    Menus set;
    const WireItem flat = set.layout(0, 1);
    const int pause = Menus::id_of(flat, "Pause");
    REQUIRE(pause > 0);
    for (const WireItem& item : flat.children)
        CHECK(item.children.empty());
    CHECK(set.layout(0, 0).children.empty());
    CHECK(set.layout(pause).children.size() == 5);
    const auto label = set.ask("GetProperty", {pause, QStringLiteral("label")});
    CHECK(qvariant_cast<QDBusVariant>(label.arguments().at(0)).variant().toString() == u"Pause");
    const auto some = set.ask("GetGroupProperties", {QVariant::fromValue(QList<int>{pause, 4711}),
                                                     QStringList{QStringLiteral("label")}});
    const auto list = qdbus_cast<QList<WireProperties>>(some.arguments().at(0));
    REQUIRE(list.size() == 1);
    CHECK(list[0].properties.size() == 1);
}

TEST_CASE("ids that nobody knows are refused or ignored") {
    Menus set;
    CHECK(set.ask("GetLayout", {4711, -1, QStringList{}}).type() == QDBusMessage::ErrorMessage);
    CHECK(set.ask("GetProperty", {-3, QStringLiteral("label")}).type() == QDBusMessage::ErrorMessage);
    CHECK(set.ask("GetProperty", {0, QStringLiteral("nonsense")}).type() == QDBusMessage::ErrorMessage);
    CHECK(set.ask("AboutToShow", {4711}).type() == QDBusMessage::ReplyMessage);
    set.click(4711);
    set.click(-1);
    set.ask("Event", {0, QStringLiteral("hovered"), QVariant::fromValue(QDBusVariant{0}), 1U});
    const auto group = set.ask("AboutToShowGroup", {QVariant::fromValue(QList<int>{0, 4711})});
    CHECK(qdbus_cast<QList<int>>(group.arguments().at(1)) == QList<int>{4711});
    const QList<WireEvent> events{{4711, QStringLiteral("clicked"), QDBusVariant{0}, 1}};
    const auto unknown = set.ask("EventGroup", {QVariant::fromValue(events)});
    CHECK(qdbus_cast<QList<int>>(unknown.arguments().at(0)) == QList<int>{4711});
    CHECK(set.daemon.calls.empty());
}

TEST_CASE("a late click on an entry that is gone does nothing") {
    Menus set;
    set.daemon.say(test::prompted_report());
    REQUIRE(test::until([&] { return set.applet->icon().look == Look::prompted; }));
    const int skip = Menus::id_of(set.layout(), "Skip");
    REQUIRE(skip > 0);
    set.daemon.say(test::working_report());
    REQUIRE(test::until([&] { return set.applet->icon().look == Look::working; }));
    set.click(skip);
    CHECK(Menus::id_of(set.layout(), "Skip") == 0);
    CHECK(set.daemon.calls.empty());
    // and it is the same entry when it is there again
    set.daemon.say(test::prompted_report());
    REQUIRE(test::until([&] { return set.applet->icon().look == Look::prompted; }));
    CHECK(Menus::id_of(set.layout(), "Skip") == skip);
}

TEST_CASE("exercises are asked for at the beginning, and anew when the menu is about to open") {
    Menus set;
    // an underscore is not a mnemonic
    REQUIRE(test::until([&] { return set.offers("exercise/roll", "Neck_roll"); }));
    CHECK(Menus::id_of(set.layout(), "Neck__roll") > 0);
    set.daemon.exercises[0][QStringLiteral("title")] = QStringLiteral("Roll");
    set.ask("AboutToShow", {0});
    REQUIRE(test::until([&] { return set.offers("exercise/roll", "Roll"); }));
    REQUIRE(Menus::id_of(set.layout(), "Roll") > 0);
    set.click(Menus::id_of(set.layout(), "Roll"));
    REQUIRE(test::until([&] { return !set.daemon.calls.empty(); }));
    CHECK(set.daemon.calls.back().first == u"Start");
    CHECK(set.daemon.calls.back().second.at(1).toString() == u"roll");
}

TEST_CASE("hosts are told of entries that come and go, and of texts only when they open the menu") {
    Menus set;
    REQUIRE(test::until([&] { return set.offers("exercise/roll", "Neck_roll"); }));
    set.ask("AboutToShow", {0});
    set.layouts = set.retold = 0;
    bus::StatusReport later = test::working_report();
    later.status.arc = 9;
    later.status.rules[0].active += std::chrono::minutes{5};
    set.daemon.say(later);
    REQUIRE(test::until([&] { return set.applet->icon().step == 9; }));
    CHECK(set.layouts == 0);
    const auto update = set.ask("AboutToShow", {0});
    CHECK(update.arguments().at(0).toBool());
    CHECK(set.layouts == 0);
    CHECK(set.retold == 1);
    set.daemon.say(test::prompted_report());
    REQUIRE(test::until([&] { return set.layouts == 1; }));
}

TEST_CASE("a thousand questions are answered within a second or so") {
    Menus set;
    set.layout();
    QElapsedTimer timer;
    timer.start();
    int answered = 0;
    auto call = QDBusMessage::createMethodCall(set.tray_bus.baseService(), menu_path, menu_interface,
                                               QStringLiteral("GetLayout"));
    call.setArguments({0, -1, QStringList{}});
    for (int batch = 0; batch < 20; ++batch) { // a bus lets nobody wait for more than 128 answers at once
        QList<QDBusPendingCall> calls;
        for (int i = 0; i < 50; ++i)
            calls.append(set.host_bus.asyncCall(call));
        const QDBusPendingCallWatcher last(calls.back());
        REQUIRE(test::until([&] { return last.isFinished(); }));
        for (const auto& one : calls) {
            if (one.isFinished() && !one.isError()) ++answered;
        }
    }
    CHECK(answered == 1000);
    CHECK(timer.elapsed() < 8000); // generous: sanitizers, and a machine with other things to do
}

TEST_CASE("what the daemon refuses is said in the menu until something changes") {
    Menus set;
    set.daemon.refusal = QStringLiteral("Not now.");
    set.click(Menus::id_of(set.layout(), "Start the micro-break"));
    REQUIRE(test::until([&] { return set.offers("trouble", "Not now."); }));
    CHECK(Menus::id_of(set.layout(), "Not now.") != 0);
    set.daemon.say(test::prompted_report());
    REQUIRE(test::until([&] { return !set.offers("trouble", "Not now."); }));
    CHECK(Menus::id_of(set.layout(), "Not now.") == 0);
}
