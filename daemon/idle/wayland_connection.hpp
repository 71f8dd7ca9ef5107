// SPDX-License-Identifier: GPL-3.0-or-later
// Limber's own connection to a Wayland compositor, on the main loop. Never waits: KWin 5.27 takes a good
// while to greet a client (it hashes the client's program), and a compositor may hang.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct wl_callback;
struct wl_display;
struct wl_interface;
struct wl_registry;

namespace limber::idle {

class WaylandConnection {
public:
    /// Something the compositor offers.
    struct Global {
        std::uint32_t name = 0;
        std::string interface;
        std::uint32_t version = 0;
    };

    /// What may happen to a connection, told from the main loop. `lost` is said once, and is the last word;
    /// the connection must not be destroyed inside any of them.
    struct Listener {
        std::function<void(const Global&)> added;
        std::function<void(const Global&)> removed;
        std::function<void()> lost;
    };

    using Opened = std::function<void(std::expected<std::unique_ptr<WaylandConnection>, std::string>)>;

    /// Connects to the first of these sockets that answers and learns what is offered. Calls `opened` once,
    /// at once or later from the main loop: with the connection, or with why the first one has none. Each is
    /// waited for `limit` at most. Never once `context` is gone.
    static void open(QObject& context, std::vector<std::string> sockets, std::chrono::milliseconds limit,
                     const Opened& opened);

    WaylandConnection(const WaylandConnection&) = delete;
    WaylandConnection& operator=(const WaylandConnection&) = delete;
    ~WaylandConnection();

    [[nodiscard]] const std::vector<Global>& globals() const { return globals_; }

    [[nodiscard]] bool offers(const wl_interface& interface) const { return find(interface) != nullptr; }

    /// Binds min(advertised, `version`) of this global, or of the first of this interface: nothing if there
    /// is none. Destroyed with its last owner, which must be before the connection.
    template <class Proxy>
    [[nodiscard]] std::shared_ptr<Proxy> bind(const Global& global, const wl_interface& interface,
                                              std::uint32_t version, void (*destroy)(Proxy*)) {
        return {static_cast<Proxy*>(bound(global, interface, version)), destroy};
    }

    template <class Proxy>
    [[nodiscard]] std::shared_ptr<Proxy> bind(const wl_interface& interface, std::uint32_t version,
                                              void (*destroy)(Proxy*)) {
        const Global* const global = find(interface);
        return global == nullptr ? nullptr : bind(*global, interface, version, destroy);
    }

    /// From now on this listener is told. Called once.
    void attend(Listener listener);

    /// Calls back from the main loop once the compositor has dealt with all that was asked so far.
    void when_dealt_with(std::function<void()> then);

    /// Sends what was asked; what the socket does not take now follows when it does.
    void flush();

private:
    class Opening;

    WaylandConnection(wl_display* display, std::function<void()> learned);

    [[nodiscard]] const Global* find(const wl_interface& interface) const;
    [[nodiscard]] void* bound(const Global& global, const wl_interface& interface, std::uint32_t version);
    void read();
    void fail();

    static void global_added(void* self, wl_registry* registry, std::uint32_t name, const char* interface,
                             std::uint32_t version);
    static void global_removed(void* self, wl_registry* registry, std::uint32_t name);
    static void dealt_with(void* self, wl_callback* callback, std::uint32_t serial);

    wl_display* display_;
    wl_registry* registry_;
    std::map<wl_callback*, std::function<void()>> awaited_;
    std::vector<Global> globals_;
    std::function<void()> learned_; // empty once all globals are known
    bool lost_ = false;
    Listener listener_;
    std::unique_ptr<QSocketNotifier> readable_;
    std::unique_ptr<QSocketNotifier> writable_;
};

} // namespace limber::idle
