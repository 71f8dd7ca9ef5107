// SPDX-License-Identifier: GPL-3.0-or-later
// Local sockets of display servers: opened without waiting, closed by their owner.
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <utility>

namespace limber::idle {

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
