// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/wayland_idle.hpp"
#include "words/said.hpp"

#include <kwin-idle-client-header.h>

namespace limber::idle {

std::expected<WaylandIdleProtocol, std::string> bind_kwin_idle(WaylandConnection& connection) {
    const auto idle = connection.bind(org_kde_kwin_idle_interface, 1, org_kde_kwin_idle_destroy);
    if (!idle) {
        return why_not(N_("the compositor does not offer {}"), "org_kde_kwin_idle");
    }
    return WaylandIdleProtocol{
        .name = kwin_idle_name,
        .inhibitor_aware = true,
        .make = [idle](wl_seat* seat, std::uint32_t milliseconds, IdleChanged changed) {
            return listened_to<org_kde_kwin_idle_timeout_listener, org_kde_kwin_idle_timeout_add_listener,
                               org_kde_kwin_idle_timeout_release>(
                org_kde_kwin_idle_get_idle_timeout(idle.get(), seat, milliseconds), std::move(changed));
        }};
}

} // namespace limber::idle
