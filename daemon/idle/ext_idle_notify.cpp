// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/wayland_idle.hpp"
#include "words/said.hpp"

#include <ext-idle-notify-v1-client-header.h>

namespace limber::idle {

std::expected<WaylandIdleProtocol, std::string> bind_ext_idle_notify(WaylandConnection& connection) {
    constexpr std::uint32_t known_version = 2;
    const auto notifier =
        connection.bind(ext_idle_notifier_v1_interface, known_version, ext_idle_notifier_v1_destroy);
    if (!notifier) {
        return why_not(N_("the compositor does not offer {}"), "ext_idle_notifier_v1");
    }
    const bool sees_input_only = ext_idle_notifier_v1_get_version(notifier.get()) >=
                                 EXT_IDLE_NOTIFIER_V1_GET_INPUT_IDLE_NOTIFICATION_SINCE_VERSION;
    const auto get = sees_input_only ? ext_idle_notifier_v1_get_input_idle_notification
                                     : ext_idle_notifier_v1_get_idle_notification;
    return WaylandIdleProtocol{
        .name = ext_idle_notify_name,
        .inhibitor_aware = !sees_input_only,
        .make = [notifier, get](wl_seat* seat, std::uint32_t milliseconds, IdleChanged changed) {
            return listened_to<ext_idle_notification_v1_listener, ext_idle_notification_v1_add_listener,
                               ext_idle_notification_v1_destroy>(get(notifier.get(), milliseconds, seat),
                                                                 std::move(changed));
        }};
}

} // namespace limber::idle
