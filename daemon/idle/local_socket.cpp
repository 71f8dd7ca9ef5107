// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/local_socket.hpp"

#include "translation/said.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <expected>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

namespace limber::idle {

using translation::said;

Descriptor::~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
}

std::expected<Descriptor, std::string> connect_local(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path) {
        return std::unexpected(
            said(QT_TRANSLATE_NOOP("said", "\"{}\" cannot be the name of a socket"), path));
    }
    std::ranges::copy(path, address.sun_path);
    const bool abstract = path.front() == '@';
    if (abstract) address.sun_path[0] = '\0';
    const auto length =
        static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (abstract ? 0 : 1));

    Descriptor fd{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    if (fd.get() < 0) {
        return std::unexpected(
            said(QT_TRANSLATE_NOOP("said", "no socket: {}"), std::generic_category().message(errno)));
    }
    if (::connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), length) != 0) {
        if (errno == EAGAIN) {
            return std::unexpected(
                said(QT_TRANSLATE_NOOP("said", "{} has stopped accepting connections"), path));
        }
        return std::unexpected(path + ": " + std::generic_category().message(errno));
    }
    return fd;
}

bool readable_within(int fd, std::chrono::milliseconds limit) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + limit;
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        pollfd what{.fd = fd, .events = POLLIN, .revents = 0};
        const int answer =
            ::poll(&what, 1, static_cast<int>(std::max(left.count(), std::chrono::milliseconds::rep{0})));
        if (answer >= 0) return answer > 0;
        if (errno != EINTR) return false;
    }
}

} // namespace limber::idle
