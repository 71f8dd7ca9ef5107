// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier for desktops: whatever notification server runs there, through libnotify.
#pragma once

#include "notify/notifier.hpp"

#include <filesystem>
#include <memory>

namespace limber::notify {

/// `reply` is called from the event loop of the calling thread, which needs one. Thread and library start
/// with the first show(). What is still shown at the end is withdrawn; a server that hangs delays the end by
/// at most 200 ms.
///
/// `note_file`, if it has a name, holds what is shown at present. Where a daemon that was killed has left
/// one, the thread starts at once and takes from the screen what it names, if the same server shows it still.
[[nodiscard]] std::unique_ptr<Notifier> libnotify_notifier(Notifier::Reply reply,
                                                           std::filesystem::path note_file = {});

} // namespace limber::notify
