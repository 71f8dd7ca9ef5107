// SPDX-License-Identifier: GPL-3.0-or-later
// compositor_v2 FIFO: a compositor that offers version 2 of ext-idle-notify, which none of Debian 12 does.
// Prints its socket; what is written into the FIFO is input.
#include "idle/fake_compositor.hpp"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    limber::testing::FakeCompositor compositor{2, 1};
    const int keys = open(argv[1], O_RDWR | O_CLOEXEC);
    if (keys < 0) return 1;
    std::puts(compositor.socket().c_str());
    std::fflush(stdout);
    constexpr int tick = 5; // milliseconds
    while (true) {
        pollfd what{.fd = keys, .events = POLLIN, .revents = 0};
        std::array<char, 64> typed{};
        if (poll(&what, 1, tick) > 0 && read(keys, typed.data(), typed.size()) > 0) compositor.input();
        compositor.look_at_clock();
    }
}
