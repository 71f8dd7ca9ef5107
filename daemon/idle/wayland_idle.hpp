// SPDX-License-Identifier: GPL-3.0-or-later
// What the Wayland idle protocols have in common: one object per threshold and seat that says "idle" and
// "resumed". A person is idle when every seat is; the first seat to resume ends the silence.
#pragma once

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/sources.hpp"
#include "idle/wayland_connection.hpp"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <utility>

struct wl_seat;

namespace limber::idle {

/// True: idle. False: resumed. The object that says so may be destroyed inside the call.
using IdleChanged = std::function<void(bool idle)>;

/// One of the compositor's objects, made for one threshold on one seat. Destroyed with the last owner.
using WaylandIdleObject = std::shared_ptr<void>;

/// What differs between the protocols. Does not outlive the connection.
struct WaylandIdleProtocol {
    std::string name;
    bool inhibitor_aware = false;
    std::function<WaylandIdleObject(wl_seat* seat, std::uint32_t milliseconds, IdleChanged changed)> make;
};

/// Of a proxy with the two events "idle" and "resumed": makes it call.
template <class Listener, auto listen, auto destroy, class Proxy>
[[nodiscard]] WaylandIdleObject listened_to(Proxy* proxy, IdleChanged changed) {
    static constexpr auto tell = [](void* to, bool idle) {
        const IdleChanged call = *static_cast<IdleChanged*>(to); // it may destroy its owner
        call(idle);
    };
    static constexpr Listener listener{[](void* to, Proxy* /*proxy*/) { tell(to, true); },
                                       [](void* to, Proxy* /*proxy*/) { tell(to, false); }};
    const auto told = std::make_shared<IdleChanged>(std::move(changed));
    listen(proxy, &listener, told.get());
    return {proxy, [told](Proxy* gone) { destroy(gone); }};
}

inline constexpr auto ext_idle_notify_name = "ext-idle-notify-v1";

/// ext-idle-notify-v1: Plasma, wlroots since 0.16, Hyprland, labwc, niri. Version 2 sees through inhibitors.
[[nodiscard]] std::expected<WaylandIdleProtocol, std::string>
bind_ext_idle_notify(WaylandConnection& connection);

inline constexpr auto kwin_idle_name = "kwin-idle";

/// org_kde_kwin_idle: sway 1.7 and old KWin. It cannot see through idle inhibitors.
[[nodiscard]] std::expected<WaylandIdleProtocol, std::string> bind_kwin_idle(WaylandConnection& connection);

/// None where the compositor has no seat.
[[nodiscard]] Source make_wayland_idle(std::unique_ptr<WaylandConnection> connection,
                                       WaylandIdleProtocol protocol, std::function<Instant()> now,
                                       IdleSource::Report report);

} // namespace limber::idle
