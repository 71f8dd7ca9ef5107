// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/screen_savers.hpp"

#include "bus/call.hpp"
#include "core/event.hpp"

#include <QDBusError>
#include <QVariant>

#include <array>
#include <utility>

namespace limber::quiet {
namespace {

struct Saver {
    const char* service; ///< its interface is of the same name
    const char* path;
};

constexpr std::array known_savers{
    Saver{"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"},
    Saver{"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"},
    Saver{"org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"},
    Saver{"org.mate.ScreenSaver", "/org/mate/ScreenSaver"},
    Saver{"org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"},
};

} // namespace

ScreenSavers::ScreenSavers(QDBusConnection session_bus) : bus_(std::move(session_bus)) {}

void ScreenSavers::watch(Report report) {
    report_ = std::move(report);
    for (const auto& known : known_savers) {
        savers_.push_back(std::make_unique<bus::Followed>(
            bus::Followed::Question{
                .object = {bus_, known.service, known.path, known.service},
                .method = "GetActive",
                .signal_interface = known.service,
                .signals_ = {"ActiveChanged"},
                .signals_answer = true,
                .signals_of_any_path = true, // Plasma says it from two
            },
            [this, service = QString{known.service}](const bus::Answer& active) { told(service, active); }));
    }
}

void ScreenSavers::told(const QString& service, const bus::Answer& active) {
    if (active) {
        const QVariant value = active->value(0);
        if (value.typeId() != QMetaType::Bool) return;
        answering_.insert(service.toStdString());
        set_active(service, value.toBool());
    } else if (active.error().type() == QDBusError::ServiceUnknown) {
        answering_.erase(service.toStdString());
        set_active(service, false);
    } // who has the name without the method (GNOME's stand-in has) says nothing
}

void ScreenSavers::set_active(const QString& service, bool active) {
    const bool before = !active_.empty();
    if (active) {
        active_.insert(service);
    } else {
        active_.erase(service);
    }
    if (active) report_(Locked{}); // each time: somebody may be held to sit there in spite of an earlier one
    if (before && active_.empty()) report_(Unlocked{});
}

} // namespace limber::quiet
