// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say of displays and of who tells whether somebody is at the desk.
#pragma once

#include "core/finding.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"

#include <string>
#include <vector>

namespace limber::idle {

/// From the environment: of a service that is its manager's.
[[nodiscard]] Finding display_finding(const DisplayEnvironment& environment);

/// An empty `source` is none.
[[nodiscard]] Finding presence_finding(const std::string& source, const std::vector<Refused>& refused);

} // namespace limber::idle
