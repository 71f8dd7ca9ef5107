// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/wayland_connection.hpp"

#include "idle/display.hpp"
#include "words/said.hpp"

#include <QTimer>
#include <wayland-client.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

namespace limber::idle {

// Holds a connection until it is known what is offered, or for so long that nothing will come any more.
class WaylandConnection::Opening : public QObject {
public:
    using Outcome = std::expected<std::unique_ptr<WaylandConnection>, std::string>;

    Opening(QObject& context, std::string socket, Opened opened)
        : QObject(&context), socket_(std::move(socket)), opened_(std::move(opened)) {}

    void begin(wl_display* display, std::chrono::milliseconds limit) {
        timer_.setSingleShot(true);
        connect(&timer_, &QTimer::timeout, this, [this] { end(); });
        timer_.start(limit);
        // Not at once: the connection must not be given away, or thrown away, inside one of its own calls.
        connection_.reset(new WaylandConnection{display, [this] { timer_.start(0); }});
    }

private:
    void end() {
        deleteLater();
        const bool learned = !connection_->learned_ && !connection_->lost_;
        if (learned) return opened_(std::move(connection_));
        connection_.reset();
        opened_(std::unexpected(said("{} does not answer like a compositor", socket_)));
    }

    std::string socket_;
    Opened opened_;
    QTimer timer_;
    std::unique_ptr<WaylandConnection> connection_;
};

void WaylandConnection::open(QObject& context, std::vector<std::string> sockets,
                             std::chrono::milliseconds limit, const Opened& opened) {
    if (sockets.empty()) return opened(std::unexpected(said("{} is not set", "WAYLAND_DISPLAY")));
    const std::string socket = sockets.front();
    sockets.erase(sockets.begin());
    auto answered = [&context, sockets, limit, opened](auto connection) {
        if (connection || sockets.empty()) return opened(std::move(connection));
        open(context, sockets, limit, [opened, why = connection.error()](auto next) {
            next ? opened(std::move(next)) : opened(std::unexpected(why));
        });
    };
    auto fd = connect_local(socket);
    if (!fd) return answered(Opening::Outcome{std::unexpected(fd.error())});
    wl_display* display = wl_display_connect_to_fd(fd->release()); // takes the descriptor, also when it fails
    if (display == nullptr) {
        return answered(Opening::Outcome{std::unexpected(said("{}: libwayland cannot use it", socket))});
    }
    (new Opening{context, socket, std::move(answered)})->begin(display, limit);
}

WaylandConnection::WaylandConnection(wl_display* display, std::function<void()> learned)
    : display_(display), registry_(wl_display_get_registry(display)), learned_(std::move(learned)) {
    static constexpr wl_registry_listener registry_listener{global_added, global_removed};
    wl_registry_add_listener(registry_, &registry_listener, this);
    when_dealt_with([this] {
        if (const auto known = std::exchange(learned_, nullptr)) known();
    });

    const int fd = wl_display_get_fd(display_);
    readable_ = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    writable_ = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Write);
    writable_->setEnabled(false);
    QObject::connect(readable_.get(), &QSocketNotifier::activated, [this] { read(); });
    QObject::connect(writable_.get(), &QSocketNotifier::activated, [this] { flush(); });
    flush();
}

WaylandConnection::~WaylandConnection() {
    readable_.reset();
    writable_.reset();
    for (const auto& [callback, then] : awaited_)
        wl_callback_destroy(callback);
    wl_registry_destroy(registry_);
    wl_display_disconnect(display_);
}

const WaylandConnection::Global* WaylandConnection::find(const wl_interface& interface) const {
    const auto found = std::ranges::find(globals_, std::string_view{interface.name}, &Global::interface);
    return found == globals_.end() ? nullptr : &*found;
}

void* WaylandConnection::bound(const Global& global, const wl_interface& interface, std::uint32_t version) {
    return wl_registry_bind(registry_, global.name, &interface, std::min(global.version, version));
}

void WaylandConnection::attend(Listener listener) {
    listener_ = std::move(listener);
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

void WaylandConnection::when_dealt_with(std::function<void()> then) {
    static constexpr wl_callback_listener listener{dealt_with};
    wl_callback* callback = wl_display_sync(display_);
    awaited_.emplace(callback, std::move(then));
    wl_callback_add_listener(callback, &listener, this);
}

void WaylandConnection::flush() {
    if (lost_) return;
    const bool done = wl_display_flush(display_) >= 0;
    // A peer that hung up is noticed by the reader, which then also sees why.
    writable_->setEnabled(!done && errno == EAGAIN);
}

void WaylandConnection::fail() {
    if (std::exchange(lost_, true)) return;
    readable_->setEnabled(false);
    writable_->setEnabled(false);
    if (learned_) return learned_(); // in vain
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

void WaylandConnection::dealt_with(void* self, wl_callback* callback, std::uint32_t /*serial*/) {
    auto awaited = static_cast<WaylandConnection*>(self)->awaited_.extract(callback);
    wl_callback_destroy(callback);
    awaited.mapped()();
}

} // namespace limber::idle
