// SPDX-License-Identifier: GPL-3.0-or-later
// Without a desktop: a terminal out of which a program reads is one in which somebody types.
#pragma once

#include "core/time.hpp"
#include "idle/idle_source.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace limber::idle {

inline constexpr auto terminal_idle_name = "terminal";

/// Which terminals belong to the person.
struct TerminalPlaces {
    /// All terminals of this user in these folders, those that come later as well.
    std::vector<std::string> folders;
    /// One by its name, whoever owns it. Without `folders` the source is lost when it goes.
    std::string terminal;
};

/// LIMBER_TTY, if it names a terminal; else every terminal of this user (/dev/pts and the consoles), provided
/// that this process was started on one. The error is a sentence.
[[nodiscard]] std::expected<TerminalPlaces, std::string> terminal_places();

/// Watches with inotify who reads; what was typed is never seen. So the moment of input is the moment at
/// which a program takes it: at once in a shell or an editor, with the Enter key where a program reads lines,
/// and not at all while nobody reads (a compilation runs). A program that reads the terminal's own reports (a
/// resized window, a moved mouse) looks like input. The error, a sentence: no such terminal, no inotify, or a
/// kernel that does not tell of terminals.
[[nodiscard]] std::expected<std::unique_ptr<IdleSource>, std::string>
make_terminal_idle(const TerminalPlaces& places, const std::function<Instant()>& now,
                   IdleSource::Report report);

} // namespace limber::idle
