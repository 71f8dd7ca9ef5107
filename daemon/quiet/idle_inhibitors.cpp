// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/idle_inhibitors.hpp"

#include "bus/call.hpp"
#include "logind/session_search.hpp"

#include <QString>
#include <QStringLiteral>
#include <QVariant>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace limber::quiet {
namespace {

// org.gnome.SessionManager: "1 logout, 2 switch user, 4 suspend, 8 mark the session as idle"
constexpr uint gnome_idle = 8;
// PowerDevil's PolicyAgent: ChangeScreenSettings
constexpr uint plasma_screen = 4;

/// A list of inhibitors, and how its answer is understood: nothing, if it is not.
struct Known {
    bus::Followed::Question question;
    std::function<std::optional<bool>(const bus::Answer&)> inhibited;
};

std::optional<bool> flag(const bus::Answer& answer) {
    if (!answer || answer->value(0).typeId() != QMetaType::Bool) return std::nullopt;
    return answer->value(0).toBool();
}

Known logind_list(const QDBusConnection& bus) {
    return {.question = bus::Followed::property(
                {bus, logind::logind_service, logind::logind_path, logind::logind_manager}, "BlockInhibited"),
            .inhibited = [](const bus::Answer& answer) -> std::optional<bool> {
                const QVariant what = bus::property_in(answer);
                if (what.typeId() != QMetaType::QString) return std::nullopt;
                return what.toString().split(u':').contains(QStringLiteral("idle"));
            }};
}

Known gnome_list(const QDBusConnection& bus) {
    const auto* const manager = "org.gnome.SessionManager";
    auto question =
        bus::Followed::property({bus, manager, "/org/gnome/SessionManager", manager}, "InhibitedActions");
    question.signal_interface = manager;
    question.signals_ = {"InhibitorAdded", "InhibitorRemoved"};
    return {.question = std::move(question),
            .inhibited = [](const bus::Answer& answer) -> std::optional<bool> {
                const QVariant what = bus::property_in(answer);
                if (what.typeId() != QMetaType::UInt) return std::nullopt;
                return (what.toUInt() & gnome_idle) != 0;
            }};
}

Known plasma_list(const QDBusConnection& bus) {
    const auto* const agent = "org.kde.Solid.PowerManagement.PolicyAgent";
    return {.question = {.object = {bus, agent, "/org/kde/Solid/PowerManagement/PolicyAgent", agent},
                         .method = "HasInhibition",
                         .arguments = {plasma_screen},
                         .signal_interface = agent,
                         .signals_ = {"InhibitionsChanged"}},
            .inhibited = flag};
}

Known freedesktop_list(const QDBusConnection& bus) {
    const auto* const inhibit = "org.freedesktop.PowerManagement.Inhibit";
    return {.question = {.object = {bus, "org.freedesktop.PowerManagement",
                                    "/org/freedesktop/PowerManagement/Inhibit", inhibit},
                         .method = "HasInhibit",
                         .signal_interface = inhibit,
                         .signals_ = {"HasInhibitChanged"}},
            .inhibited = flag};
}

} // namespace

IdleInhibitors::IdleInhibitors(QDBusConnection session_bus, QDBusConnection system_bus)
    : session_bus_(std::move(session_bus)), system_bus_(std::move(system_bus)) {}

void IdleInhibitors::watch(Report report) {
    report_ = std::move(report);
    const auto add = [this](Known known) {
        const std::size_t place = inhibited_.size();
        inhibited_.emplace_back();
        lists_.push_back(std::make_unique<bus::Followed>(
            std::move(known.question),
            [this, place, inhibited = std::move(known.inhibited)](const bus::Answer& answer) {
                if (ours_is_on_) return;
                inhibited_[place] = inhibited(answer);
                told();
            }));
    };
    add(logind_list(system_bus_));
    add(gnome_list(session_bus_));
    add(plasma_list(session_bus_));
    add(freedesktop_list(session_bus_));
}

void IdleInhibitors::ours_is_on(bool on) {
    if (!std::exchange(ours_is_on_, on) || on) return;
    for (const auto& list : lists_)
        list->ask();
}

void IdleInhibitors::told() {
    Level level = Level::unknown;
    for (const auto& inhibited : inhibited_) {
        if (inhibited) level = std::max(level, *inhibited ? Level::on : Level::off);
    }
    if (std::exchange(level_, level) != level) report_(QuietChanged{"inhibitor", level});
}

} // namespace limber::quiet
