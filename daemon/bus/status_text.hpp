// SPDX-License-Identifier: GPL-3.0-or-later
// The state in one sentence for people: what Limber does, why, and what comes next.
#pragma once

#include "core/time.hpp"
#include "wire.hpp"

#include <QString>

#include <string>

namespace limber::bus {

/// "Working: next Micro-break about 14:20", "Held: microphone in use, 12 min active", "Paused until 15:00".
/// Names times of day, not time left, so that it stays true until something changes. Translated.
[[nodiscard]] QString status_sentence(const StatusReport& report);

/// "14:20", local time of day; with seconds for what is less than a minute ahead.
[[nodiscard]] QString clock_text(const StatusReport& report, Instant at);

/// "12 min", "20 s".
[[nodiscard]] QString left_text(Duration left);

/// A hold's name in words: "microphone in use".
[[nodiscard]] QString hold_text(const std::string& hold);

/// What a finding is about, by its id: "Presence". An id that is not known stays what it is.
[[nodiscard]] QString subject_of(const std::string& finding);

} // namespace limber::bus
