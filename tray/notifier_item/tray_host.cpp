// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier_item/tray_host.hpp"

#include "bus/call.hpp"
#include "bus/peers.hpp"

#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace limber::tray {
namespace {

using namespace std::chrono_literals;

// A panel under load drops items it could not ask in time; one that refuses them is not pestered.
constexpr std::chrono::milliseconds first_pause = 1s;
constexpr std::chrono::milliseconds longest_pause = 5min;

bus::Followed::Question panel_and_items(const QDBusConnection& bus) {
    auto question = bus::panel_question(bus);
    question.method = QStringLiteral("GetAll");
    question.arguments = {bus::panel_on(bus).interface};
    return question;
}

} // namespace

TrayHost::TrayHost(const QDBusConnection& bus, QString item)
    : bus_(bus), item_(std::move(item)), pause_(first_pause),
      panel_(bus, bus::panel_on(bus).service, [this](const QString& owner) { panel_changed(owner); }),
      host_(panel_and_items(bus),
            [this](const bus::Answer& answer) {
                const QVariantMap panel = bus::properties_in(answer);
                set_there(panel.value(QStringLiteral("IsStatusNotifierHostRegistered")).toBool());
                if (!answer) return;
                look_for_item(panel.value(QStringLiteral("RegisteredStatusNotifierItems")).toStringList());
            }),
      dropped_(bus::panel_on(bus), QStringLiteral("StatusNotifierItemUnregistered"),
               [this](const QVariantList& gone) { unregistered(gone.value(0).toString()); }) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, [this] {
        send_item();
        host_.ask();
    });
}

void TrayHost::panel_changed(const QString& owner) {
    pause_ = first_pause;
    if (owner.isEmpty()) {
        again_.stop();
    } else {
        send_item();
    }
}

void TrayHost::send_item() {
    if (!item_.isEmpty())
        bus::tell(bus::panel_on(bus_), QStringLiteral("RegisterStatusNotifierItem"), {item_});
}

void TrayHost::look_for_item(const QStringList& items) {
    if (item_.isEmpty()) return;
    if (std::ranges::any_of(items, [this](const QString& item) { return ours(item); })) {
        again_.stop();
        pause_ = first_pause;
    } else if (!again_.isActive()) {
        again_.start(pause_);
        pause_ = std::min(2 * pause_, longest_pause);
    }
}

void TrayHost::unregistered(const QString& item) {
    if (ours(item) && !again_.isActive()) again_.start(pause_);
}

/// Watchers name an item by its bus name or its owner's, and most add the object: "/…", "@/…".
bool TrayHost::ours(const QString& item) const {
    const auto begins = [&](const QString& name) {
        return !name.isEmpty() && item.startsWith(name) &&
               (item.size() == name.size() || item[name.size()] == u'/' || item[name.size()] == u'@');
    };
    return begins(item_) || begins(bus_.baseService());
}

void TrayHost::set_there(bool there) {
    if (there == there_) return;
    there_ = there;
    Q_EMIT changed(there);
}

} // namespace limber::tray
