// SPDX-License-Identifier: GPL-3.0-or-later
// What a limberd would find here, for `limber doctor` where none runs.
#pragma once

namespace limber::shell {

/// Starts what a running limberd listens to, for a moment, prints the findings as JSON and says how to end.
/// Starts no service, writes nothing.
[[nodiscard]] int examine(int argc, char** argv);

} // namespace limber::shell
