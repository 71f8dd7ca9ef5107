// SPDX-License-Identifier: GPL-3.0-or-later
// logind's IdleHint: the coarse last resort on a desktop that offers nothing better.
#pragma once

#include "idle/idle_source.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <string>

class QDBusConnection;
class QObject;

namespace limber::idle {

inline constexpr auto logind_idle_name = "logind-idle-hint";

using LogindIdleFound = std::function<void(std::expected<std::unique_ptr<IdleSource>, std::string>)>;

/// The desktop sets the hint when it blanks the screen, minutes after the last input, and logind tells when
/// it was set. A silence is counted from then on: too short rather than too long. A hint that has never been
/// set since the login (Plasma sets none) would mean somebody is always there; it is refused. So is a
/// terminal's, of whose hint no signal tells. Calls `found` once, later; never once `context` is gone.
void find_logind_idle(QObject& context, const QDBusConnection& system_bus, IdleSource::Report report,
                      LogindIdleFound found);

} // namespace limber::idle
