// SPDX-License-Identifier: GPL-3.0-or-later
// The state in sentences for people, the same in every program: what Limber does, why, and what comes next.
#pragma once

#include "core/note.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "wire.hpp"

#include <QString>

#include <string>

namespace limber::bus {

/// "Working: next Micro-break about 14:20", "Held: microphone in use, 12 min active", "Paused until 15:00".
/// Names times of day, not time left, so that it stays true until something changes. Translated.
[[nodiscard]] QString status_sentence(const StatusReport& report);

/// Why nothing is suggested now and what has to happen first: "Long break is due since 10:00. Held:
/// microphone in use since 09:20.", "Micro-break is due about 14:20, if you work on." Names times of day, not
/// time left, so that it stays true until something changes. Translated.
[[nodiscard]] QString present_sentence(const StatusReport& report);

/// What a due break waits for, to be read on: "snoozed until 10:15". `until` is a time of day.
[[nodiscard]] QString waiting_text(WaitCause cause, const QString& until);

/// What others say of the person, although somebody types here. Without a full stop.
[[nodiscard]] QString contradiction_text(Absence said);

/// "10:10", or "10:10:50" where it is not a whole minute: local time of an instant near the stamp, to the
/// nearest second.
[[nodiscard]] QString exact_clock_text(const Stamp& known, Instant at);

/// "14:20", local time of day; with seconds for what is less than a minute ahead.
[[nodiscard]] QString clock_text(const StatusReport& report, Instant at);

/// "12 min", "20 s".
[[nodiscard]] QString left_text(Duration left);

/// A hold's name in words: "microphone in use".
[[nodiscard]] QString hold_text(const std::string& hold);

/// What a finding is about, by its id: "Presence". An id that is not known stays what it is.
[[nodiscard]] QString subject_of(const std::string& finding);

} // namespace limber::bus
