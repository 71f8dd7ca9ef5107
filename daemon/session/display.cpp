// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/display.hpp"

#include <xcb/xcb.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace limber::session {
namespace {

std::string value_of(const Environment& environment, const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string{} : found->second;
}

std::string wayland_socket(const Environment& environment) {
    std::string name = value_of(environment, "WAYLAND_DISPLAY");
    if (name.empty() || name.front() == '/') return name;
    const char* const folder = std::getenv("XDG_RUNTIME_DIR"); // NOLINT(concurrency-mt-unsafe): one thread
    return folder == nullptr ? std::string{} : folder + ('/' + name);
}

/// −1: nobody listens there.
int connected_socket(const std::string& path) {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    if (path.size() >= sizeof address.sun_path) return -1;
    std::ranges::copy(path, std::begin(address.sun_path));
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the interface wants it
    if (fd >= 0 && ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
    if (fd >= 0) close(fd);
    return -1;
}

} // namespace

std::optional<Display> Display::connect(const Environment& environment) {
    Display display;
    if (const std::string socket = wayland_socket(environment); !socket.empty()) {
        display.name_ = socket;
        display.fd_ = connected_socket(socket);
        // as toolkits do: X11 where Wayland does not answer
        if (display.fd_ >= 0) return display;
    }
    const std::string x11 = value_of(environment, "DISPLAY");
    if (x11.empty()) return std::nullopt;
    display.x11_ = xcb_connect(x11.c_str(), nullptr);
    if (xcb_connection_has_error(display.x11_) != 0) return std::nullopt;
    display.name_ = x11.substr(0, x11.find('.', x11.rfind(':')));
    display.fd_ = xcb_get_file_descriptor(display.x11_);
    return display;
}

bool Display::lives() {
    if (x11_ != nullptr) {
        while (xcb_generic_event_t* const event = xcb_poll_for_event(x11_))
            std::free(event); // NOLINT(cppcoreguidelines-no-malloc): as xcb wants it
        return xcb_connection_has_error(x11_) == 0;
    }
    std::array<char, 256> unasked{};
    ssize_t got = 1;
    while (got > 0)
        got = recv(fd_, unasked.data(), unasked.size(), MSG_DONTWAIT);
    return got < 0 && (errno == EAGAIN || errno == EINTR);
}

Display::Display(Display&& other) noexcept {
    *this = std::move(other);
}

Display& Display::operator=(Display&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(fd_, other.fd_);
    std::swap(x11_, other.x11_);
    return *this;
}

Display::~Display() {
    if (x11_ != nullptr) {
        xcb_disconnect(x11_);
    } else if (fd_ >= 0) {
        close(fd_);
    }
}

} // namespace limber::session
