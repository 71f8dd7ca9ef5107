// SPDX-License-Identifier: GPL-3.0-or-later
// What is framed on a terminal: a suggested break, a step of one that runs. A drawing is lines and nothing
// else.
#pragma once

#include "terminal/columns.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace limber::terminal {

struct Card {
    /// How far something that takes `length` has come.
    struct Course {
        std::chrono::milliseconds length{};
        std::chrono::milliseconds left{};
        bool paused = false;

        bool operator==(const Course&) const = default;
    };

    struct Key {
        QString key; ///< "s", "space"
        QString label;
    };

    QString title;
    QString corner;   ///< upper right, beside the title
    QStringList text; ///< paragraphs: what to do
    std::optional<Course> course;
    QString next;      ///< what comes after this; one line
    QStringList notes; ///< paragraphs: what to heed
    std::vector<Key> keys;
    QString footer; ///< lower right
};

/// Lines that are all equally wide, at most `pen.columns` − 1 and 72, so that nothing wraps by itself. A
/// second of the course changes only the line of its bar.
[[nodiscard]] QStringList drawn(const Card& card, const Pen& pen);

/// The seconds shown for `left`: 0 only when nothing is left.
[[nodiscard]] int seconds_shown(std::chrono::milliseconds left);

/// "12 s", "1:05 min".
[[nodiscard]] QString countdown(std::chrono::milliseconds left);

/// How long until the countdown shows another second; nothing while paused or at the end.
[[nodiscard]] std::optional<std::chrono::milliseconds> until_change(const Card::Course& course);

} // namespace limber::terminal
