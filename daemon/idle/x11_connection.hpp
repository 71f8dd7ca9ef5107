// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to a true X server of this machine, never to XWayland. Waits are bounded.
#pragma once

#include "idle/display.hpp"

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct xcb_connection_t;

namespace limber::idle {

struct DisconnectX11 {
    void operator()(xcb_connection_t* connection) const;
};

using X11Connection = std::unique_ptr<xcb_connection_t, DisconnectX11>;

struct NoX11 {
    std::string reason;  ///< a sentence
    bool silent = false; ///< nobody answers where a server should be
};

/// Connects to DISPLAY, or says why not. A server that does not answer within `limit` is refused.
[[nodiscard]] std::expected<X11Connection, NoX11> open_x11(const DisplayEnvironment& environment,
                                                           std::chrono::milliseconds limit);

/// What xcb hands over belongs to free().
struct FreeReply {
    void operator()(void* reply) const;
};

template <typename T>
using X11Reply = std::unique_ptr<T, FreeReply>;

/// The reply to a request, waiting at most `limit`; empty on an error, a hang or a lost connection.
[[nodiscard]] X11Reply<void> x11_reply_within(xcb_connection_t* connection, unsigned sequence,
                                              std::chrono::milliseconds limit);

template <typename T, typename Cookie>
[[nodiscard]] X11Reply<T> x11_reply_within(xcb_connection_t* connection, Cookie cookie,
                                           std::chrono::milliseconds limit) {
    return X11Reply<T>{static_cast<T*>(x11_reply_within(connection, cookie.sequence, limit).release())};
}

/// Waits at most `limit` for the answer; none is a no.
[[nodiscard]] bool x11_has_extension(xcb_connection_t* connection, std::string_view name,
                                     std::chrono::milliseconds limit);

} // namespace limber::idle
