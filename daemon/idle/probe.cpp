// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/probe.hpp"

#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/ext_idle_notify.hpp"
#include "idle/idle_source.hpp"
#include "idle/kwin_idle.hpp"
#include "idle/mutter_idle.hpp"
#include "idle/wayland_connection.hpp"
#include "idle/wayland_idle.hpp"
#include "idle/x11_connection.hpp"
#include "idle/xsync_idle.hpp"

#include <QDBusConnection>

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limber {

namespace {

using Source = std::expected<std::unique_ptr<IdleSource>, std::string>;
using Wayland = std::expected<std::unique_ptr<WaylandConnection>, std::string>;

// The named display first. Another one counts only where the variable is stale, or where nothing is set at
// all: a nested compositor on an X11 desktop sees little of the input.
Wayland open_wayland(const DisplayEnvironment& environment) {
    const auto named = named_wayland_socket(environment);
    if (!named && !environment.x11_display.empty()) return std::unexpected("WAYLAND_DISPLAY is not set");
    Wayland opened = std::unexpected("WAYLAND_DISPLAY is not set, and there is no socket wayland-* to try");
    if (named) {
        opened = WaylandConnection::open(*named, display_patience);
        if (opened) return opened;
    }
    for (const std::string& socket : present_wayland_sockets(environment)) {
        if (socket == named) continue;
        if (auto other = WaylandConnection::open(socket, display_patience)) return other;
    }
    return opened;
}

struct Attempt {
    DisplayEnvironment environment;
    IdleSource::Report report;
    std::function<void(Probed)> done;
    Probed probed{};
    bool wayland_answers = false;

    bool take(const char* name, Source source) {
        if (source) {
            probed.source = std::move(*source);
        } else {
            probed.refused.push_back({.name = name, .reason = source.error()});
        }
        return source.has_value();
    }

    bool try_wayland(const std::function<Instant()>& now) {
        Wayland opened = open_wayland(environment);
        if (!opened) {
            take(ext_idle_notify_name, std::unexpected(opened.error()));
            take(kwin_idle_name, std::unexpected(opened.error()));
            return false;
        }
        wayland_answers = true;
        auto connection = std::move(*opened);
        auto protocol = bind_ext_idle_notify(*connection);
        const char* name = ext_idle_notify_name;
        if (!protocol) {
            take(name, std::unexpected(protocol.error()));
            name = kwin_idle_name;
            protocol = bind_kwin_idle(*connection);
        }
        if (!protocol) return take(name, std::unexpected(protocol.error()));
        return take(name, WaylandIdle::make(std::move(connection), std::move(*protocol), now, report));
    }

    bool try_xsync() {
        if (wayland_answers) {
            return take(
                xsync_name,
                std::unexpected("a Wayland compositor answers: XWayland sees only part of the input"));
        }
        auto connection = open_x11(environment, display_patience);
        if (!connection) return take(xsync_name, std::unexpected(connection.error()));
        return take(xsync_name, make_xsync_idle(std::move(*connection), display_patience, report));
    }
};

} // namespace

void probe_idle_sources(QObject& context, const DisplayEnvironment& environment,
                        const std::function<Instant()>& now, IdleSource::Report report,
                        std::function<void(Probed)> done) {
    auto attempt = std::make_shared<Attempt>(Attempt{environment, std::move(report), std::move(done)});
    if (attempt->try_wayland(now)) return attempt->done(std::move(attempt->probed));

    auto after_mutter = [attempt](Source source) {
        if (!attempt->take(mutter_name, std::move(source))) attempt->try_xsync();
        attempt->done(std::move(attempt->probed));
    };
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return after_mutter(std::unexpected("there is no session bus"));
    find_mutter_idle(context, bus, attempt->report, after_mutter);
}

} // namespace limber
