// SPDX-License-Identifier: GPL-3.0-or-later
// Why nothing is suggested now and what has to happen first: the same words in `limber status`, `limber why`
// and the tray.
#pragma once

#include "core/note.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "wire.hpp"

#include <QString>

namespace limber::bus {

/// "Long break is due since 10:00. Held: microphone in use since 09:20.", "Micro-break is due about 14:20, if
/// you work on." Names times of day, not time left, so that it stays true until something changes.
/// Translated.
[[nodiscard]] QString present_sentence(const StatusReport& report);

/// What a due break waits for, to be read on: "snoozed until 10:15". `until` is a time of day.
[[nodiscard]] QString waiting_text(WaitCause cause, const QString& until);

/// What others say of the person, although somebody types here. Without a full stop.
[[nodiscard]] QString contradiction_text(Absence said);

/// "10:10", or "10:10:50" where it is not a whole minute: local time of an instant near the stamp, to the
/// nearest second.
[[nodiscard]] QString exact_clock_text(const Stamp& known, Instant at);

} // namespace limber::bus
