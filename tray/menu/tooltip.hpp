// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown when the pointer rests on the icon: state, cause and the next event as a time of day, so that
// it stays true until something changes.
#pragma once

#include "menu.hpp"

#include <QString>

namespace limber::tray {

struct Tooltip {
    QString title;
    QString text; ///< plain, one to three lines

    bool operator==(const Tooltip&) const = default;
};

[[nodiscard]] Tooltip tooltip_of(const View& view);

} // namespace limber::tray
