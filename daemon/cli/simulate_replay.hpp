// SPDX-License-Identifier: GPL-3.0-or-later
// limber simulate --replay: does a journal happen again?
#pragma once

#include "command.hpp"

#include <string>

namespace limber::cli {

/// A journal, the folder it lies in, or "-"; both of its files if the older one lies beside it. Says what is
/// the same, or which line is the first that is not.
[[nodiscard]] Exit replay_journal(const std::string& path);

} // namespace limber::cli
