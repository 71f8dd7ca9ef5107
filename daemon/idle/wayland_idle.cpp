// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/wayland_idle.hpp"

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/wayland_connection.hpp"
#include "translation/said.hpp"

#include <wayland-client.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {

using translation::said;

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

} // namespace

std::expected<std::unique_ptr<IdleSource>, std::string>
WaylandIdle::make(std::unique_ptr<WaylandConnection> connection,
                  std::unique_ptr<WaylandIdleProtocol> protocol, Now now, Report report) {
    if (connection->find("wl_seat") == nullptr) {
        protocol.reset(); // before the connection it lives on
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "the compositor has no seat")));
    }
    return std::unique_ptr<IdleSource>{
        new WaylandIdle{std::move(connection), std::move(protocol), std::move(now), std::move(report)}};
}

WaylandIdle::WaylandIdle(std::unique_ptr<WaylandConnection> connection,
                         std::unique_ptr<WaylandIdleProtocol> protocol, Now now, Report report)
    : connection_(std::move(connection)), protocol_(std::move(protocol)), now_(std::move(now)),
      report_(std::move(report)) {
    for (const auto& global : connection_->globals())
        add_seat(global);
    connection_->attend({.added = [this](const auto& global) { add_seat(global); },
                         .removed = [this](const auto& global) { remove_seat(global); },
                         .lost = [this] { say_lost(); }});
}

WaylandIdle::~WaylandIdle() {
    // Before the connection they live on.
    watches_.clear();
    for (const Seat& seat : seats_)
        wl_seat_destroy(seat.proxy);
    protocol_.reset();
}

void WaylandIdle::watch(const std::vector<Duration>& thresholds) {
    if (lost_) return;
    for (Watch& watch : watches_)
        watch.wanted = std::ranges::find(thresholds, watch.threshold) != thresholds.end();
    // What has been reported stays until it resumes: only it can tell of the first input.
    std::erase_if(watches_, [this](const Watch& w) { return !w.wanted && !silence_.reported(w.threshold); });
    bool grown = false;
    for (const Duration threshold : thresholds) {
        if (std::ranges::find(watches_, threshold, &Watch::threshold) != watches_.end()) continue;
        watches_.push_back({.threshold = threshold, .wanted = true, .made = 0, .since = never, .marks = {}});
        for (const Seat& seat : seats_)
            add_mark(watches_.back(), seat);
        grown = true;
    }
    if (grown) note_when_made();
    connection_->flush();
}

void WaylandIdle::ping(const std::function<void()>& alive) {
    if (lost_) return;
    connection_->when_dealt_with(alive);
    connection_->flush();
}

// A busy compositor makes its objects late, and they count from then on. So they are taken to begin when it
// has answered.
void WaylandIdle::note_when_made() {
    connection_->when_dealt_with([this, until = made_] {
        for (Watch& watch : watches_) {
            if (watch.since == never && watch.made <= until)
                watch.since = now_() + unsure_after_making(watch.threshold);
        }
    });
}

void WaylandIdle::add_seat(const WaylandConnection::Global& global) {
    if (global.interface != "wl_seat") return;
    const Seat seat{.global = global.name,
                    .proxy = static_cast<wl_seat*>(connection_->bind(global, wl_seat_interface, 1))};
    seats_.push_back(seat);
    for (Watch& watch : watches_)
        add_mark(watch, seat);
    note_when_made();
    connection_->flush();
    // Somebody plugged it in; and its objects could not tell of an input before their threshold.
    came_back();
}

void WaylandIdle::remove_seat(const WaylandConnection::Global& global) {
    const auto seat = std::ranges::find(seats_, global.name, &Seat::global);
    if (seat == seats_.end()) return;
    for (Watch& watch : watches_) {
        std::erase_if(watch.marks, [&](const Mark& mark) { return mark.seat == global.name; });
    }
    wl_seat_destroy(seat->proxy);
    seats_.erase(seat);
    if (seats_.empty()) return say_lost();
    for (const Watch& watch : watches_)
        report_if_idle(watch);
}

void WaylandIdle::add_mark(Watch& watch, const Seat& seat) {
    watch.since = never;
    watch.made = ++made_;
    auto object = protocol_->make(seat.proxy, in_milliseconds(watch.threshold),
                                  [this, threshold = watch.threshold, global = seat.global](bool idle) {
                                      changed(threshold, global, idle);
                                  });
    watch.marks.push_back({.seat = seat.global, .idle = false, .object = std::move(object)});
}

void WaylandIdle::changed(Duration threshold, std::uint32_t seat, bool idle) {
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

void WaylandIdle::report_if_idle(const Watch& watch) {
    if (!watch.wanted || !std::ranges::all_of(watch.marks, &Mark::idle)) return;
    if (!silence_.report(watch.threshold)) return;
    report_({.kind = IdleReport::Kind::idle, .silence = watch.threshold, .watched_since = watch.since});
}

void WaylandIdle::came_back() {
    if (!silence_.end()) return;
    std::erase_if(watches_, [](const Watch& watch) { return !watch.wanted; });
    connection_->flush();
    report_({.kind = IdleReport::Kind::active, .silence = {}, .watched_since = the_past});
}

void WaylandIdle::say_lost() {
    if (std::exchange(lost_, true)) return;
    report_({.kind = IdleReport::Kind::lost, .silence = {}, .watched_since = the_past});
}

} // namespace limber::idle
