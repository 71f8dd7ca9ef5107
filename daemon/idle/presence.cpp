// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/presence.hpp"

#include "core/event.hpp"
#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/display_watch.hpp"
#include "idle/idle_source.hpp"
#include "idle/probe.hpp"

#include <QMetaObject>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limber {

namespace {

using namespace std::chrono_literals;

constexpr Duration shortest_delay = 1s;
constexpr Duration longest_delay = 60s;

/// A timer that holds at most one call.
std::function<void(Duration, std::function<void()>)> one_timer(QObject& owner) {
    auto* timer = new QTimer{&owner};
    timer->setSingleShot(true);
    return [timer](Duration delay, std::function<void()> call) {
        timer->stop();
        timer->disconnect();
        if (!call) return;
        QObject::connect(timer, &QTimer::timeout, timer, std::move(call));
        timer->start(std::chrono::ceil<std::chrono::milliseconds>(delay));
    };
}

} // namespace

Presence::Presence(Say say, Surroundings surroundings)
    : say_(std::move(say)), around_(std::move(surroundings)), delay_(shortest_delay) {}

Presence::Presence(Say say, const std::function<Instant()>& now) : Presence(std::move(say), Surroundings{}) {
    const auto environment = DisplayEnvironment::of_this_process();
    around_.now = now;
    around_.after = one_timer(context_);
    around_.watch_displays = [environment](std::function<void()> appeared) -> std::shared_ptr<void> {
        return std::make_shared<DisplayWatch>(environment, std::move(appeared));
    };
    around_.probe = [this, environment, now](IdleSource::Report report, std::function<void(Probed)> done) {
        probe_idle_sources(context_, environment, now, std::move(report), std::move(done));
    };
}

Presence::~Presence() = default;

void Presence::start() {
    look();
}

void Presence::watch(std::vector<Duration> thresholds) {
    thresholds_ = std::move(thresholds);
    if (source_) source_->watch(thresholds_);
}

std::string Presence::name() const {
    return source_ ? source_->name() : std::string{};
}

bool Presence::inhibitor_aware() const {
    return source_ && source_->inhibitor_aware();
}

void Presence::look() {
    if (source_) return;
    if (looking_) {
        look_again_ = true;
        return;
    }
    looking_ = true;
    look_again_ = false;
    around_.after({}, {});
    const unsigned search = ++search_;
    around_.probe([this, search](const IdleReport& report) { heard(search, report); },
                  [this](Probed probed) { found(std::move(probed)); });
}

void Presence::found(Probed probed) {
    looking_ = false;
    refused_ = std::move(probed.refused);
    source_ = std::move(probed.source);
    if (!source_) {
        if (!std::exchange(said_lost_, true)) say_(PresenceLost{});
        return try_later();
    }
    // Released later: this may be running inside one of its calls.
    QMetaObject::invokeMethod(
        &context_, [watch = std::exchange(displays_, nullptr)] {}, Qt::QueuedConnection);
    found_at_ = around_.now();
    said_lost_ = false;
    say_(PresenceFound{});
    source_->watch(thresholds_);
}

void Presence::heard(unsigned search, const IdleReport& report) {
    if (search != search_ || !source_) return;
    switch (report.kind) {
    case IdleReport::Kind::idle:
        return say_(BecameIdle{.silence = report.silence, .watched_since = report.watched_since});
    case IdleReport::Kind::active: return say_(BecameActive{});
    case IdleReport::Kind::lost: return lost();
    }
}

void Presence::lost() {
    // Destroyed later: this is one of its calls.
    QMetaObject::invokeMethod(
        &context_, [gone = std::shared_ptr<IdleSource>{std::move(source_)}] {}, Qt::QueuedConnection);
    // A source that comes and goes every second is not looked for every second.
    if (around_.now() - found_at_ >= longest_delay) delay_ = shortest_delay;
    said_lost_ = true;
    say_(PresenceLost{});
    try_later();
}

void Presence::try_later() {
    if (!displays_) {
        displays_ = around_.watch_displays([this] {
            delay_ = shortest_delay;
            look();
        });
    }
    if (look_again_) return look();
    around_.after(delay_, [this] { look(); });
    delay_ = std::min(delay_ * 2, longest_delay);
}

} // namespace limber
