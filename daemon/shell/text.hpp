// SPDX-License-Identifier: GPL-3.0-or-later
// Where translators find the daemon's sentences: Limberd::tr("…").
#pragma once

#include <QCoreApplication>

namespace limber::shell {

class Limberd {
    Q_DECLARE_TR_FUNCTIONS(Limberd)
};

} // namespace limber::shell
