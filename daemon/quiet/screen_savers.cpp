// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/screen_savers.hpp"

#include "core/event.hpp"
#include "quiet/screen_saver.hpp"

#include <QDBusConnection>
#include <QLatin1String>
#include <QString>

#include <array>
#include <memory>
#include <utility>

namespace limber::quiet {
namespace {

struct Known {
    QLatin1String service;
    QLatin1String path;
};

const std::array known_savers{
    Known{QLatin1String{"org.freedesktop.ScreenSaver"}, QLatin1String{"/org/freedesktop/ScreenSaver"}},
    Known{QLatin1String{"org.gnome.ScreenSaver"}, QLatin1String{"/org/gnome/ScreenSaver"}},
    Known{QLatin1String{"org.cinnamon.ScreenSaver"}, QLatin1String{"/org/cinnamon/ScreenSaver"}},
    Known{QLatin1String{"org.mate.ScreenSaver"}, QLatin1String{"/org/mate/ScreenSaver"}},
};

} // namespace

ScreenSavers::ScreenSavers(QDBusConnection session_bus) : bus_(std::move(session_bus)) {}

ScreenSavers::~ScreenSavers() = default;

void ScreenSavers::watch(Report report) {
    report_ = std::move(report);
    if (!bus_.isConnected()) return;
    for (const auto& known : known_savers) {
        const QString service = known.service;
        savers_.push_back(std::make_unique<ScreenSaver>(
            bus_, service, known.path, [this, service](bool active) { told(service, active); }));
    }
}

void ScreenSavers::told(const QString& service, bool active) {
    const bool before = !active_.empty();
    if (active) {
        active_.insert(service);
    } else {
        active_.erase(service);
    }
    const bool now = !active_.empty();
    if (now && !before) report_(Locked{});
    if (!now && before) report_(Unlocked{});
}

} // namespace limber::quiet
