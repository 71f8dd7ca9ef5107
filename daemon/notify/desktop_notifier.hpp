// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier for desktops: limber-notify, one process for each notification.
#pragma once

#include "notify/notifier.hpp"

#include <QString>

#include <chrono>
#include <memory>

namespace limber::notify {

/// How long limber-notify may take to say that a view is shown; its own patience with the server is shorter.
constexpr std::chrono::milliseconds program_patience{5'000};

/// `program`: the path of limber-notify. `reply` is called from the event loop, which needs no thread and no
/// GLib of ours. What is still shown at the end is withdrawn, within 200 ms. One that says nonsense, too
/// much or nothing, or ends by itself, is a reply of the kind `failed`.
[[nodiscard]] std::unique_ptr<Notifier> desktop_notifier(Notifier::Reply reply, const QString& program);

} // namespace limber::notify
