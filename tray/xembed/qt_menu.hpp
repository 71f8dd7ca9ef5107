// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's menu as a menu of Qt.
#pragma once

#include "menu/menu.hpp"

#include <QMenu>
#include <QString>

#include <functional>

namespace limber::tray {

/// Replaces what `shown` has by the entries of `menu`. `click` gets the key of what is chosen.
void fill(QMenu& shown, const Menu& menu, const std::function<void(const QString& key)>& click);

} // namespace limber::tray
