// SPDX-License-Identifier: GPL-3.0-or-later
// Limber's own connection to a Wayland compositor, on the main loop. Never waits longer than told.
#pragma once

#include <QSocketNotifier>

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct wl_callback;
struct wl_display;
struct wl_interface;
struct wl_registry;

namespace limber {

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

    /// Connects and learns what is offered, within `limit`, or says why not. Blocks for at most `limit`.
    [[nodiscard]] static std::expected<std::unique_ptr<WaylandConnection>, std::string>
    open(const std::string& socket, std::chrono::milliseconds limit);

    WaylandConnection(const WaylandConnection&) = delete;
    WaylandConnection& operator=(const WaylandConnection&) = delete;
    ~WaylandConnection();

    [[nodiscard]] const std::vector<Global>& globals() const { return globals_; }

    /// The first global of this interface, or nullptr.
    [[nodiscard]] const Global* find(std::string_view interface) const;

    /// Binds min(advertised, `version`). Typed by the caller: `interface` says what comes back.
    [[nodiscard]] void* bind(const Global& global, const wl_interface& interface, std::uint32_t version);

    /// From now on the main loop serves this connection. Called once.
    void attend(Listener listener);

    /// Sends what was asked; what the socket does not take now follows when it does.
    void flush();

private:
    explicit WaylandConnection(wl_display* display);

    bool learn_globals(std::chrono::milliseconds limit);
    void read();
    void fail();

    static void global_added(void* self, wl_registry* registry, std::uint32_t name, const char* interface,
                             std::uint32_t version);
    static void global_removed(void* self, wl_registry* registry, std::uint32_t name);
    static void learned(void* self, wl_callback* callback, std::uint32_t serial);

    wl_display* display_;
    wl_registry* registry_ = nullptr;
    std::vector<Global> globals_;
    bool learned_ = false;
    bool lost_ = false;
    Listener listener_;
    std::unique_ptr<QSocketNotifier> readable_;
    std::unique_ptr<QSocketNotifier> writable_;
};

} // namespace limber
