// SPDX-License-Identifier: GPL-3.0-or-later
// What the service manager is told: ready, one line of state, alive, ending.
#pragma once

#include <QTimer>

#include <memory>
#include <string>

namespace limber::shell {

class SystemdLink {
public:
    /// READY=1 and the first line. From here on the watchdog, where one is set, is fed from the main loop.
    void ready(const std::string& status);

    /// Sent only when it differs from the last one.
    void status(const std::string& status);

    void stopping();

private:
    std::string status_;
    std::unique_ptr<QTimer> watchdog_;
};

} // namespace limber::shell
