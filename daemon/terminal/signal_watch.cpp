// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/signal_watch.hpp"

#include <csignal>
#include <functional>
#include <memory>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::terminal {

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
