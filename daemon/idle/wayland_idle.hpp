// SPDX-License-Identifier: GPL-3.0-or-later
// What the Wayland idle protocols have in common: one object per threshold and seat that says "idle" and
// "resumed". A person is idle when every seat is; the first seat to resume ends the silence.
#pragma once

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/silence.hpp"
#include "idle/wayland_connection.hpp"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct wl_seat;

namespace limber::idle {

/// One of the compositor's objects, made for one threshold on one seat. Gone when destroyed.
class WaylandIdleObject {
public:
    /// True: idle. False: resumed. The object may be destroyed inside the call.
    using Changed = std::function<void(bool idle)>;

    WaylandIdleObject() = default;
    WaylandIdleObject(const WaylandIdleObject&) = delete;
    WaylandIdleObject& operator=(const WaylandIdleObject&) = delete;
    virtual ~WaylandIdleObject() = default;
};

/// What differs between the protocols: the bound global.
class WaylandIdleProtocol {
public:
    WaylandIdleProtocol() = default;
    WaylandIdleProtocol(const WaylandIdleProtocol&) = delete;
    WaylandIdleProtocol& operator=(const WaylandIdleProtocol&) = delete;
    virtual ~WaylandIdleProtocol() = default;

    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual bool inhibitor_aware() const = 0;
    [[nodiscard]] virtual std::unique_ptr<WaylandIdleObject> make(wl_seat* seat, std::uint32_t milliseconds,
                                                                  WaylandIdleObject::Changed changed) = 0;
};

class WaylandIdle final : public IdleSource {
public:
    using Now = std::function<Instant()>;

    /// The reason when the compositor has no seat.
    [[nodiscard]] static std::expected<std::unique_ptr<IdleSource>, std::string>
    make(std::unique_ptr<WaylandConnection> connection, std::unique_ptr<WaylandIdleProtocol> protocol,
         Now now, Report report);

    WaylandIdle(const WaylandIdle&) = delete;
    WaylandIdle& operator=(const WaylandIdle&) = delete;
    ~WaylandIdle() override;

    [[nodiscard]] std::string name() const override { return protocol_->name(); }

    [[nodiscard]] bool inhibitor_aware() const override { return protocol_->inhibitor_aware(); }

    void watch(const std::vector<Duration>& thresholds) override;
    void ping(const std::function<void()>& alive) override;

private:
    struct Seat {
        std::uint32_t global = 0;
        wl_seat* proxy = nullptr;
    };

    struct Mark {
        std::uint32_t seat = 0;
        bool idle = false;
        std::unique_ptr<WaylandIdleObject> object;
    };

    struct Watch {
        Duration threshold{};
        bool wanted = true;
        unsigned made = 0;
        Instant since = never; // until the compositor has made its objects
        std::vector<Mark> marks;
    };

    WaylandIdle(std::unique_ptr<WaylandConnection> connection, std::unique_ptr<WaylandIdleProtocol> protocol,
                Now now, Report report);

    void add_seat(const WaylandConnection::Global& global);
    void remove_seat(const WaylandConnection::Global& global);
    void add_mark(Watch& watch, const Seat& seat);
    void note_when_made();
    void changed(Duration threshold, std::uint32_t seat, bool idle);
    void report_if_idle(const Watch& watch);
    void came_back();
    void say_lost();

    std::unique_ptr<WaylandConnection> connection_;
    std::unique_ptr<WaylandIdleProtocol> protocol_;
    Now now_;
    Report report_;
    bool lost_ = false;
    std::vector<Seat> seats_;
    std::vector<Watch> watches_;
    unsigned made_ = 0; // how often objects were asked for
    Silence silence_;
};

} // namespace limber::idle
