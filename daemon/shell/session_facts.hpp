// SPDX-License-Identifier: GPL-3.0-or-later
// One question to logind at the start: since when is the person logged in, and is the session locked?
#pragma once

#include "restart.hpp"

namespace limber::shell {

/// At most half a second; without logind nothing is known.
[[nodiscard]] SessionFacts ask_session_facts();

} // namespace limber::shell
