// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/x11_connection.hpp"

#include "idle/display.hpp"
#include "idle/local_socket.hpp"

#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <expected>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace limber {

namespace {

// Libxcb waits without limit for the server's greeting. So a greeting is asked for by hand first; any
// answer, also a refusal, comes from a server that is alive.
std::expected<void, std::string> greets(int display, std::chrono::milliseconds limit) {
    const std::string path = x11_socket(display);
    auto fd = connect_local(path);
    if (!fd) fd = connect_local("@" + path);
    if (!fd) return std::unexpected(fd.error());
    constexpr std::array<std::uint8_t, 12> hello{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    const bool sent = ::send(fd->get(), hello.data(), hello.size(), MSG_NOSIGNAL) == std::ssize(hello);
    if (!sent || !readable_within(fd->get(), limit)) return std::unexpected(path + " does not answer");
    return {};
}

bool is_xwayland(xcb_connection_t* connection, std::chrono::milliseconds limit) {
    constexpr std::string_view name = "XWAYLAND";
    const auto cookie = xcb_query_extension(connection, static_cast<std::uint16_t>(name.size()), name.data());
    const auto reply = x11_reply_within<xcb_query_extension_reply_t>(connection, cookie, limit);
    return reply && reply->present != 0;
}

} // namespace

void DisconnectX11::operator()(xcb_connection_t* connection) const {
    xcb_disconnect(connection);
}

void FreeReply::operator()(void* reply) const {
    std::free(reply); // NOLINT(cppcoreguidelines-no-malloc): xcb's memory
}

X11Reply<void> x11_reply_within(xcb_connection_t* connection, unsigned sequence,
                                std::chrono::milliseconds limit) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + limit;
    xcb_flush(connection);
    while (true) {
        void* reply = nullptr;
        xcb_generic_error_t* error = nullptr;
        if (xcb_poll_for_reply(connection, sequence, &reply, &error) != 0) {
            const X11Reply<xcb_generic_error_t> freed{error};
            return X11Reply<void>{reply};
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0 || !readable_within(xcb_get_file_descriptor(connection), left)) return {};
    }
}

std::expected<X11Connection, std::string> open_x11(const DisplayEnvironment& environment,
                                                   std::chrono::milliseconds limit) {
    if (environment.x11_display.empty()) return std::unexpected("DISPLAY is not set");
    if (environment.session_type == "wayland")
        return std::unexpected("XDG_SESSION_TYPE is wayland: XWayland sees only part of the input");
    const auto display = local_x11_display(environment.x11_display);
    if (!display)
        return std::unexpected("DISPLAY=" + environment.x11_display + " is not a display of this machine");
    if (const auto alive = greets(*display, limit); !alive) return std::unexpected(alive.error());

    // Libxcb writes without MSG_NOSIGNAL: a server that has died must be an error, not the end of the
    // program.
    std::signal(SIGPIPE, SIG_IGN);
    X11Connection connection{xcb_connect(environment.x11_display.c_str(), nullptr)};
    if (const int error = xcb_connection_has_error(connection.get()); error != 0) {
        return std::unexpected("the X server at " + environment.x11_display +
                               " refuses the connection (error " + std::to_string(error) +
                               "; is XAUTHORITY right?)");
    }
    if (is_xwayland(connection.get(), limit))
        return std::unexpected(environment.x11_display + " is XWayland: it sees only part of the input");
    return connection;
}

} // namespace limber
