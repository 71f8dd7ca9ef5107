// SPDX-License-Identifier: GPL-3.0-or-later
// Where translators find the sentences of the command line: Cli::tr("…").
#pragma once

#include <QCoreApplication>

namespace limber::cli {

class Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace limber::cli
