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
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {

namespace {

using namespace std::chrono_literals;

constexpr Duration shortest_delay = 1s;
constexpr Duration longest_delay = 60s;

// A display server that hangs says nothing, as one in front of which nobody stops typing. How much time may
// pass for work meanwhile is what may be lost with the state that is saved every five minutes.
constexpr Duration check_every = 4min;
constexpr Duration answer_patience = 10s;

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
    if (!source_) return;
    if (!hearing_) return source_->watch(thresholds_);
    // What it reports may change what it is to watch; but not inside the report.
    QMetaObject::invokeMethod(
        &context_,
        [this] {
            if (source_) source_->watch(thresholds_);
        },
        Qt::QueuedConnection);
}

void Presence::ask() {
    QMetaObject::invokeMethod(
        &context_,
        [this] {
            if (source_) source_->ask();
        },
        Qt::QueuedConnection);
}

void Presence::check() {
    if (!source_ || around_.now() - checked_at_ < check_every) return;
    checked_at_ = around_.now();
    around_.after(answer_patience, [this] {
        if (source_) lost();
    });
    source_->ping([this, asked = found_by_] {
        if (source_ && asked == found_by_) around_.after({}, {});
    });
}

std::string Presence::name() const {
    return source_ ? source_->name() : std::string{};
}

bool Presence::inhibitor_aware() const {
    return source_ && source_->inhibitor_aware() && !source_->can_be_asked();
}

void Presence::look() {
    if (source_ && !makeshift_) return;
    if (looking_) {
        look_again_ = true;
        return;
    }
    looking_ = true;
    look_again_ = false;
    around_.after({}, {});
    const unsigned search = ++search_;
    around_.probe([this, search](const IdleReport& report) { heard(search, report); },
                  [this, search](Probed probed) { found(search, std::move(probed)); });
}

void Presence::found(unsigned search, Probed probed) {
    looking_ = false;
    if (source_ && (!probed.source || probed.last_resort)) {
        // nothing better than what there is
        if (look_again_) look();
        return;
    }
    refused_ = std::move(probed.refused);
    if (!probed.source) {
        if (!std::exchange(said_lost_, true)) say_(PresenceLost{});
        return try_later();
    }
    const bool replaces = source_ != nullptr;
    if (replaces) let_go();
    source_ = std::move(probed.source);
    makeshift_ = probed.last_resort;
    found_by_ = search;
    found_at_ = checked_at_ = around_.now();
    said_lost_ = false;
    around_.after({}, {});
    if (makeshift_) {
        watch_displays();
    } else {
        // Released later: this may be running inside one of its calls.
        QMetaObject::invokeMethod(
            &context_, [watch = std::exchange(displays_, nullptr)] {}, Qt::QueuedConnection);
    }
    // what the one before said holds no longer
    if (replaces) say_(PresenceLost{});
    const bool asked = source_->can_be_asked();
    say_(PresenceFound{
        .blind = source_->inhibitor_aware() && !asked, .can_be_asked = asked, .finest = source_->finest()});
    source_->watch(thresholds_);
}

void Presence::heard(unsigned search, const IdleReport& report) {
    if (search != found_by_ || !source_) return;
    const QScopedValueRollback hearing{hearing_, true};
    switch (report.kind) {
    case IdleReport::Kind::idle:
        return say_(BecameIdle{.silence = report.silence, .watched_since = report.watched_since});
    case IdleReport::Kind::active: return say_(BecameActive{});
    case IdleReport::Kind::lost: return lost();
    }
}

void Presence::lost() {
    // A source that comes and goes every second is not looked for every second.
    if (around_.now() - found_at_ >= longest_delay) delay_ = shortest_delay;
    drop();
    try_later();
}

void Presence::let_go() {
    // Destroyed later: this may be one of its calls.
    QMetaObject::invokeMethod(
        &context_, [gone = std::shared_ptr<IdleSource>{std::move(source_)}] {}, Qt::QueuedConnection);
}

void Presence::drop() {
    let_go();
    said_lost_ = true;
    say_(PresenceLost{});
}

void Presence::watch_displays() {
    if (displays_) return;
    displays_ = around_.watch_displays([this] {
        delay_ = shortest_delay;
        look();
    });
}

void Presence::try_later() {
    watch_displays();
    if (look_again_) return look();
    around_.after(delay_, [this] { look(); });
    delay_ = std::min(delay_ * 2, longest_delay);
}

} // namespace limber::idle
