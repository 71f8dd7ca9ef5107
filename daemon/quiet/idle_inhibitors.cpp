// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/idle_inhibitors.hpp"

#include "core/event.hpp"
#include "quiet/inhibitor_list.hpp"

#include <QDBusConnection>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QVariant>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace limber::quiet {
namespace {

// org.gnome.SessionManager: "1 logout, 2 switch user, 4 suspend, 8 mark the session as idle"
constexpr uint gnome_idle = 8;
// PowerDevil's PolicyAgent: ChangeScreenSettings
constexpr uint plasma_screen = 4;

std::optional<bool> flag(const QVariant& answer) {
    if (answer.typeId() != QMetaType::Bool) return std::nullopt;
    return answer.toBool();
}

InhibitorQuestion logind_list() {
    return {
        .service = QStringLiteral("org.freedesktop.login1"),
        .path = QStringLiteral("/org/freedesktop/login1"),
        .interface = QStringLiteral("org.freedesktop.DBus.Properties"),
        .method = QStringLiteral("Get"),
        .arguments = {QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("BlockInhibited")},
        .signal_interface = QStringLiteral("org.freedesktop.DBus.Properties"),
        .signals_ = {QStringLiteral("PropertiesChanged")},
        .inhibited = [](const QVariant& answer) -> std::optional<bool> {
            if (answer.typeId() != QMetaType::QString) return std::nullopt;
            return answer.toString().split(u':').contains(QStringLiteral("idle"));
        },
    };
}

InhibitorQuestion gnome_list() {
    const auto manager = QStringLiteral("org.gnome.SessionManager");
    return {
        .service = manager,
        .path = QStringLiteral("/org/gnome/SessionManager"),
        .interface = QStringLiteral("org.freedesktop.DBus.Properties"),
        .method = QStringLiteral("Get"),
        .arguments = {manager, QStringLiteral("InhibitedActions")},
        .signal_interface = manager,
        .signals_ = {QStringLiteral("InhibitorAdded"), QStringLiteral("InhibitorRemoved")},
        .inhibited = [](const QVariant& answer) -> std::optional<bool> {
            if (answer.typeId() != QMetaType::UInt) return std::nullopt;
            return (answer.toUInt() & gnome_idle) != 0;
        },
    };
}

InhibitorQuestion plasma_list() {
    const auto agent = QStringLiteral("org.kde.Solid.PowerManagement.PolicyAgent");
    return {
        .service = agent,
        .path = QStringLiteral("/org/kde/Solid/PowerManagement/PolicyAgent"),
        .interface = agent,
        .method = QStringLiteral("HasInhibition"),
        .arguments = {plasma_screen},
        .signal_interface = agent,
        .signals_ = {QStringLiteral("InhibitionsChanged")},
        .inhibited = flag,
    };
}

InhibitorQuestion freedesktop_list() {
    const auto interface = QStringLiteral("org.freedesktop.PowerManagement.Inhibit");
    return {
        .service = QStringLiteral("org.freedesktop.PowerManagement"),
        .path = QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"),
        .interface = interface,
        .method = QStringLiteral("HasInhibit"),
        .arguments = {},
        .signal_interface = interface,
        .signals_ = {QStringLiteral("HasInhibitChanged")},
        .inhibited = flag,
    };
}

} // namespace

IdleInhibitors::IdleInhibitors(QDBusConnection session_bus, QDBusConnection system_bus)
    : session_bus_(std::move(session_bus)), system_bus_(std::move(system_bus)) {}

IdleInhibitors::~IdleInhibitors() = default;

void IdleInhibitors::watch(Report report) {
    report_ = std::move(report);
    const auto add = [this](const QDBusConnection& bus, InhibitorQuestion question) {
        if (!bus.isConnected()) return;
        lists_.push_back(std::make_unique<InhibitorList>(bus, std::move(question), [this] { told(); }));
    };
    add(system_bus_, logind_list());
    add(session_bus_, gnome_list());
    add(session_bus_, plasma_list());
    add(session_bus_, freedesktop_list());
}

void IdleInhibitors::told() {
    Level level = Level::unknown;
    for (const auto& list : lists_) {
        if (!list->inhibited()) continue;
        level = std::max(level, *list->inhibited() ? Level::on : Level::off);
    }
    if (std::exchange(level_, level) != level) report_(QuietChanged{"inhibitor", level});
}

} // namespace limber::quiet
