// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/terminal_idle.hpp"

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/local_socket.hpp"
#include "idle/silence.hpp"
#include "idle/terminal_reads.hpp"
#include "terminal/own_terminal.hpp"
#include "translation/said.hpp"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::idle {

using translation::said;

namespace {

using namespace std::chrono_literals;

/// CLOCK_MONOTONIC, which stands still while the machine sleeps, as a silence is counted.
using Awake = std::chrono::steady_clock;

// A silence of which nothing but its end was seen is told a moment after it was measured.
constexpr Duration latest_stamp = 100ms;

// One timer, for the next threshold. Input does not touch it: when it rings it looks how long ago the last
// one was. So a key costs one read of inotify's queue and nothing else.
class TerminalIdle final : public IdleSource {
public:
    TerminalIdle(TerminalReads reads, Instant now, Report report)
        : reads_(std::move(reads)), report_(std::move(report)), since_(now), last_(Awake::now()),
          notifier_(std::make_unique<QSocketNotifier>(reads_.descriptor(), QSocketNotifier::Read)) {
        timer_.setSingleShot(true);
        timer_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer_, &QTimer::timeout, [this] { look(); });
        QObject::connect(notifier_.get(), &QSocketNotifier::activated, [this] { hear(); });
    }

    [[nodiscard]] std::string name() const override { return terminal_idle_name; }

    [[nodiscard]] bool inhibitor_aware() const override { return false; }

    void watch(const std::vector<Duration>& thresholds) override {
        if (lost_) return;
        thresholds_ = thresholds;
        aim();
    }

private:
    void hear() {
        const TerminalReads::News news = reads_.take();
        if (news.gone) return lose();
        if (!news.read) return;
        last_ = Awake::now();
        seen_ = true;
        if (!silence_.end()) return;
        aim();
        report_({.kind = IdleReport::Kind::active, .silence = {}, .watched_since = the_past});
    }

    void look() {
        // what has happened since the main loop looked last counts first
        hear();
        if (lost_) return;
        const Duration silence = Awake::now() - last_;
        for (const Duration threshold : thresholds_) {
            if (threshold > silence || !silence_.report(threshold)) continue;
            report_({.kind = IdleReport::Kind::idle,
                     .silence = silence,
                     .watched_since = seen_ ? since_ : since_ + latest_stamp});
        }
        aim();
    }

    void aim() {
        const auto next = std::ranges::find_if(
            thresholds_, [this](Duration threshold) { return !silence_.reported(threshold); });
        if (next == thresholds_.end()) return timer_.stop();
        const Duration left = *next - (Awake::now() - last_);
        timer_.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(left, Duration::zero())));
    }

    void lose() {
        lost_ = true;
        timer_.stop();
        notifier_->setEnabled(false);
        report_({.kind = IdleReport::Kind::lost, .silence = {}, .watched_since = the_past});
    }

    TerminalReads reads_;
    Report report_;
    std::vector<Duration> thresholds_;
    Silence silence_;
    Instant since_;          ///< when the watch began
    Awake::time_point last_; ///< input, or the beginning of the watch
    bool seen_ = false;      ///< any input at all
    bool lost_ = false;
    QTimer timer_;
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace

std::expected<TerminalPlaces, std::string> terminal_places() {
    if (const auto named = qEnvironmentVariable("LIMBER_TTY"); !named.isEmpty()) {
        return TerminalPlaces{.folders = {}, .terminal = named.toStdString()};
    }
    const Descriptor own{terminal::open_own_terminal()};
    if (own.get() < 0) {
        return std::unexpected(said(QT_TRANSLATE_NOOP(
            "said", "limberd was not started on a terminal, and LIMBER_TTY does not name one")));
    }
    TerminalPlaces places{.folders = {"/dev/pts", "/dev"}, .terminal = {}};
    // it may belong to somebody else (sudo)
    std::array<char, 128> name{};
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (places.terminal.empty() && ttyname_r(file, name.data(), name.size()) == 0) {
            places.terminal = name.data();
        }
    }
    return places;
}

std::expected<std::unique_ptr<IdleSource>, std::string>
make_terminal_idle(const TerminalPlaces& places, const std::function<Instant()>& now,
                   IdleSource::Report report) {
    auto reads = TerminalReads::open(places);
    if (!reads) return std::unexpected(reads.error());
    return std::make_unique<TerminalIdle>(std::move(*reads), now(), std::move(report));
}

} // namespace limber::idle
