// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say of settings, history and window, and all that was found at the start in five lines.
#pragma once

#include "bus/wire.hpp"
#include "core/finding.hpp"
#include "history/history.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace limber::shell {

/// Of the settings in force and the exercises in them, with what is wrong in the files.
[[nodiscard]] std::vector<Finding> settings_findings(const settings::Loaded& loaded,
                                                     const std::vector<settings::Problem>& problems);

[[nodiscard]] Finding history_finding(const std::filesystem::path& file,
                                      const std::vector<history::HistoryProblem>& problems);

/// Display, presence, notifications, settings, first break.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Finding>& findings,
                                                const bus::StatusReport& report);

} // namespace limber::shell
