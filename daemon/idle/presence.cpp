// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/presence.hpp"

#include "bus/follow.hpp"
#include "idle/display.hpp"
#include "idle/sources.hpp"

#include <QDBusConnection>
#include <QFileSystemWatcher>
#include <QMetaObject>
#include <QScopedValueRollback>
#include <QString>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <utility>

namespace limber::idle {

namespace {

using namespace std::chrono_literals;

constexpr Duration shortest_delay = 1s;
constexpr Duration longest_delay = 60s;

// A display server that hangs says nothing, as one in front of which nobody stops typing. How much time may
// pass for work meanwhile is what may be lost with the state that is saved every five minutes.
constexpr Duration check_every = 4min;
constexpr Duration answer_patience = 10s;

/// Tells when a display may have come up: a socket (also one in the place of another: a server that was
/// killed leaves its own behind), or Mutter's name on the session bus. Costs nothing meanwhile.
class DisplayWatch {
public:
    /// `appeared` comes from the main loop; it must not destroy this.
    DisplayWatch(DisplayEnvironment environment, std::function<void()> appeared)
        : environment_(std::move(environment)), appeared_(std::move(appeared)), known_(sockets()),
          names_(QDBusConnection::sessionBus(), mutter_bus_name, [this](const QString& owner) {
              if (std::exchange(asked_for_mutter_, true) && !owner.isEmpty()) appeared_();
          }) {
        std::set<std::string> folders;
        if (!environment_.runtime_dir.empty()) folders.insert(environment_.runtime_dir);
        for (const auto& socket : named_sockets())
            folders.insert(std::filesystem::path{socket}.parent_path().string());
        std::error_code unknown;
        for (const auto& folder : folders) {
            if (std::filesystem::is_directory(folder, unknown))
                folders_.addPath(QString::fromStdString(folder));
        }
        QObject::connect(&folders_, &QFileSystemWatcher::directoryChanged, [this] {
            const auto before = std::exchange(known_, sockets());
            if (!std::ranges::includes(before, known_)) appeared_();
        });
    }

private:
    /// A socket's path, and which file it is.
    using Socket = std::tuple<std::string, std::uint64_t, std::int64_t>;

    [[nodiscard]] std::vector<std::string> named_sockets() const {
        std::vector<std::string> named;
        if (const auto socket = named_wayland_socket(environment_)) named.push_back(*socket);
        if (const auto display = local_x11_display(environment_.x11_display))
            named.push_back(x11_socket(*display));
        return named;
    }

    [[nodiscard]] std::set<Socket> sockets() const {
        auto paths = present_wayland_sockets(environment_);
        std::ranges::move(named_sockets(), std::back_inserter(paths));
        std::set<Socket> sockets;
        for (const auto& path : paths) {
            struct stat found{};
            if (stat(path.c_str(), &found) != 0 || !S_ISSOCK(found.st_mode)) continue;
            // a number may be used again; its time tells
            constexpr std::int64_t second = 1'000'000'000;
            sockets.emplace(path, found.st_ino, found.st_ctim.tv_sec * second + found.st_ctim.tv_nsec);
        }
        return sockets;
    }

    DisplayEnvironment environment_;
    std::function<void()> appeared_;
    std::set<Socket> known_;
    QFileSystemWatcher folders_;
    bool asked_for_mutter_ = false; ///< how it was at the beginning is known
    bus::NameOwner names_;
};

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

void Presence::watch(std::vector<Duration> thresholds) {
    thresholds_ = std::move(thresholds);
    if (!source_) return;
    if (!hearing_) return source_->watch(thresholds_);
    // What it reports may change what it is to watch; but not inside the report.
    later([this] {
        if (source_) source_->watch(thresholds_);
    });
}

void Presence::ask() {
    later([this] {
        if (source_) source_->ask();
    });
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

void Presence::start() {
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
        if (look_again_) start();
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
        later([watch = std::exchange(displays_, nullptr)] {});
    }
    // what the one before said holds no longer
    if (replaces) say_(PresenceLost{});
    say_(PresenceFound{
        .blind = inhibitor_aware(), .can_be_asked = source_->can_be_asked(), .finest = source_->finest()});
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
    let_go();
    said_lost_ = true;
    say_(PresenceLost{});
    try_later();
}

void Presence::let_go() {
    // Destroyed later: this may be one of its calls.
    later([gone = std::shared_ptr<IdleSource>{std::move(source_)}] {});
}

void Presence::later(std::function<void()> call) {
    QMetaObject::invokeMethod(&context_, std::move(call), Qt::QueuedConnection);
}

void Presence::watch_displays() {
    if (displays_) return;
    displays_ = around_.watch_displays([this] {
        delay_ = shortest_delay;
        start();
    });
}

void Presence::try_later() {
    watch_displays();
    if (look_again_) return start();
    around_.after(delay_, [this] { start(); });
    delay_ = std::min(delay_ * 2, longest_delay);
}

} // namespace limber::idle
