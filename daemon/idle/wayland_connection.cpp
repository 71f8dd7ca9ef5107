// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/wayland_connection.hpp"

#include "idle/local_socket.hpp"

#include <QObject>
#include <QSocketNotifier>
#include <wayland-client.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace limber {

WaylandConnection::WaylandConnection(wl_display* display) : display_(display) {}

WaylandConnection::~WaylandConnection() {
    readable_.reset();
    writable_.reset();
    if (registry_ != nullptr) wl_registry_destroy(registry_);
    wl_display_disconnect(display_);
}

std::expected<std::unique_ptr<WaylandConnection>, std::string>
WaylandConnection::open(const std::string& socket, std::chrono::milliseconds limit) {
    auto fd = connect_local(socket);
    if (!fd) return std::unexpected(fd.error());
    wl_display* display = wl_display_connect_to_fd(fd->release()); // takes the descriptor, also when it fails
    if (display == nullptr) return std::unexpected(socket + ": libwayland cannot use it");
    std::unique_ptr<WaylandConnection> connection{new WaylandConnection{display}};
    if (!connection->learn_globals(limit))
        return std::unexpected(socket + " does not answer like a compositor");
    return connection;
}

bool WaylandConnection::learn_globals(std::chrono::milliseconds limit) {
    static constexpr wl_registry_listener registry_listener{global_added, global_removed};
    static constexpr wl_callback_listener callback_listener{learned};
    using Clock = std::chrono::steady_clock;

    registry_ = wl_display_get_registry(display_);
    wl_callback* callback = wl_display_sync(display_);
    if (registry_ == nullptr || callback == nullptr) return false;
    wl_registry_add_listener(registry_, &registry_listener, this);
    wl_callback_add_listener(callback, &callback_listener, this);

    const auto end = Clock::now() + limit;
    bool alive = true;
    while (alive && !learned_) {
        while (wl_display_prepare_read(display_) != 0) {
            if (wl_display_dispatch_pending(display_) < 0) break;
        }
        if (wl_display_get_error(display_) != 0) break;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        // A flush that is refused now is no reason to give up: a few dozen bytes fit as soon as anything is
        // read.
        wl_display_flush(display_);
        if (left.count() <= 0 || !readable_within(wl_display_get_fd(display_), left)) {
            wl_display_cancel_read(display_);
            break;
        }
        alive = wl_display_read_events(display_) >= 0 && wl_display_dispatch_pending(display_) >= 0;
    }
    if (!learned_) wl_callback_destroy(callback);
    return learned_;
}

const WaylandConnection::Global* WaylandConnection::find(std::string_view interface) const {
    const auto found = std::ranges::find(globals_, interface, &Global::interface);
    return found == globals_.end() ? nullptr : &*found;
}

void* WaylandConnection::bind(const Global& global, const wl_interface& interface, std::uint32_t version) {
    return wl_registry_bind(registry_, global.name, &interface, std::min(global.version, version));
}

void WaylandConnection::attend(Listener listener) {
    listener_ = std::move(listener);
    const int fd = wl_display_get_fd(display_);
    readable_ = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    writable_ = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Write);
    writable_->setEnabled(false);
    QObject::connect(readable_.get(), &QSocketNotifier::activated, [this] { read(); });
    QObject::connect(writable_.get(), &QSocketNotifier::activated, [this] { flush(); });
    flush();
}

void WaylandConnection::read() {
    if (lost_) return;
    // The socket is readable, and nobody else reads it: nothing here waits.
    while (wl_display_prepare_read(display_) != 0) {
        if (wl_display_dispatch_pending(display_) < 0) return fail();
    }
    if (wl_display_read_events(display_) < 0 || wl_display_dispatch_pending(display_) < 0) return fail();
    flush();
}

void WaylandConnection::flush() {
    if (lost_ || !writable_) return;
    const bool done = wl_display_flush(display_) >= 0;
    // A peer that hung up is noticed by the reader, which then also sees why.
    writable_->setEnabled(!done && errno == EAGAIN);
}

void WaylandConnection::fail() {
    if (std::exchange(lost_, true)) return;
    readable_->setEnabled(false);
    writable_->setEnabled(false);
    if (listener_.lost) listener_.lost();
}

void WaylandConnection::global_added(void* self, wl_registry* /*registry*/, std::uint32_t name,
                                     const char* interface, std::uint32_t version) {
    auto& connection = *static_cast<WaylandConnection*>(self);
    connection.globals_.push_back({.name = name, .interface = interface, .version = version});
    if (connection.listener_.added) connection.listener_.added(Global{connection.globals_.back()});
}

void WaylandConnection::global_removed(void* self, wl_registry* /*registry*/, std::uint32_t name) {
    auto& connection = *static_cast<WaylandConnection*>(self);
    const auto found = std::ranges::find(connection.globals_, name, &Global::name);
    if (found == connection.globals_.end()) return;
    const Global gone = std::move(*found);
    connection.globals_.erase(found);
    if (connection.listener_.removed) connection.listener_.removed(gone);
}

void WaylandConnection::learned(void* self, wl_callback* callback, std::uint32_t /*serial*/) {
    static_cast<WaylandConnection*>(self)->learned_ = true;
    wl_callback_destroy(callback);
}

} // namespace limber
