// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's main loop for tests: run it until something holds, with an end to the patience.
#pragma once

#include "core/time.hpp"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <array>
#include <chrono>
#include <ctime>
#include <functional>
#include <string>

namespace limber::testing {

/// The one application object; lives as long as the process.
inline QCoreApplication& application() {
    static int count = 1;
    static std::string name = "test";
    static std::array<char*, 2> arguments{name.data(), nullptr};
    static auto* application = new QCoreApplication{count, arguments.data()};
    return *application;
}

/// Handles events until `holds`, at most for `limit`. What `holds` said last.
inline bool run_until(const std::function<bool()>& holds, Duration limit) {
    application();
    QTimer end;
    end.setSingleShot(true);
    end.start(std::chrono::ceil<std::chrono::milliseconds>(limit));
    while (!holds() && end.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return holds();
}

/// Handles all events there are.
inline void settle() {
    application();
    for (int round = 0; round < 10; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

inline Instant boot_time() {
    std::timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return Instant{std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec}};
}

} // namespace limber::testing
