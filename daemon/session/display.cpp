// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/display.hpp"

#include <xcb/xcb.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>
#include <unistd.h>

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

/// libxcb looks for the key of a display where this variable of the process says.
void set_authority(const std::string& file) {
    if (file.empty()) {
        unsetenv("XAUTHORITY"); // NOLINT(concurrency-mt-unsafe): one thread
    } else {
        setenv("XAUTHORITY", file.c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    }
}

xcb_connection_t* x11_connection(const std::string& name, const std::string& authority) {
    const char* const set = std::getenv("XAUTHORITY"); // NOLINT(concurrency-mt-unsafe)
    const std::string before = set == nullptr ? "" : set;
    set_authority(authority);
    xcb_connection_t* const connection = xcb_connect(name.c_str(), nullptr);
    set_authority(before);
    return connection;
}

/// The process that listens there; 0: not to be seen from here.
pid_t listener(int fd) {
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? peer.pid : 0;
}

} // namespace

std::unique_ptr<Display> Display::connect(const Environment& environment) {
    std::unique_ptr<Display> display{new Display};
    if (const std::string socket = wayland_socket(environment); !socket.empty()) {
        display->name_ = socket;
        display->fd_ = connected_socket(socket);
        // as toolkits do: X11 where Wayland does not answer
        if (display->fd_ >= 0) return display;
    }
    const std::string x11 = value_of(environment, "DISPLAY");
    if (x11.empty()) return nullptr;
    display->x11_ = x11_connection(x11, value_of(environment, "XAUTHORITY"));
    if (xcb_connection_has_error(display->x11_) != 0) return nullptr;
    display->name_ = x11.substr(0, x11.find('.', x11.rfind(':')));
    display->fd_ = xcb_get_file_descriptor(display->x11_);
    return display;
}

bool Display::is_of_one_desktop_with(const Display& other) const {
    if (name_ == other.name_) return true;
    const pid_t ours = listener(fd_);
    return ours != 0 && ours == listener(other.fd_);
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

Display::~Display() {
    if (x11_ != nullptr) {
        xcb_disconnect(x11_);
    } else if (fd_ >= 0) {
        close(fd_);
    }
}

} // namespace limber::session
