// SPDX-License-Identifier: GPL-3.0-or-later
// Which icon is shown: a look for the state, and for some of them how far the interval has gone.
#pragma once

#include "icons/look.hpp"
#include "menu.hpp"

namespace limber::tray {

[[nodiscard]] Icon icon_of(const View& view);

} // namespace limber::tray
