// SPDX-License-Identifier: GPL-3.0-or-later
// Tries the idle sources in order: ext-idle-notify-v1, kwin-idle, mutter, xsync,
// logind-idle-hint, terminal.
#pragma once

#include "core/finding.hpp"
#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/idle_source.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class QObject;

namespace limber::idle {

/// A source that was tried in vain, and why: a sentence for `limber doctor`.
struct Refused {
    std::string name;
    std::string reason;

    bool operator==(const Refused&) const = default;
};

/// The first source that works, if any, and all that were tried before it.
struct Probed {
    std::unique_ptr<IdleSource> source;
    std::vector<Refused> refused;
    bool last_resort = false; ///< no display's: one that comes up later is better
};

/// How long a compositor may take to greet. Nothing waits for it.
inline constexpr std::chrono::milliseconds wayland_patience{10'000};

/// How long an X server may keep the main loop waiting when it is first spoken to.
inline constexpr std::chrono::milliseconds x11_patience{500};

/// Calls `done` once, at once or later; never once `context` is gone. Blocks only for an X server that hangs,
/// a few times `x11_patience` at most.
void probe_idle_sources(QObject& context, const DisplayEnvironment& environment,
                        const std::function<Instant()>& now, IdleSource::Report report,
                        std::function<void(Probed)> done);

/// What there is to say of the display, from the environment: of a service that is its manager's.
[[nodiscard]] Finding display_finding(const DisplayEnvironment& environment);

/// And of who tells whether somebody is at the desk. An empty `source` is none.
[[nodiscard]] Finding presence_finding(const std::string& source, const std::vector<Refused>& refused);

} // namespace limber::idle
