// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of the tray before its menu: the icon (a look for the state, and for some of them how far
// the interval has gone), and what is shown when the pointer rests on it.
#pragma once

#include "icons/look.hpp"
#include "menu/menu.hpp"

#include <QString>

namespace limber::tray {

[[nodiscard]] Icon icon_of(const View& view);

/// State, cause and the next event as a time of day, so that it stays true until something changes.
struct Tooltip {
    QString title;
    QString text; ///< plain, one to three lines

    bool operator==(const Tooltip&) const = default;
};

[[nodiscard]] Tooltip tooltip_of(const View& view);

} // namespace limber::tray
