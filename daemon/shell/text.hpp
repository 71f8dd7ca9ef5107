// SPDX-License-Identifier: GPL-3.0-or-later
// Where translators find the daemon's sentences: the context "limberd".
#pragma once

#include <QCoreApplication>
#include <QString>

namespace limber {

[[nodiscard]] inline QString tr(const char* source) {
    return QCoreApplication::translate("limberd", source);
}

} // namespace limber
