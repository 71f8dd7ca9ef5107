// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told without being asked.
#pragma once

#include <functional>

class QWidget;

namespace limber::window {

/// Has screen readers say the label's accessible name, without moving the focus: politely, after what they
/// are saying, if they know announcements, and as a notification if they know only those. `unheard` is
/// called, now or soon, where none listens; not after the label is gone.
void announce_to_readers(QWidget* label, std::function<void()> unheard);

} // namespace limber::window
