// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of entries between two lines of the menu, each made from a report as of now.
#pragma once

#include "bus/wire.hpp"
#include "menu.hpp"

#include <QLatin1String>
#include <QString>

#include <utility>
#include <vector>

namespace limber::tray {

[[nodiscard]] inline Item item(const QString& key, const QString& label, Action action) {
    return {.key = key, .label = label, .action = std::move(action), .children = {}};
}

[[nodiscard]] inline Item item(const char* key, const QString& label, Action action) {
    return item(QString{QLatin1String{key}}, label, std::move(action));
}

/// One that only tells something.
[[nodiscard]] inline Item line(const QString& key, const QString& label) {
    return {.key = key, .label = label, .enabled = false, .action = {}, .children = {}};
}

[[nodiscard]] inline Item line(const char* key, const QString& label) {
    return line(QString{QLatin1String{key}}, label);
}

/// What is going on, and the next breaks.
[[nodiscard]] Menu state_part(const bus::StatusReport& report);

/// The guided break that runs.
[[nodiscard]] Menu session_part(const bus::StatusReport& report);

/// Answers to the prompt on the screen.
[[nodiscard]] Menu prompt_part(const bus::StatusReport& report);

/// Breaks and exercises that can be started while no break runs.
[[nodiscard]] Menu start_part(const bus::StatusReport& report, const std::vector<ExerciseChoice>& exercises);

[[nodiscard]] Menu pause_part(const bus::StatusReport& report);

} // namespace limber::tray
