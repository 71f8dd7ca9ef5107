// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/display.hpp"
#include "idle/silence.hpp"
#include "idle/sources.hpp"
#include "terminal/own_terminal.hpp"
#include "words/said.hpp"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace limber::idle {

namespace {

using namespace std::chrono_literals;

/// CLOCK_MONOTONIC, which stands still while the machine sleeps, as a silence is counted.
using Awake = std::chrono::steady_clock;

// A silence of which nothing but its end was seen is told a moment after it was measured.
constexpr Duration latest_stamp = 100ms;

std::string because(int error) {
    return std::generic_category().message(error);
}

/// "3" of /dev/pts, "tty3" of /dev; a serial line is a machine's more often than a person's.
bool named_like_a_terminal(std::string_view name) {
    if (name.starts_with("tty")) name.remove_prefix(3);
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

bool a_terminal_of_ours(const std::string& path) {
    struct stat found{};
    return stat(path.c_str(), &found) == 0 && S_ISCHR(found.st_mode) && found.st_uid == getuid();
}

/// What take() makes of each event.
template <class Each>
void each_event(int queue, Each each) {
    alignas(inotify_event) std::array<char, 4096> buffer{};
    for (;;) {
        const auto count = read(queue, buffer.data(), buffer.size());
        if (count <= 0) return;
        for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name = buffer.data() + at + sizeof event;
            each(event, std::string_view{name, strnlen(name, event.len)});
            at += sizeof event + event.len;
        }
    }
}

/// Types one letter into a terminal of its own and reads it. Some kernels (sandboxes above all) have inotify
/// and yet say nothing of terminals: then everybody would be idle for ever.
bool kernel_tells() {
    const Descriptor keyboard{posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)};
    std::array<char, 128> name{};
    if (keyboard.get() < 0 || grantpt(keyboard.get()) != 0 || unlockpt(keyboard.get()) != 0 ||
        ptsname_r(keyboard.get(), name.data(), name.size()) != 0) {
        return false;
    }
    const Descriptor terminal{open(name.data(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)};
    const Descriptor queue{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (terminal.get() < 0 || queue.get() < 0 || inotify_add_watch(queue.get(), name.data(), IN_ACCESS) < 0) {
        return false;
    }
    std::array<char, 8> typed{};
    bool told = false;
    if (write(keyboard.get(), "\n", 1) == 1 && read(terminal.get(), typed.data(), typed.size()) > 0) {
        each_event(queue.get(), [&](const inotify_event& event, std::string_view) {
            told |= (event.mask & IN_ACCESS) != 0;
        });
    }
    return told;
}

/// Tells when a program reads from one of the person's terminals. By inotify, so nothing is done meanwhile.
class TerminalReads {
public:
    /// What the queue held.
    struct News {
        bool read = false;
        bool gone = false; ///< the only terminal
    };

    [[nodiscard]] static std::expected<TerminalReads, std::string> open(const TerminalPlaces& places);

    /// Readable when there is news.
    [[nodiscard]] int descriptor() const { return queue_.get(); }

    [[nodiscard]] News take();

private:
    explicit TerminalReads(Descriptor queue) : queue_(std::move(queue)) {}

    [[nodiscard]] std::expected<void, std::string> watch_named(const std::string& terminal);
    void watch_folder(const std::string& folder);
    void rescan(const std::string& folder);
    bool watch_terminal(const std::string& path);

    Descriptor queue_;
    std::map<int, std::string> folders_; ///< by watch
    std::set<int> terminals_;
};

std::expected<TerminalReads, std::string> TerminalReads::open(const TerminalPlaces& places) {
    if (!kernel_tells()) {
        return why_not(N_("this kernel does not tell of input on terminals"));
    }
    Descriptor queue{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (queue.get() < 0) return why_not(N_("inotify: {}"), because(errno));
    TerminalReads reads{std::move(queue)};
    if (!places.terminal.empty()) {
        auto watched = reads.watch_named(places.terminal);
        if (!watched && places.folders.empty()) return std::unexpected(watched.error());
    }
    for (const auto& folder : places.folders) {
        reads.watch_folder(folder);
    }
    if (reads.terminals_.empty()) return why_not(N_("none of your terminals can be watched"));
    return reads;
}

std::expected<void, std::string> TerminalReads::watch_named(const std::string& terminal) {
    struct stat found{};
    if (stat(terminal.c_str(), &found) != 0) return std::unexpected(terminal + ": " + because(errno));
    if (!S_ISCHR(found.st_mode)) return why_not(N_("{} is not a terminal"), terminal);
    if (!watch_terminal(terminal)) return std::unexpected(terminal + ": " + because(errno));
    return {};
}

void TerminalReads::watch_folder(const std::string& folder) {
    // a login changes the owner of a terminal that was there before
    const int watch = inotify_add_watch(queue_.get(), folder.c_str(), IN_CREATE | IN_ATTRIB | IN_ONLYDIR);
    if (watch < 0) return;
    folders_[watch] = folder;
    rescan(folder);
}

void TerminalReads::rescan(const std::string& folder) {
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator{folder, trouble}) {
        const std::string path = entry.path().string();
        if (named_like_a_terminal(entry.path().filename().string()) && a_terminal_of_ours(path)) {
            watch_terminal(path);
        }
    }
}

bool TerminalReads::watch_terminal(const std::string& path) {
    const int watch = inotify_add_watch(queue_.get(), path.c_str(), IN_ACCESS | IN_DELETE_SELF);
    if (watch >= 0) terminals_.insert(watch);
    return watch >= 0;
}

TerminalReads::News TerminalReads::take() {
    News news;
    each_event(queue_.get(), [&](const inotify_event& event, std::string_view name) {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            // so much happens only where somebody is
            news.read = true;
            for (const auto& [watch, folder] : folders_) {
                rescan(folder);
            }
        } else if (const auto folder = folders_.find(event.wd); folder != folders_.end()) {
            const std::string path = folder->second + '/' + std::string{name};
            if (named_like_a_terminal(name) && a_terminal_of_ours(path)) watch_terminal(path);
        } else if ((event.mask & IN_IGNORED) != 0) {
            terminals_.erase(event.wd);
        } else if ((event.mask & IN_ACCESS) != 0) {
            news.read = true;
        }
    });
    news.gone = folders_.empty() && terminals_.empty();
    return news;
}

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
        report_({.kind = IdleReport::Kind::active});
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
        report_({.kind = IdleReport::Kind::lost});
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
        return why_not(N_("limberd was not started on a terminal, and LIMBER_TTY does not name one"));
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

Source make_terminal_idle(const TerminalPlaces& places, const std::function<Instant()>& now,
                          IdleSource::Report report) {
    auto reads = TerminalReads::open(places);
    if (!reads) return std::unexpected(reads.error());
    return std::make_unique<TerminalIdle>(std::move(*reads), now(), std::move(report));
}

} // namespace limber::idle
