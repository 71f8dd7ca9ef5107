// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/ext_idle_notify.hpp"

#include "idle/wayland_connection.hpp"
#include "idle/wayland_idle.hpp"
#include "translation/said.hpp"

#include <cstdint>
#include <expected>
#include <ext-idle-notify-v1-client-header.h>
#include <memory>
#include <string>
#include <utility>

namespace limber::idle {

using translation::said;

namespace {

constexpr std::uint32_t known_version = 2;

class Notification final : public WaylandIdleObject {
public:
    Notification(ext_idle_notification_v1* proxy, Changed changed)
        : proxy_(proxy), changed_(std::move(changed)) {
        static constexpr ext_idle_notification_v1_listener listener{idled, resumed};
        ext_idle_notification_v1_add_listener(proxy_, &listener, this);
    }

    Notification(const Notification&) = delete;
    Notification& operator=(const Notification&) = delete;

    ~Notification() override { ext_idle_notification_v1_destroy(proxy_); }

private:
    // Copies the function first: it may destroy its owner.
    static void idled(void* self, ext_idle_notification_v1* /*proxy*/) {
        const Changed changed = static_cast<Notification*>(self)->changed_;
        changed(true);
    }

    static void resumed(void* self, ext_idle_notification_v1* /*proxy*/) {
        const Changed changed = static_cast<Notification*>(self)->changed_;
        changed(false);
    }

    ext_idle_notification_v1* proxy_;
    Changed changed_;
};

class ExtIdleNotify final : public WaylandIdleProtocol {
public:
    explicit ExtIdleNotify(ext_idle_notifier_v1* notifier) : notifier_(notifier) {}

    ExtIdleNotify(const ExtIdleNotify&) = delete;
    ExtIdleNotify& operator=(const ExtIdleNotify&) = delete;

    ~ExtIdleNotify() override { ext_idle_notifier_v1_destroy(notifier_); }

    [[nodiscard]] std::string name() const override { return ext_idle_notify_name; }

    [[nodiscard]] bool inhibitor_aware() const override { return !sees_input_only(); }

    [[nodiscard]] std::unique_ptr<WaylandIdleObject> make(wl_seat* seat, std::uint32_t milliseconds,
                                                          WaylandIdleObject::Changed changed) override {
        auto* proxy = sees_input_only()
                          ? ext_idle_notifier_v1_get_input_idle_notification(notifier_, milliseconds, seat)
                          : ext_idle_notifier_v1_get_idle_notification(notifier_, milliseconds, seat);
        return std::make_unique<Notification>(proxy, std::move(changed));
    }

private:
    [[nodiscard]] bool sees_input_only() const {
        return ext_idle_notifier_v1_get_version(notifier_) >=
               EXT_IDLE_NOTIFIER_V1_GET_INPUT_IDLE_NOTIFICATION_SINCE_VERSION;
    }

    ext_idle_notifier_v1* notifier_;
};

} // namespace

std::expected<std::unique_ptr<WaylandIdleProtocol>, std::string>
bind_ext_idle_notify(WaylandConnection& connection) {
    const auto* global = connection.find(ext_idle_notifier_v1_interface.name);
    if (global == nullptr) {
        return std::unexpected(
            said(QT_TRANSLATE_NOOP("said", "the compositor does not offer {}"), "ext_idle_notifier_v1"));
    }
    auto* notifier = static_cast<ext_idle_notifier_v1*>(
        connection.bind(*global, ext_idle_notifier_v1_interface, known_version));
    return std::make_unique<ExtIdleNotify>(notifier);
}

} // namespace limber::idle
