// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told without being asked.
#pragma once

class QWidget;

namespace limber {

/// Has screen readers say the label's accessible name, politely: after what they are saying, and without
/// moving the focus. Nothing happens where nobody listens.
void announce_to_readers(QWidget* label);

} // namespace limber
