// SPDX-License-Identifier: GPL-3.0-or-later
// The log: standard error, with the journal's priorities under systemd.
#pragma once

#include "settings/settings.hpp"

#include <functional>
#include <string_view>

namespace limber::shell::log {

/// Before anything else. Takes over Qt's messages too. Nothing is written to disk from here, and nothing
/// waits to be flushed.
void start();
void set_level(settings::LogLevel level);

/// `call` comes before each line that is written, on the main thread: to make room on a terminal.
void before_lines(std::function<void()> call);

void error(std::string_view message);
void warning(std::string_view message);
void info(std::string_view message);
void debug(std::string_view message);

} // namespace limber::shell::log
