// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the session bus: of itself, and of the user's systemd where that is on it.
#pragma once

#include "session/display.hpp"

#include <optional>

struct sd_bus;

namespace limber::session {

/// Each blocks until it is answered.
class Systemd {
public:
    /// The bus outlives it.
    explicit Systemd(sd_bus* bus) : bus_(bus) {}

    /// What the manager gives its services; none where there is no manager.
    [[nodiscard]] std::optional<Environment> environment() const;

    /// Hands these on to what the bus and the manager, if there is one, start from now on. `before` is what
    /// the manager had: those of `handed_on` that only it has are of an earlier login and go.
    void hand_on(const Environment& environment, const std::optional<Environment>& before) const;

    /// Starts Limber's units, anew if they run: they may be of a login that is over. False: there are none.
    [[nodiscard]] bool start_units() const;

    /// Not over the bus, which may be gone first: MATE ends it when it ends.
    static void stop_units();

private:
    sd_bus* bus_;
};

} // namespace limber::session
