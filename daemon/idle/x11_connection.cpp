// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/x11_connection.hpp"

#include "words/said.hpp"

#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <sys/socket.h>
#include <sys/uio.h>
#include <utility>

namespace limber::idle {

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
    if (!sent || !readable_within(fd->get(), limit)) return std::unexpected(said("{} does not answer", path));
    return {};
}

// The first monitor's name by RANDR 1.5, spelled out here for want of more than this one request.
std::string first_monitor(xcb_connection_t* connection, std::chrono::milliseconds limit) {
    static xcb_extension_t randr{.name = "RANDR", .global_id = 0};
    if (!x11_extension(connection, randr, limit)) return {};

    struct GetMonitors {
        std::uint8_t major = 0; // filled in by libxcb, like the next two
        std::uint8_t minor = 0;
        std::uint16_t length = 0;
        xcb_window_t window = 0;
        std::uint32_t active_only = 1;
    } request;

    request.window = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    std::array<iovec, 4> parts{}; // the first two are libxcb's own
    parts[2] = {.iov_base = &request, .iov_len = sizeof request};
    const xcb_protocol_request_t what{.count = 2, .ext = &randr, .opcode = 42, .isvoid = 0};
    const unsigned sequence = xcb_send_request(connection, XCB_REQUEST_CHECKED, &parts[2], &what);

    const auto reply = x11_reply_within(connection, sequence, limit);
    constexpr std::size_t head = 32;
    const auto* bytes = static_cast<const std::uint8_t*>(reply.get());
    if (bytes == nullptr || static_cast<const xcb_generic_reply_t*>(reply.get())->length == 0) return {};
    xcb_atom_t atom = 0;
    std::memcpy(&atom, bytes + head, sizeof atom);
    const auto name =
        x11_reply_within<xcb_get_atom_name_reply_t>(connection, xcb_get_atom_name(connection, atom), limit);
    if (!name) return {};
    return {xcb_get_atom_name_name(name.get()),
            static_cast<std::size_t>(xcb_get_atom_name_name_length(name.get()))};
}

// Newer servers have an extension that says so (not Debian 12's); all call their outputs XWAYLAND0, ….
bool is_xwayland(xcb_connection_t* connection, std::chrono::milliseconds limit) {
    static xcb_extension_t xwayland{.name = "XWAYLAND", .global_id = 0};
    return x11_extension(connection, xwayland, limit) ||
           first_monitor(connection, limit).starts_with("XWAYLAND");
}

/// 1 for ":0.1".
std::optional<int> screen_in(const std::string& display) {
    char* host = nullptr;
    int number = 0;
    int screen = 0;
    if (xcb_parse_display(display.c_str(), &host, &number, &screen) == 0) return std::nullopt;
    const X11Reply<char> freed{host};
    return screen;
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

X11Reply<xcb_query_extension_reply_t> x11_extension(xcb_connection_t* connection, xcb_extension_t& extension,
                                                    std::chrono::milliseconds limit) {
    // Libxcb looks it up by itself at its first use, without a limit: that answer comes before the next one.
    xcb_prefetch_extension_data(connection, &extension);
    const std::string_view name{extension.name};
    auto reply = x11_reply_within<xcb_query_extension_reply_t>(
        connection, xcb_query_extension(connection, static_cast<std::uint16_t>(name.size()), name.data()),
        limit);
    return reply && reply->present != 0 ? std::move(reply) : nullptr;
}

std::expected<X11Connection, NoX11> open_x11(const DisplayEnvironment& environment,
                                             std::chrono::milliseconds limit) {
    const auto refused = [](std::string reason) {
        return std::unexpected(NoX11{.reason = std::move(reason)});
    };
    if (environment.x11_display.empty()) return refused(said("{} is not set", "DISPLAY"));
    if (environment.session_type == "wayland") {
        return refused(said("XDG_SESSION_TYPE is wayland: XWayland sees only part of the input"));
    }
    const auto display = local_x11_display(environment.x11_display);
    if (!display) {
        return refused(said("DISPLAY={} is not a display of this machine", environment.x11_display));
    }
    if (const auto alive = greets(*display, limit); !alive)
        return std::unexpected(NoX11{.reason = alive.error(), .silent = true});

    // Libxcb writes without MSG_NOSIGNAL: a server that has died must be an error, not the end of the
    // program.
    std::signal(SIGPIPE, SIG_IGN);
    X11Connection connection{xcb_connect(environment.x11_display.c_str(), nullptr)};
    if (const int error = xcb_connection_has_error(connection.get()); error != 0) {
        return refused(said("the X server at {} refuses the connection (error {}; is XAUTHORITY right?)",
                            environment.x11_display, error));
    }
    if (is_xwayland(connection.get(), limit)) {
        return refused(said("{} is XWayland: it sees only part of the input", environment.x11_display));
    }
    return connection;
}

std::optional<bool> x11_tray_there(const DisplayEnvironment& environment, std::chrono::milliseconds limit) {
    // there the tray is one of StatusNotifierItems, even if DISPLAY names an X server as well
    if (!environment.wayland_display.empty()) return std::nullopt;
    const auto connection = open_x11(environment, limit);
    const auto screen = screen_in(environment.x11_display);
    if (!connection || !screen) return std::nullopt;
    const std::string name = "_NET_SYSTEM_TRAY_S" + std::to_string(*screen);
    xcb_connection_t* c = connection->get();
    constexpr std::uint8_t only_if_exists = 1;
    const auto atom = x11_reply_within<xcb_intern_atom_reply_t>(
        c, xcb_intern_atom(c, only_if_exists, static_cast<std::uint16_t>(name.size()), name.data()), limit);
    if (!atom) return std::nullopt;
    if (atom->atom == XCB_ATOM_NONE) return false; // nobody has ever spoken of one
    const auto owner =
        x11_reply_within<xcb_get_selection_owner_reply_t>(c, xcb_get_selection_owner(c, atom->atom), limit);
    if (!owner) return std::nullopt;
    return owner->owner != XCB_WINDOW_NONE;
}

} // namespace limber::idle
