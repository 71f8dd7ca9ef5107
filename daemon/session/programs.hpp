// SPDX-License-Identifier: GPL-3.0-or-later
// limberd and limber-tray as children, where no systemd starts them.
#pragma once

#include <systemd/sd-event.h>

#include <cstdint>
#include <functional>
#include <sys/types.h>
#include <vector>

namespace limber::session {

class Programs {
public:
    explicit Programs(sd_event* loop) : loop_(loop) {}

    /// From the folder of this program.
    void start();

    /// Asks them to end; `then` is called once they have, or after some seconds.
    void stop(std::function<void()> then);

private:
    static int ended(sd_event_source* source, const siginfo_t* info, void* self);
    static int waited(sd_event_source* source, std::uint64_t now, void* self);

    sd_event* loop_;
    std::vector<pid_t> running_;
    std::function<void()> then_;
};

} // namespace limber::session
