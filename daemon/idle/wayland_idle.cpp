// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/wayland_idle.hpp"

#include "idle/silence.hpp"
#include "words/said.hpp"

#include <wayland-client.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

namespace limber::idle {

namespace {

using namespace std::chrono_literals;

std::uint32_t in_milliseconds(Duration threshold) {
    const auto count = std::chrono::ceil<std::chrono::milliseconds>(threshold).count();
    return static_cast<std::uint32_t>(
        std::clamp<decltype(count)>(count, 0, std::numeric_limits<std::uint32_t>::max()));
}

// An object that counted from its making and one that counted from an input just after it cannot be told
// apart when compositors fire late, or round their timers: KWin by up to a twentieth, or by a second.
Duration unsure_after_making(Duration threshold) {
    return std::min<Duration>(threshold / 20 + 100ms, 1500ms);
}

class WaylandIdle final : public IdleSource {
public:
    WaylandIdle(std::unique_ptr<WaylandConnection> connection, WaylandIdleProtocol protocol,
                std::function<Instant()> now, Report report)
        : connection_(std::move(connection)), protocol_(std::move(protocol)), now_(std::move(now)),
          report_(std::move(report)) {
        for (const auto& global : connection_->globals())
            add_seat(global);
        connection_->attend({.added = [this](const auto& global) { add_seat(global); },
                             .removed = [this](const auto& global) { remove_seat(global); },
                             .lost = [this] { say_lost(); }});
    }

    [[nodiscard]] std::string name() const override { return protocol_.name; }

    [[nodiscard]] bool inhibitor_aware() const override { return protocol_.inhibitor_aware; }

    void watch(const std::vector<Duration>& thresholds) override {
        if (lost_) return;
        for (Watch& watch : watches_)
            watch.wanted = std::ranges::find(thresholds, watch.threshold) != thresholds.end();
        // What has been reported stays until it resumes: only it can tell of the first input.
        std::erase_if(watches_,
                      [this](const Watch& w) { return !w.wanted && !silence_.reported(w.threshold); });
        bool grown = false;
        for (const Duration threshold : thresholds) {
            if (std::ranges::find(watches_, threshold, &Watch::threshold) != watches_.end()) continue;
            watches_.push_back(
                {.threshold = threshold, .wanted = true, .made = 0, .since = never, .marks = {}});
            for (const Seat& seat : seats_)
                add_mark(watches_.back(), seat);
            grown = true;
        }
        if (grown) note_when_made();
        connection_->flush();
    }

    void ping(const std::function<void()>& alive) override {
        if (lost_) return;
        connection_->when_dealt_with(alive);
        connection_->flush();
    }

private:
    struct Seat {
        std::uint32_t global = 0;
        std::shared_ptr<wl_seat> proxy;
    };

    struct Mark {
        std::uint32_t seat = 0;
        bool idle = false;
        WaylandIdleObject object;
    };

    struct Watch {
        Duration threshold{};
        bool wanted = true;
        unsigned made = 0;
        Instant since = never; // until the compositor has made its objects
        std::vector<Mark> marks;
    };

    // A busy compositor makes its objects late, and they count from then on. So they are taken to begin when
    // it has answered.
    void note_when_made() {
        connection_->when_dealt_with([this, until = made_] {
            for (Watch& watch : watches_) {
                if (watch.since == never && watch.made <= until)
                    watch.since = now_() + unsure_after_making(watch.threshold);
            }
        });
    }

    void add_seat(const WaylandConnection::Global& global) {
        if (global.interface != "wl_seat") return;
        const Seat seat{.global = global.name,
                        .proxy = connection_->bind(global, wl_seat_interface, 1, wl_seat_destroy)};
        seats_.push_back(seat);
        for (Watch& watch : watches_)
            add_mark(watch, seat);
        note_when_made();
        connection_->flush();
        // Somebody plugged it in; and its objects could not tell of an input before their threshold.
        came_back();
    }

    void remove_seat(const WaylandConnection::Global& global) {
        const auto seat = std::ranges::find(seats_, global.name, &Seat::global);
        if (seat == seats_.end()) return;
        for (Watch& watch : watches_) {
            std::erase_if(watch.marks, [&](const Mark& mark) { return mark.seat == global.name; });
        }
        seats_.erase(seat);
        if (seats_.empty()) return say_lost();
        for (const Watch& watch : watches_)
            report_if_idle(watch);
    }

    void add_mark(Watch& watch, const Seat& seat) {
        watch.since = never;
        watch.made = ++made_;
        auto object = protocol_.make(seat.proxy.get(), in_milliseconds(watch.threshold),
                                     [this, threshold = watch.threshold, global = seat.global](bool idle) {
                                         changed(threshold, global, idle);
                                     });
        watch.marks.push_back({.seat = seat.global, .idle = false, .object = std::move(object)});
    }

    void changed(Duration threshold, std::uint32_t seat, bool idle) {
        if (lost_) return;
        const auto watch = std::ranges::find(watches_, threshold, &Watch::threshold);
        if (watch == watches_.end()) return;
        const auto mark = std::ranges::find(watch->marks, seat, &Mark::seat);
        if (mark == watch->marks.end()) return;
        mark->idle = idle;
        if (idle) {
            report_if_idle(*watch);
        } else if (silence_.reported(threshold)) {
            came_back();
        }
    }

    void report_if_idle(const Watch& watch) {
        if (!watch.wanted || !std::ranges::all_of(watch.marks, &Mark::idle)) return;
        if (!silence_.report(watch.threshold)) return;
        report_({.kind = IdleReport::Kind::idle, .silence = watch.threshold, .watched_since = watch.since});
    }

    void came_back() {
        if (!silence_.end()) return;
        std::erase_if(watches_, [](const Watch& watch) { return !watch.wanted; });
        connection_->flush();
        report_({.kind = IdleReport::Kind::active});
    }

    void say_lost() {
        if (std::exchange(lost_, true)) return;
        report_({.kind = IdleReport::Kind::lost});
    }

    // destroyed in the opposite order: what lives on the connection goes before it
    std::unique_ptr<WaylandConnection> connection_;
    WaylandIdleProtocol protocol_;
    std::function<Instant()> now_;
    Report report_;
    bool lost_ = false;
    std::vector<Seat> seats_;
    std::vector<Watch> watches_;
    unsigned made_ = 0; // how often objects were asked for
    Silence silence_;
};

} // namespace

Source make_wayland_idle(std::unique_ptr<WaylandConnection> connection, WaylandIdleProtocol protocol,
                         std::function<Instant()> now, IdleSource::Report report) {
    if (!connection->offers(wl_seat_interface)) {
        protocol = {}; // before the connection it lives on
        return why_not(N_("the compositor has no seat"));
    }
    return std::make_unique<WaylandIdle>(std::move(connection), std::move(protocol), std::move(now),
                                         std::move(report));
}

} // namespace limber::idle
