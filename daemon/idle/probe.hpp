// SPDX-License-Identifier: GPL-3.0-or-later
// Tries the idle sources in order: ext-idle-notify-v1, kwin-idle, mutter, xsync.
#pragma once

#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/idle_source.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class QObject;

namespace limber {

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
};

/// How long a display server may keep the main loop waiting when it is first spoken to.
inline constexpr std::chrono::milliseconds display_patience{500};

/// Calls `done` once; never once `context` is gone. May block for a few times `display_patience` when a
/// display server hangs, otherwise not at all.
void probe_idle_sources(QObject& context, const DisplayEnvironment& environment,
                        const std::function<Instant()>& now, IdleSource::Report report,
                        std::function<void(Probed)> done);

} // namespace limber
