// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemd_link.hpp"

#include <systemd/sd-daemon.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace limber::shell {

void SystemdLink::ready(const std::string& status) {
    status_ = status;
    sd_notify(0, ("READY=1\nSTATUS=" + status).c_str());
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) return;
    using std::chrono::milliseconds;
    watchdog_ = std::make_unique<QTimer>();
    watchdog_->setTimerType(Qt::CoarseTimer);
    watchdog_->setInterval(std::max(milliseconds{microseconds / 2000}, milliseconds{1}));
    QObject::connect(watchdog_.get(), &QTimer::timeout, watchdog_.get(), [] { sd_notify(0, "WATCHDOG=1"); });
    watchdog_->start();
}

void SystemdLink::status(const std::string& status) {
    if (status == status_) return;
    status_ = status;
    sd_notify(0, ("STATUS=" + status).c_str());
}

void SystemdLink::stopping() {
    sd_notify(0, "STOPPING=1");
}

} // namespace limber::shell
