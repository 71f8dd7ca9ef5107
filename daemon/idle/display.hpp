// SPDX-License-Identifier: GPL-3.0-or-later
// Where a display server may be found, and its socket opened without waiting. The environment of a user
// service is that of its manager and may be stale: what it names is a hint, only a socket that answers is a
// display.
#pragma once

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {

/// The variables that name displays, each empty when unset.
struct DisplayEnvironment {
    std::string wayland_display;
    std::string runtime_dir;
    std::string x11_display;
    std::string x11_authority; ///< the file with the key to it
    std::string session_type;
    std::string session_id; ///< logind's

    [[nodiscard]] static DisplayEnvironment of_this_process();
};

/// The socket WAYLAND_DISPLAY names; empty when it names none.
[[nodiscard]] std::optional<std::string> named_wayland_socket(const DisplayEnvironment& environment);

/// All sockets wayland-* in the runtime directory, sorted.
[[nodiscard]] std::vector<std::string> present_wayland_sockets(const DisplayEnvironment& environment);

/// Where a compositor may be, the likeliest first. The named display leads; another one counts only where
/// the variable is stale, or where nothing is set at all: a nested compositor on an X11 desktop sees little
/// of the input.
[[nodiscard]] std::vector<std::string> wayland_candidates(const DisplayEnvironment& environment);

/// The number in a DISPLAY of this machine (":0", "unix:0"); empty for another machine's or nonsense.
[[nodiscard]] std::optional<int> local_x11_display(const std::string& display);

/// /tmp/.X11-unix/X0 for 0.
[[nodiscard]] std::string x11_socket(int display);

/// A file descriptor that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}

    Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}

    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int get() const { return fd_; }

    [[nodiscard]] int release() { return std::exchange(fd_, -1); }

private:
    int fd_;
};

/// Connects without waiting; a server that has stopped accepting is an error. A leading '@' names an
/// abstract socket. The answer is non-blocking and close-on-exec; the error is a sentence.
[[nodiscard]] std::expected<Descriptor, std::string> connect_local(const std::string& path);

/// Waits until there is something to read, at most `limit`. False: nothing came.
[[nodiscard]] bool readable_within(int fd, std::chrono::milliseconds limit);

} // namespace limber::idle
