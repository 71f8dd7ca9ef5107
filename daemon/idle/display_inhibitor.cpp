// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/display_inhibitor.hpp"

#include "idle/probe.hpp"

#include <wayland-client.h>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include <idle-inhibit-client-header.h>
#include <utility>

namespace limber::idle {

DisplayInhibitor::DisplayInhibitor(const DisplayEnvironment& environment,
                                   std::function<void(std::string)> asked)
    : asked_(std::move(asked)) {
    WaylandConnection::open(context_, wayland_candidates(environment), wayland_patience,
                            [this, environment](auto opened) {
                                opened ? ask_compositor(std::move(*opened)) : ask_x11(environment);
                            });
}

void DisplayInhibitor::ask_compositor(std::unique_ptr<WaylandConnection> connection) {
    if (!connection->offers(wl_compositor_interface) ||
        !connection->offers(zwp_idle_inhibit_manager_v1_interface))
        return asked_("");
    on_wayland_ = std::move(connection);
    const auto compositor = on_wayland_->bind(wl_compositor_interface, 1, wl_compositor_destroy);
    const auto manager =
        on_wayland_->bind(zwp_idle_inhibit_manager_v1_interface, 1, zwp_idle_inhibit_manager_v1_destroy);
    const std::shared_ptr<wl_surface> surface{wl_compositor_create_surface(compositor.get()),
                                              wl_surface_destroy};
    inhibitor_ = {zwp_idle_inhibit_manager_v1_create_inhibitor(manager.get(), surface.get()),
                  [compositor, manager, surface](zwp_idle_inhibitor_v1* inhibitor) {
                      zwp_idle_inhibitor_v1_destroy(inhibitor);
                  }};
    on_wayland_->flush();
    asked_("idle-inhibit-v1");
}

void DisplayInhibitor::ask_x11(const DisplayEnvironment& environment) {
    auto connection = open_x11(environment, x11_patience);
    if (!connection || !x11_extension(connection->get(), xcb_screensaver_id, x11_patience)) return asked_("");
    on_x11_ = std::move(*connection);
    xcb_screensaver_suspend(on_x11_.get(), 1);
    xcb_flush(on_x11_.get());
    asked_(xcb_screensaver_id.name);
}

} // namespace limber::idle
