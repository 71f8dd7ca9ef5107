// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/own_terminal.hpp"

#include "idle/display.hpp"

#include <csignal>
#include <fcntl.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

namespace limber::terminal {

int open_own_terminal() {
    // opened anew: a flag such as O_NONBLOCK would be shared with whoever started this process
    constexpr int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
    if (isatty(STDIN_FILENO) == 1) {
        const int terminal = open("/proc/self/fd/0", flags);
        if (terminal >= 0) return terminal;
    }
    return open("/dev/tty", flags);
}

bool in_foreground(int terminal) {
    const pid_t group = tcgetpgrp(terminal);
    // not our controlling terminal: nobody shares it with us by way of jobs
    return group < 0 || group == getpgrp();
}

bool only_a_terminal() {
    const auto display = idle::DisplayEnvironment::of_this_process();
    return display.x11_display.empty() && display.wayland_display.empty() && isatty(STDOUT_FILENO) == 1;
}

namespace {

/// A signal that is held back is kept for us even if it is ignored: those are left alone.
sigset_t heeded(const std::vector<int>& signals) {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : signals) {
        struct sigaction before{};
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaddset(&set, signal);
    }
    return set;
}

} // namespace

void hold_back(const std::vector<int>& signals) {
    const sigset_t set = heeded(signals);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

SignalWatch::SignalWatch(const std::vector<int>& signals, std::function<void(int)> came) {
    const sigset_t set = heeded(signals);
    signals_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (signals_ < 0) return;
    notifier_ = std::make_unique<QSocketNotifier>(signals_, QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(),
                     [fd = signals_, came = std::move(came)] {
                         signalfd_siginfo info{};
                         if (read(fd, &info, sizeof info) > 0) came(static_cast<int>(info.ssi_signo));
                     });
}

SignalWatch::~SignalWatch() {
    notifier_.reset();
    if (signals_ >= 0) close(signals_);
}

void stop_now() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    raise(SIGTSTP);
    // here it stops
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

} // namespace limber::terminal
