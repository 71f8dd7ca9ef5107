// SPDX-License-Identifier: GPL-3.0-or-later
// limber-session: started by the desktop's autostart, or by a line in a compositor's configuration. Starts
// Limber, as units of systemd or without it, and ends it with the display.
#include "session/display.hpp"
#include "session/systemd.hpp"

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <pthread.h>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/types.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::session {
namespace {

constexpr int exit_usage = 2;
constexpr int exit_unavailable = 69;

constexpr auto bus_name = "org.limber.Session";

/// With programs that are asked to end.
constexpr auto patience = std::chrono::microseconds{std::chrono::seconds{10}};

constexpr auto usage = R"(limber-session: starts Limber for this graphical session and ends it with it.

Usage: limber-session

  --version    print the version and end
  --help       print this and end

Desktops start it at login by themselves. Elsewhere a line in the configuration of the
window manager or compositor does; for sway: exec limber-session
)";

Environment own_environment() {
    Environment environment;
    for (const char* const name : handed_on) {
        const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
        if (value != nullptr && *value != '\0') environment.emplace(name, value);
    }
    return environment;
}

/// limberd and limber-tray as children, where no systemd starts them.
class Programs {
public:
    explicit Programs(sd_event* loop) : loop_(loop) {}

    /// From the folder of this program.
    void start() {
        std::error_code unknown;
        const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
        posix_spawnattr_t attributes{};
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        for (const char* const name : {"limberd", "limber-tray"}) {
            std::string program = folder / name;
            const std::array<char*, 2> arguments{program.data(), nullptr};
            pid_t pid = 0;
            const int error =
                posix_spawn(&pid, program.c_str(), nullptr, &attributes, arguments.data(), environ);
            if (error != 0) {
                std::fprintf(stderr, "limber-session: %s: %s\n", program.c_str(),
                             std::generic_category().message(error).c_str());
                continue;
            }
            running_.push_back(pid);
            sd_event_add_child(loop_, nullptr, pid, WEXITED, &Programs::ended, this);
        }
        posix_spawnattr_destroy(&attributes);
    }

    /// Asks them to end; `then` is called once they have, or after some seconds.
    void stop(std::function<void()> then) {
        then_ = std::move(then);
        if (running_.empty()) return then_();
        for (const pid_t pid : running_)
            kill(pid, SIGTERM);
        sd_event_add_time_relative(loop_, nullptr, CLOCK_MONOTONIC, patience.count(), 0, &Programs::waited,
                                   this);
    }

private:
    static int ended(sd_event_source* /*source*/, const siginfo_t* info, void* self) {
        auto& programs = *static_cast<Programs*>(self);
        std::erase(programs.running_, info->si_pid);
        if (programs.running_.empty() && programs.then_) programs.then_();
        return 0;
    }

    static int waited(sd_event_source* /*source*/, std::uint64_t /*now*/, void* self) {
        static_cast<Programs*>(self)->then_();
        return 0;
    }

    sd_event* loop_;
    std::vector<pid_t> running_;
    std::function<void()> then_;
};

/// From the first display to the last: waits for its turn, starts Limber, and ends it.
class Session {
public:
    Session(sd_event* loop, sd_bus* bus, std::unique_ptr<Display> display)
        : loop_(loop), bus_(bus), display_(std::move(display)), systemd_(bus), programs_(loop) {}

    int run() {
        for (const int signal : {SIGTERM, SIGINT, SIGHUP})
            sd_event_add_signal(loop_, nullptr, signal, &Session::asked_to_end, this);
        sd_event_add_io(loop_, nullptr, display_->fd(), EPOLLIN, &Session::display_news, this);
        sd_bus_attach_event(bus_, loop_, SD_EVENT_PRIORITY_NORMAL);
        sd_bus_match_signal(bus_, nullptr, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "NameAcquired", &Session::name_acquired, this);
        // Behind another session of this person, or another line that starts this: in turn.
        const int answer = sd_bus_request_name(bus_, bus_name, SD_BUS_NAME_QUEUE);
        if (answer < 0) {
            std::fprintf(stderr, "limber-session: %s: %s\n", bus_name,
                         std::strerror(-answer)); // NOLINT(concurrency-mt-unsafe)
            return exit_unavailable;
        }
        return sd_event_loop(loop_);
    }

private:
    enum class Started { nothing, units, programs };

    static int name_acquired(sd_bus_message* message, void* self, sd_bus_error* /*error*/) {
        const char* name = nullptr;
        if (sd_bus_message_read(message, "s", &name) > 0 && std::string_view{name} == bus_name)
            static_cast<Session*>(self)->begin();
        return 0;
    }

    static int display_news(sd_event_source* source, int /*fd*/, std::uint32_t /*events*/, void* self) {
        auto& session = *static_cast<Session*>(self);
        if (session.display_->lives()) return 0;
        sd_event_source_set_enabled(source, SD_EVENT_OFF); // readable for good, while the programs end
        session.end();
        return 0;
    }

    static int other_news(sd_event_source* source, int /*fd*/, std::uint32_t /*events*/, void* self) {
        auto& session = *static_cast<Session*>(self);
        if (session.other_ && session.other_->lives()) return 0;
        sd_event_source_unref(source);
        session.other_.reset();
        session.begin();
        return 0;
    }

    static int asked_to_end(sd_event_source* /*source*/, const signalfd_siginfo* /*info*/, void* self) {
        static_cast<Session*>(self)->end();
        return 0;
    }

    void begin() {
        if (started_ != Started::nothing || other_ || ending_) return;
        if (!display_->lives()) return end();
        const auto theirs = systemd_.environment();
        if (theirs && waits_for_other(*theirs)) return;
        systemd_.hand_on(own_environment(), theirs);
        if (theirs && systemd_.start_units()) {
            started_ = Started::units;
        } else {
            programs_.start();
            started_ = Started::programs;
        }
    }

    /// The manager serves a display that lives and is not ours: a compositor in a window of another desktop.
    bool waits_for_other(const Environment& theirs) {
        other_ = Display::connect(theirs);
        if (!other_ || other_->is_of_one_desktop_with(*display_)) {
            other_.reset();
            return false;
        }
        std::fprintf(stderr, "limber-session: Limber is there for %s; here it starts when that has ended\n",
                     other_->name().c_str());
        sd_event_source* source = nullptr;
        sd_event_add_io(loop_, &source, other_->fd(), EPOLLIN, &Session::other_news, this);
        return true;
    }

    void end() {
        if (std::exchange(ending_, true)) return;
        const auto leave = [this] { sd_event_exit(loop_, EXIT_SUCCESS); };
        if (started_ == Started::programs) return programs_.stop(leave);
        if (started_ == Started::units) {
            Systemd::stop_units();
            take_back();
        }
        leave();
    }

    /// The next login may be of another kind. What somebody has set since is theirs.
    void take_back() {
        auto known = systemd_.environment();
        if (!known) return;
        const Environment own = own_environment();
        std::erase_if(*known, [&own](const auto& entry) {
            const auto ours = own.find(entry.first);
            return ours == own.end() || ours->second != entry.second;
        });
        systemd_.hand_on({}, known);
    }

    sd_event* loop_;
    sd_bus* bus_;
    std::unique_ptr<Display> display_;
    std::unique_ptr<Display> other_; ///< waited for
    Systemd systemd_;
    Programs programs_;
    Started started_ = Started::nothing;
    bool ending_ = false;
};

void hold_back_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGCHLD})
        sigaddset(&set, signal);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

int run(char** argv) {
    auto display = Display::connect(own_environment());
    if (!display) {
        std::fputs(
            "limber-session: no desktop here: neither WAYLAND_DISPLAY nor DISPLAY names one that answers\n",
            stderr);
        return exit_unavailable;
    }
    sd_bus* bus = nullptr;
    if (sd_bus_open_user(&bus) < 0) {
        // an X session without one: Limber's parts find each other on one of their own
        if (std::getenv("DBUS_SESSION_BUS_ADDRESS") == nullptr) { // NOLINT(concurrency-mt-unsafe): one thread
            execlp("dbus-run-session", "dbus-run-session", "--", argv[0], nullptr);
        }
        std::fputs("limber-session: there is no session bus\n", stderr);
        return exit_unavailable;
    }
    hold_back_signals();
    sd_event* loop = nullptr;
    sd_event_new(&loop);
    Session session{loop, bus, std::move(display)};
    const int status = session.run();
    sd_bus_flush_close_unref(bus);
    sd_event_unref(loop);
    return status;
}

} // namespace
} // namespace limber::session

int main(int argc, char** argv) {
    using namespace limber::session;
    const std::string_view argument = argc > 1 ? argv[1] : "";
    if (argument == "--version") {
        std::puts("limber-session " LIMBER_VERSION);
        return 0;
    }
    if (argc > 1) {
        const bool asked = argument == "--help" || argument == "-h";
        std::fputs(usage, asked ? stdout : stderr);
        return asked ? 0 : exit_usage;
    }
    return run(argv);
}
