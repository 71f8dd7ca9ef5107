// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/display.hpp"

#include "words/said.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

namespace limber::idle {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): read on the main loop only
    return value == nullptr ? std::string{} : std::string{value};
}

} // namespace

DisplayEnvironment DisplayEnvironment::of_this_process() {
    return {.wayland_display = variable("WAYLAND_DISPLAY"),
            .runtime_dir = variable("XDG_RUNTIME_DIR"),
            .x11_display = variable("DISPLAY"),
            .x11_authority = variable("XAUTHORITY"),
            .session_type = variable("XDG_SESSION_TYPE"),
            .session_id = variable("XDG_SESSION_ID")};
}

std::optional<std::string> named_wayland_socket(const DisplayEnvironment& environment) {
    const std::string& name = environment.wayland_display;
    if (name.empty()) return std::nullopt;
    if (name.front() == '/') return name;
    if (environment.runtime_dir.empty()) return std::nullopt;
    return environment.runtime_dir + "/" + name;
}

std::vector<std::string> present_wayland_sockets(const DisplayEnvironment& environment) {
    std::vector<std::string> sockets;
    if (environment.runtime_dir.empty()) return sockets;
    std::error_code error;
    std::filesystem::directory_iterator entry{environment.runtime_dir, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        std::error_code unknown;
        if (entry->path().filename().string().starts_with("wayland-") && entry->is_socket(unknown))
            sockets.push_back(entry->path().string());
    }
    std::ranges::sort(sockets);
    return sockets;
}

std::vector<std::string> wayland_candidates(const DisplayEnvironment& environment) {
    const auto named = named_wayland_socket(environment);
    if (!named && !environment.x11_display.empty()) return {};
    std::vector<std::string> candidates;
    if (named) candidates.push_back(*named);
    for (const std::string& socket : present_wayland_sockets(environment)) {
        if (socket != named) candidates.push_back(socket);
    }
    return candidates;
}

std::optional<int> local_x11_display(const std::string& display) {
    const auto colon = display.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    const std::string_view host = std::string_view{display}.substr(0, colon);
    if (!host.empty() && host != "unix") return std::nullopt;
    int number = -1;
    const char* end = display.data() + display.size();
    const auto [rest, error] = std::from_chars(display.data() + colon + 1, end, number);
    if (error != std::errc{} || number < 0 || (rest != end && *rest != '.')) return std::nullopt;
    return number;
}

std::string x11_socket(int display) {
    return "/tmp/.X11-unix/X" + std::to_string(display);
}

Descriptor::~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
}

std::expected<Descriptor, std::string> connect_local(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path) {
        return std::unexpected(said("\"{}\" cannot be the name of a socket", path));
    }
    std::ranges::copy(path, address.sun_path);
    const bool abstract = path.front() == '@';
    if (abstract) address.sun_path[0] = '\0';
    const auto length =
        static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (abstract ? 0 : 1));

    Descriptor fd{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    if (fd.get() < 0) {
        return std::unexpected(said("no socket: {}", std::generic_category().message(errno)));
    }
    if (::connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), length) != 0) {
        if (errno == EAGAIN) {
            return std::unexpected(said("{} has stopped accepting connections", path));
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
