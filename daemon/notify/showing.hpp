// SPDX-License-Identifier: GPL-3.0-or-later
// Names for what is shown, so that a reply that comes late is not taken for one about something newer.
#pragma once

#include <cstdint>

namespace limber::notify {

/// Which show() a reply belongs to. `life` is new after each withdrawal, `serial` with each show().
struct Showing {
    std::uint32_t id = 0;
    std::uint64_t life = 0;
    std::uint64_t serial = 0;
};

} // namespace limber::notify
