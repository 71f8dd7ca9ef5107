// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/wire_values.hpp"
#include "icons/look.hpp"
#include "menu/applet.hpp"
#include "notifier_item/program.hpp"
#include "notifier_item/status_notifier.hpp"
#include "notifier_item/tray_types.hpp"
#include "scripted_daemon.hpp"
#include "views.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <memory>
#include <utility>

using namespace limber;
using namespace limber::tray;

namespace {

const QString item_path = QStringLiteral("/test/item");
const QString item_interface = QStringLiteral("org.kde.StatusNotifierItem");
const QString watcher = QStringLiteral("org.kde.StatusNotifierWatcher");

struct Shown {
    Shown() {
        test::need_application();
        register_tray_types();
        daemon.say(test::working_report());
        applet = std::make_unique<Applet>(bus);
        item = new StatusNotifier(&object, *applet, QStringLiteral("/test/menu"));
        QObject::connect(item, &StatusNotifier::NewIcon, &object, [this] { ++icons; });
        QObject::connect(item, &StatusNotifier::NewToolTip, &object, [this] { ++tooltips; });
        QObject::connect(item, &StatusNotifier::NewStatus, &object,
                         [this](const QString& status) { statuses << status; });
        bus.registerObject(item_path, &object, QDBusConnection::ExportAdaptors);
        daemon.appear();
        REQUIRE(test::until([&] { return applet->icon().step == 7; }));
        icons = tooltips = 0;
        statuses.clear();
    }

    ~Shown() {
        bus.unregisterObject(item_path);
        QDBusConnection::disconnectFromBus(QStringLiteral("host"));
    }

    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;

    QDBusMessage ask(const QString& interface, const char* method, const QVariantList& arguments) {
        auto call =
            QDBusMessage::createMethodCall(bus.baseService(), item_path, interface, QLatin1String{method});
        call.setArguments(arguments);
        return test::asked(host_bus, call);
    }

    QVariantMap all() {
        const auto reply = ask(QStringLiteral("org.freedesktop.DBus.Properties"), "GetAll", {item_interface});
        REQUIRE(reply.type() == QDBusMessage::ReplyMessage);
        return bus::map_of(reply.arguments().at(0));
    }

    test::ScriptedDaemon daemon;
    QDBusConnection bus = QDBusConnection::sessionBus();
    QDBusConnection host_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("host"));
    std::unique_ptr<Applet> applet;
    QObject object;
    StatusNotifier* item = nullptr;
    int icons = 0;
    int tooltips = 0;
    QStringList statuses;
};

/// A panel that shows items.
class Panel : public QDBusVirtualObject {
public:
    explicit Panel(bool shows = true)
        : shows_(shows),
          bus_(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("panel"))) {
        bus_.registerVirtualObject(QStringLiteral("/StatusNotifierWatcher"), this);
        bus_.registerService(watcher);
    }

    ~Panel() override { QDBusConnection::disconnectFromBus(QStringLiteral("panel")); }

    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    void show() {
        shows_ = true;
        bus_.send(QDBusMessage::createSignal(QStringLiteral("/StatusNotifierWatcher"), watcher,
                                             QStringLiteral("StatusNotifierHostRegistered")));
    }

    void drop() {
        for (const QString& item : std::exchange(items, {})) {
            auto news = QDBusMessage::createSignal(QStringLiteral("/StatusNotifierWatcher"), watcher,
                                                   QStringLiteral("StatusNotifierItemUnregistered"));
            news.setArguments({item + QStringLiteral("/StatusNotifierItem")});
            bus_.send(news);
        }
    }

    QStringList items;
    QStringList others;
    int registrations = 0;

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& call, const QDBusConnection& /*bus*/) override {
        if (call.member() == u"GetAll") {
            bus_.send(call.createReply(
                QVariantMap{{QStringLiteral("IsStatusNotifierHostRegistered"), shows_},
                            {QStringLiteral("RegisteredStatusNotifierItems"), items + others}}));
            return true;
        }
        if (call.member() == u"RegisterStatusNotifierItem") {
            items << call.arguments().at(0).toString();
            ++registrations;
        }
        return true;
    }

private:
    bool shows_;
    QDBusConnection bus_;
};

} // namespace

TEST_CASE("everything a host asks for is there, in the types it expects") {
    Shown set;
    const QVariantMap all = set.all();
    CHECK(all.value(QStringLiteral("Id")).toString() == u"limber");
    CHECK(all.value(QStringLiteral("Status")).toString() == u"Active");
    CHECK(all.value(QStringLiteral("IconName")).toString() == u"limber-working-7");
    CHECK(all.value(QStringLiteral("AttentionIconName")).toString() == u"limber-prompted");
    CHECK(all.value(QStringLiteral("ItemIsMenu")).toBool());
    CHECK(qvariant_cast<QDBusObjectPath>(all.value(QStringLiteral("Menu"))).path() == u"/test/menu");
    const auto pixels = all.value(QStringLiteral("IconPixmap")).value<QDBusArgument>();
    CHECK(pixels.currentSignature() == u"a(iiay)");
    const auto pixmaps = qdbus_cast<QList<Pixmap>>(pixels);
    REQUIRE(pixmaps.size() == static_cast<qsizetype>(icon_sizes.size()));
    for (const Pixmap& pixmap : pixmaps)
        CHECK(pixmap.pixels.size() == 4 * pixmap.width * pixmap.height);
    const auto tip = all.value(QStringLiteral("ToolTip")).value<QDBusArgument>();
    CHECK(tip.currentSignature() == u"(sa(iiay)ss)");
    CHECK(qdbus_cast<WireTooltip>(tip).text == u"Working: next Micro-break about 10:12");
}

TEST_CASE("hosts hear of icon, status and tooltip only when they changed") {
    Shown set;
    set.daemon.say(QStringLiteral("Session"), QVariantMap{});
    bus::StatusReport later = test::working_report();
    later.status.arc = 8;
    set.daemon.say(later);
    REQUIRE(test::until([&] { return set.applet->icon().step == 8; }));
    CHECK(set.icons == 1);
    CHECK(set.tooltips == 0);
    CHECK(set.statuses.isEmpty());
    set.daemon.say(test::prompted_report());
    REQUIRE(test::until([&] { return set.icons == 2; }));
    CHECK(set.tooltips == 1);
    CHECK(set.statuses == QStringList{QStringLiteral("NeedsAttention")});
    set.daemon.vanish();
    REQUIRE(test::until([&] { return set.icons == 3; }));
    CHECK(set.all().value(QStringLiteral("IconName")).toString() == u"limber-absent");
}

TEST_CASE("a click, a middle click, and a wheel that does nothing") {
    Shown set;
    set.ask(item_interface, "Scroll", {120, QStringLiteral("vertical")});
    set.ask(item_interface, "ContextMenu", {1, 1});
    CHECK(set.daemon.calls.empty());
    set.ask(item_interface, "ProvideXdgActivationToken", {QStringLiteral("token-2")});
    set.ask(item_interface, "SecondaryActivate", {1, 1});
    REQUIRE(test::until([&] { return set.daemon.calls.size() == 1; }));
    CHECK(set.daemon.calls[0].first == u"Start");
    CHECK(set.daemon.calls[0].second.at(0).toString().isEmpty());
    CHECK(
        bus::map_of(set.daemon.calls[0].second.at(2)).value(QStringLiteral("activation-token")).toString() ==
        u"token-2");
    // a plain one begins nothing: it shows the window
    set.ask(item_interface, "Activate", {1, 1});
    REQUIRE(test::until([&] { return set.applet->menu().front().key == u"trouble"; }));
    CHECK(set.daemon.calls.size() == 1);
    set.ask(item_interface, "SecondaryActivate", {1, 1});
    REQUIRE(test::until([&] { return set.daemon.calls.size() == 2; }));
    CHECK(bus::map_of(set.daemon.calls[1].second.at(2)).isEmpty()); // a token is good for once
}

TEST_CASE("the item registers with a panel that is there, that comes late, and that comes back") {
    test::need_application();
    const QString name = QStringLiteral("org.example.Item");
    auto panel = std::make_unique<Panel>();
    const TrayHost host(QDBusConnection::sessionBus(), name);
    REQUIRE(test::until([&] { return panel->items == QStringList{name} && host.there(); }));
    panel.reset();
    REQUIRE(test::until([&] { return !host.there(); }));
    panel = std::make_unique<Panel>(false);
    REQUIRE(test::until([&] { return panel->items == QStringList{name}; }));
    CHECK_FALSE(host.there());
    panel->show();
    REQUIRE(test::until([&] { return host.there(); }));
}

TEST_CASE("an item that a panel dropped is registered anew, whether or not it said so") {
    test::need_application();
    const QString name = QStringLiteral("org.example.Item");
    Panel panel;
    const TrayHost host(QDBusConnection::sessionBus(), name);
    REQUIRE(test::until([&] { return panel.items == QStringList{name}; }));
    panel.drop();
    REQUIRE(test::until([&] { return panel.items == QStringList{name}; }));
    panel.items.clear();
    panel.show();
    REQUIRE(test::until([&] { return panel.items == QStringList{name}; }));
    // one of a like name is another one
    panel.others = QStringList{QStringLiteral("org.example.Item2")};
    panel.items.clear();
    panel.show();
    REQUIRE(test::until([&] { return panel.items == QStringList{name}; }));
    CHECK(panel.registrations == 4);
}
