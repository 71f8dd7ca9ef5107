// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_loop.hpp"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace limber::test {

void need_application() {
    static int argc = 1;
    static char name[] = "test_shell"; // NOLINT(modernize-avoid-c-arrays): what QCoreApplication takes
    static char* argv[] = {name};      // NOLINT(modernize-avoid-c-arrays)
    static QCoreApplication application{argc, argv};
}

bool wait_until(const std::function<bool()>& condition) {
    need_application();
    bool late = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [&late] { late = true; });
    limit.start(2000);
    while (!condition() && !late) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return condition();
}

void run_ready() {
    need_application();
    QCoreApplication::processEvents();
}

} // namespace limber::test
