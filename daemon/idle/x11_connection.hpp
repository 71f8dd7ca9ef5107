// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to a true X server of this machine, never to XWayland. Waits are bounded.
#pragma once

#include "idle/display.hpp"

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>

struct xcb_connection_t;
struct xcb_extension_t;
struct xcb_query_extension_reply_t;

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

/// Where the server is in this extension; empty if it has none, or does not answer within `limit`.
[[nodiscard]] X11Reply<xcb_query_extension_reply_t>
x11_extension(xcb_connection_t* connection, xcb_extension_t& extension, std::chrono::milliseconds limit);

/// Whether the display has a tray of the old kind, one that takes in icons by XEmbed: somebody owns the
/// selection of trays on the screen DISPLAY names. Empty where that cannot be told: no X server of this
/// machine, XWayland, or no answer. Blocks, a few times `limit` at most.
[[nodiscard]] std::optional<bool> x11_tray_there(const DisplayEnvironment& environment,
                                                 std::chrono::milliseconds limit);

} // namespace limber::idle
