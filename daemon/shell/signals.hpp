// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM, SIGINT and SIGHUP as events of the main loop.
#pragma once

#include "file_descriptor.hpp"

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace limber::shell {

/// Before any thread exists: they all inherit that these signals wait to be read.
void hold_back_signals();

class Signals {
public:
    explicit Signals(std::function<void()> end);

private:
    FileDescriptor signals_;
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace limber::shell
