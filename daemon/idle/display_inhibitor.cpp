// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/display_inhibitor.hpp"

#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "idle/wayland_connection.hpp"
#include "idle/x11_connection.hpp"

#include <wayland-client.h>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include <functional>
#include <idle-inhibit-client-header.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {

class DisplayInhibitor::OnWayland {
public:
    /// Nothing, where the compositor has no inhibitors.
    static std::unique_ptr<OnWayland> make(std::unique_ptr<WaylandConnection> connection) {
        const auto* const compositor = connection->find(wl_compositor_interface.name);
        const auto* const manager = connection->find(zwp_idle_inhibit_manager_v1_interface.name);
        if (compositor == nullptr || manager == nullptr) return nullptr;
        auto made = std::unique_ptr<OnWayland>{new OnWayland{std::move(connection)}};
        auto& there = *made->connection_;
        made->compositor_ = static_cast<wl_compositor*>(there.bind(*compositor, wl_compositor_interface, 1));
        made->manager_ = static_cast<zwp_idle_inhibit_manager_v1*>(
            there.bind(*manager, zwp_idle_inhibit_manager_v1_interface, 1));
        made->surface_ = wl_compositor_create_surface(made->compositor_);
        made->inhibitor_ = zwp_idle_inhibit_manager_v1_create_inhibitor(made->manager_, made->surface_);
        there.flush();
        return made;
    }

    OnWayland(const OnWayland&) = delete;
    OnWayland& operator=(const OnWayland&) = delete;

    ~OnWayland() {
        zwp_idle_inhibitor_v1_destroy(inhibitor_);
        wl_surface_destroy(surface_);
        zwp_idle_inhibit_manager_v1_destroy(manager_);
        wl_compositor_destroy(compositor_);
    }

private:
    explicit OnWayland(std::unique_ptr<WaylandConnection> connection) : connection_(std::move(connection)) {}

    std::unique_ptr<WaylandConnection> connection_;
    wl_compositor* compositor_ = nullptr;
    zwp_idle_inhibit_manager_v1* manager_ = nullptr;
    wl_surface* surface_ = nullptr;
    zwp_idle_inhibitor_v1* inhibitor_ = nullptr;
};

DisplayInhibitor::DisplayInhibitor(DisplayEnvironment environment, std::function<void(std::string)> asked)
    : environment_(std::move(environment)), asked_(std::move(asked)) {
    try_wayland(wayland_candidates(environment_));
}

DisplayInhibitor::~DisplayInhibitor() = default;

void DisplayInhibitor::try_wayland(std::vector<std::string> sockets) {
    if (sockets.empty()) return try_x11();
    const std::string socket = sockets.front();
    sockets.erase(sockets.begin());
    WaylandConnection::open(context_, socket, wayland_patience, [this, sockets](auto opened) {
        if (!opened) return try_wayland(sockets);
        on_wayland_ = OnWayland::make(std::move(*opened));
        asked_(on_wayland_ ? "idle-inhibit-v1" : "");
    });
}

void DisplayInhibitor::try_x11() {
    auto connection = open_x11(environment_, x11_patience);
    if (!connection) return asked_("");
    // Libxcb looks it up by itself at its first use, without a limit: that answer comes before the next one.
    xcb_prefetch_extension_data(connection->get(), &xcb_screensaver_id);
    if (!x11_has_extension(connection->get(), xcb_screensaver_id.name, x11_patience)) return asked_("");
    on_x11_ = std::move(*connection);
    xcb_screensaver_suspend(on_x11_.get(), 1);
    xcb_flush(on_x11_.get());
    asked_(xcb_screensaver_id.name);
}

} // namespace limber::idle
