// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/own_inhibitors.hpp"

#include "words/said.hpp"

#include <QVariant>

#include <utility>

namespace limber::quiet {

OwnInhibitors::OwnInhibitors(const QDBusConnection& session_bus, std::function<void()> settled)
    : settled_(std::move(settled)) {
    waiting_.setSingleShot(true);
    QObject::connect(&waiting_, &QTimer::timeout, &context_, settled_);
    const auto who = QStringLiteral("org.limber.Limber");
    const auto why = QString::fromStdString(said("a guided break is on the screen"));
    constexpr uint no_window = 0;
    constexpr uint idle = 8; // org.gnome.SessionManager: "mark the session as idle"
    know(session_bus, "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager",
         "Uninhibit", {who, no_window, why, idle});
    know(session_bus, "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver",
         "org.freedesktop.ScreenSaver", "UnInhibit", {who, why});
    know(session_bus, "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", "org.xfce.ScreenSaver", "UnInhibit",
         {who, why});
    know(session_bus, "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
         "org.freedesktop.PowerManagement.Inhibit", "UnInhibit", {who, why});
}

void OwnInhibitors::know(const QDBusConnection& bus, const char* name, const char* path,
                         const char* interface, const char* give_back, QVariantList arguments) {
    auto& service = *services_.emplace_back(std::make_unique<Service>(Service{
        .name = name,
        .give_back = give_back,
        .arguments = std::move(arguments),
        .object = {bus, {}, path, interface},
        .owner = nullptr,
    }));
    service.owner = std::make_unique<bus::NameOwner>(
        bus, name, [&service](const QString& owner) { service.object.service = owner; });
}

void OwnInhibitors::hold(bool on) {
    if (on == std::exchange(on_, on)) return;
    for (const Taken& taken : std::exchange(taken_, {}))
        give_back(taken);
    for (const auto& service : services_) {
        if (on && !service->object.service.isEmpty()) take(*service);
    }
    if (under_way_ > 0) waiting_.start(bus::patience);
    settle();
}

std::vector<std::string> OwnInhibitors::there() const {
    std::vector<std::string> names;
    for (const auto& service : services_) {
        if (!service->object.service.isEmpty()) names.push_back(service->name);
    }
    return names;
}

std::vector<std::string> OwnInhibitors::granted() const {
    std::vector<std::string> names;
    names.reserve(taken_.size());
    for (const Taken& taken : taken_)
        names.push_back(taken.from);
    return names;
}

void OwnInhibitors::take(const Service& service) {
    ++under_way_;
    const auto answered =
        [this, taken = Taken{.from = service.name, .object = service.object, .give_back = service.give_back}](
            const bus::Answer& answer) mutable {
            --under_way_;
            if (answer && answer->value(0).typeId() == QMetaType::UInt) {
                taken.cookie = answer->value(0).toUInt();
                on_ ? taken_.push_back(taken) : give_back(taken);
            }
            settle();
        };
    // without a limit: what is granted after it would be known to nobody, and stay
    bus::call(context_, service.object, "Inhibit", service.arguments, answered, bus::no_limit);
}

void OwnInhibitors::give_back(const Taken& taken) {
    ++under_way_;
    const auto answered = [this](const bus::Answer& /*answer*/) {
        --under_way_;
        settle();
    };
    bus::call(context_, taken.object, taken.give_back, {taken.cookie}, answered, bus::no_limit);
}

void OwnInhibitors::settle() {
    if (under_way_ == 0) waiting_.stop();
    if (settled()) settled_();
}

} // namespace limber::quiet
