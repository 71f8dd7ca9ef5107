// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when a display may have come up: a socket (also one in the place of another: a server that was killed
// leaves its own behind), or Mutter's name on the session bus. Costs nothing meanwhile.
#pragma once

#include "bus/follow.hpp"
#include "idle/display.hpp"

#include <QFileSystemWatcher>

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <tuple>

namespace limber::idle {

class DisplayWatch {
public:
    /// `appeared` comes from the main loop, as long as this lives; it must not destroy it.
    DisplayWatch(DisplayEnvironment environment, std::function<void()> appeared);

private:
    /// A socket's path, and which file it is.
    using Socket = std::tuple<std::string, std::uint64_t, std::int64_t>;

    [[nodiscard]] std::set<Socket> sockets() const;
    void look();

    DisplayEnvironment environment_;
    std::function<void()> appeared_;
    std::set<Socket> known_;
    QFileSystemWatcher folders_;
    bool asked_for_mutter_ = false; ///< how it was at the beginning is known
    bus::NameOwner names_;
};

} // namespace limber::idle
