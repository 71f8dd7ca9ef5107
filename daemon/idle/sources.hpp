// SPDX-License-Identifier: GPL-3.0-or-later
// Where the idle sources come from; each stands in a file of its own. Those of Wayland: wayland_idle.hpp.
#pragma once

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/x11_connection.hpp"
#include "words/said.hpp"

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class QDBusConnection;
class QObject;

namespace limber::idle {

/// A source, or why there is none: a sentence.
using Source = std::expected<std::unique_ptr<IdleSource>, std::string>;

/// Called once, later, from the main loop.
using SourceFound = std::function<void(Source)>;

/// why_not(N_("the compositor does not offer {}"), name)
template <class... Parts>
[[nodiscard]] std::unexpected<std::string> why_not(fmt::format_string<const Parts&...> sentence,
                                                   const Parts&... parts) {
    return std::unexpected(said(sentence, parts...));
}

inline constexpr auto mutter_name = "mutter";
inline constexpr auto mutter_bus_name = "org.gnome.Mutter.IdleMonitor";

/// Mutter's IdleMonitor on the session bus: GNOME on Wayland and X11. None where nobody owns the name, or its
/// owner does not answer within a second. Never calls `found` once `context` is gone.
void find_mutter_idle(QObject& context, const QDBusConnection& bus, IdleSource::Report report,
                      SourceFound found);

inline constexpr auto xsync_name = "xsync";

/// X11: alarms of the SYNC extension on the server's IDLETIME counter. Sees input only, and all of it. None
/// where the server has no such extension or counter. Waits at most three times `limit`.
[[nodiscard]] Source make_xsync_idle(X11Connection connection, std::chrono::milliseconds limit,
                                     IdleSource::Report report);

inline constexpr auto logind_idle_name = "logind-idle-hint";

/// logind's IdleHint: the coarse last resort on a desktop that offers nothing better. The desktop sets the
/// hint when it blanks the screen, minutes after the last input, and logind tells when it was set. A silence
/// is counted from then on: too short rather than too long. A hint that has never been set since the login
/// (Plasma sets none) would mean somebody is always there; it is refused. So is a terminal's, of whose hint
/// no signal tells. Never calls `found` once `context` is gone.
void find_logind_idle(QObject& context, const QDBusConnection& system_bus, IdleSource::Report report,
                      SourceFound found);

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

/// Without a desktop: a terminal out of which a program reads is one in which somebody types. Watches with
/// inotify who reads; what was typed is never seen. So the moment of input is the moment at which a program
/// takes it: at once in a shell or an editor, with the Enter key where a program reads lines, and not at all
/// while nobody reads (a compilation runs). A program that reads the terminal's own reports (a resized
/// window, a moved mouse) looks like input. None: no such terminal, no inotify, or a kernel that does not
/// tell of terminals.
[[nodiscard]] Source make_terminal_idle(const TerminalPlaces& places, const std::function<Instant()>& now,
                                        IdleSource::Report report);

} // namespace limber::idle
