// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's menu as a value, and what is seen before it, made from what the daemon says: the same for every
// kind of tray.
#pragma once

#include "bus/daemon_link.hpp"
#include "bus/wire.hpp"
#include "core/time.hpp"
#include "icons/look.hpp"
#include "settings/problem.hpp"
#include "words/text.hpp"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace limber::tray {

using bus::Daemon;

/// One line of at most `most` characters, without control characters: what files and other versions of the
/// daemon say is shown, but must not break the menu.
[[nodiscard]] QString one_line(const QString& text, qsizetype most = 120);

/// A title inside a sentence: "Micro-break" → "micro-break", but "UFO" and "I" stay.
[[nodiscard]] QString inside_sentence(const QString& title);

/// A method of the daemon.
struct Call {
    QString method;
    QVariantList arguments;

    bool operator==(const Call&) const = default;
};

/// A guided break of this rule, or of this exercise; the window may take the focus.
struct StartBreak {
    QString rule;
    QString exercise;

    bool operator==(const StartBreak&) const = default;
};

enum class Errand { show_window, open_configuration, start_daemon, quit };

/// What a click does; nothing for a line that only tells something.
using Action = std::variant<std::monostate, Call, StartBreak, Errand>;

struct Item {
    QString key; ///< what it is, the same in every menu that has it: "start/micro"
    QString label;
    bool enabled = true;
    bool separator = false;
    Action action;
    std::vector<Item> children;

    bool operator==(const Item&) const = default;
};

using Menu = std::vector<Item>;

/// An entry that does something.
[[nodiscard]] Item item(const QString& key, const QString& label, Action action);

/// One that only tells something.
[[nodiscard]] Item line(const QString& key, const QString& label);

/// One of the daemon's exercises.
struct ExerciseChoice {
    QString id;
    QString title;
    QString area;
    bool allowed = true;

    bool operator==(const ExerciseChoice&) const = default;
};

/// Everything that menu, tooltip and icon are made from.
struct View {
    Daemon daemon = Daemon::unknown;
    std::optional<bus::StatusReport> report; ///< set while it runs
    std::vector<settings::Problem> problems;
    std::vector<ExerciseChoice> exercises;
    QString trouble; ///< why the last click had no effect
    Instant now{};
};

/// Minutes left are those at `view.now`.
[[nodiscard]] Menu menu_of(const View& view);

// icon.cpp: what is seen before the menu.
[[nodiscard]] Icon icon_of(const View& view);

/// State, cause and the next event as a time of day, so that it stays true until something changes. Plain,
/// one to three lines.
[[nodiscard]] QString tooltip_of(const View& view);

/// The entry with this key, anywhere in the menu.
[[nodiscard]] const Item* find_item(const Menu& menu, const QString& key);

/// From the answer of the daemon's method Exercises; nonsense is left out.
[[nodiscard]] std::vector<ExerciseChoice> exercises_from_wire(const QVariantList& values);

/// "Unknown key", and where: "limber.toml, line 3".
[[nodiscard]] QString problem_text(const std::vector<settings::Problem>& problems);

} // namespace limber::tray
