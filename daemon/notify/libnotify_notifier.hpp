// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier for desktops: whatever notification server runs there, through libnotify.
#pragma once

#include "notify/notifier.hpp"

#include <memory>

namespace limber {

/// `reply` is called from the event loop of the calling thread, which needs one. Thread and library start
/// with the first show(). What is still shown at the end is withdrawn; a server that hangs delays the end by
/// at most 200 ms.
[[nodiscard]] std::unique_ptr<Notifier> libnotify_notifier(Notifier::Reply reply);

} // namespace limber
