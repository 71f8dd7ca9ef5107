// SPDX-License-Identifier: GPL-3.0-or-later
// What limber-tray and limber-tray-xembed have in common as programs: there is one of them, and each becomes
// the other when the panel asks for it.
#pragma once

#include "bus/follow.hpp"

#include <QDBusConnection>
#include <QString>

#include <chrono>
#include <memory>

namespace limber::tray {

/// So long a panel may take to start, or to start again, before a tray of the old kind is tried.
inline constexpr auto host_patience = std::chrono::seconds{4};

/// What a program ends with. `lost`: the session bus went away.
enum Exit { ended = 0, lost = 1, usage = 2 };

/// Whether to go on; if not, `status` is what to end with, and the reason was said.
struct Beginning {
    bool go_on = false;
    int status = 0;
};

/// Reads the command line (--help, --version) and becomes the one tray of this session.
[[nodiscard]] Beginning begin_program(const QDBusConnection& bus);

/// Ends the main loop with `lost` when the bus goes away, as long as it lives.
[[nodiscard]] std::unique_ptr<bus::Signal> end_with_bus(const QDBusConnection& bus);

/// X11 as the session's display, where trays of the old kind are.
[[nodiscard]] bool on_x11();

/// This process becomes the program beside it. Returns only if that was impossible, as the one tray it was.
void become(const QString& program, QDBusConnection bus);

} // namespace limber::tray
