// SPDX-License-Identifier: GPL-3.0-or-later
// A Qt event loop for tests that need one: runs until something is true, at most two seconds.
#pragma once

#include <functional>

namespace limber::test {

/// One application per test program.
void need_application();

/// Whether it came true.
[[nodiscard]] bool wait_until(const std::function<bool()>& condition);

/// Lets everything that is ready happen, without waiting.
void run_ready();

} // namespace limber::test
