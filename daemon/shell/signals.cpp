// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals.hpp"

#include <csignal>
#include <functional>
#include <memory>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

namespace limber::shell {
namespace {

sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    // the terminal has hung up; nohup has it ignored, and held back it would come all the same
    struct sigaction hangup{};
    if (sigaction(SIGHUP, nullptr, &hangup) == 0 && hangup.sa_handler != SIG_IGN) sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

void hold_back_signals() {
    const sigset_t set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // a peer that hangs up is an error of write(), not an end
    std::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for this signal
    // nor is a file that may not grow
    std::signal(SIGXFSZ, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for this signal
}

Signals::Signals(std::function<void()> end) {
    const sigset_t set = ending_signals();
    signals_ = FileDescriptor{signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC)};
    if (!signals_) return;
    notifier_ = std::make_unique<QSocketNotifier>(signals_.get(), QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(),
                     [this, end = std::move(end)] {
                         signalfd_siginfo info{};
                         if (read(signals_.get(), &info, sizeof info) > 0) end();
                     });
}

} // namespace limber::shell
