// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/kwin_idle.hpp"

#include "idle/wayland_connection.hpp"
#include "idle/wayland_idle.hpp"
#include "translation/said.hpp"

#include <cstdint>
#include <expected>
#include <kwin-idle-client-header.h>
#include <memory>
#include <string>
#include <utility>

namespace limber::idle {

using translation::said;

namespace {

class Timeout final : public WaylandIdleObject {
public:
    Timeout(org_kde_kwin_idle_timeout* proxy, Changed changed) : proxy_(proxy), changed_(std::move(changed)) {
        static constexpr org_kde_kwin_idle_timeout_listener listener{idle, resumed};
        org_kde_kwin_idle_timeout_add_listener(proxy_, &listener, this);
    }

    Timeout(const Timeout&) = delete;
    Timeout& operator=(const Timeout&) = delete;

    ~Timeout() override { org_kde_kwin_idle_timeout_release(proxy_); }

private:
    // Copies the function first: it may destroy its owner.
    static void idle(void* self, org_kde_kwin_idle_timeout* /*proxy*/) {
        const Changed changed = static_cast<Timeout*>(self)->changed_;
        changed(true);
    }

    static void resumed(void* self, org_kde_kwin_idle_timeout* /*proxy*/) {
        const Changed changed = static_cast<Timeout*>(self)->changed_;
        changed(false);
    }

    org_kde_kwin_idle_timeout* proxy_;
    Changed changed_;
};

class KwinIdle final : public WaylandIdleProtocol {
public:
    explicit KwinIdle(org_kde_kwin_idle* idle) : idle_(idle) {}

    KwinIdle(const KwinIdle&) = delete;
    KwinIdle& operator=(const KwinIdle&) = delete;

    ~KwinIdle() override { org_kde_kwin_idle_destroy(idle_); }

    [[nodiscard]] std::string name() const override { return kwin_idle_name; }

    [[nodiscard]] bool inhibitor_aware() const override { return true; }

    [[nodiscard]] std::unique_ptr<WaylandIdleObject> make(wl_seat* seat, std::uint32_t milliseconds,
                                                          WaylandIdleObject::Changed changed) override {
        return std::make_unique<Timeout>(org_kde_kwin_idle_get_idle_timeout(idle_, seat, milliseconds),
                                         std::move(changed));
    }

private:
    org_kde_kwin_idle* idle_;
};

} // namespace

std::expected<std::unique_ptr<WaylandIdleProtocol>, std::string>
bind_kwin_idle(WaylandConnection& connection) {
    const auto* global = connection.find(org_kde_kwin_idle_interface.name);
    if (global == nullptr) {
        return std::unexpected(
            said(QT_TRANSLATE_NOOP("said", "the compositor does not offer {}"), "org_kde_kwin_idle"));
    }
    auto* idle = static_cast<org_kde_kwin_idle*>(connection.bind(*global, org_kde_kwin_idle_interface, 1));
    return std::make_unique<KwinIdle>(idle);
}

} // namespace limber::idle
