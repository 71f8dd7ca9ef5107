// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/own_terminal.hpp"

#include "idle/display.hpp"

#include <fcntl.h>
#include <unistd.h>

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

} // namespace limber::terminal
