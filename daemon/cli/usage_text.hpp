// SPDX-License-Identifier: GPL-3.0-or-later
// What the parser of the command line says, in the person's language.
#pragma once

#include <QString>

namespace CLI {
class App;
}

namespace limber::cli {

/// The parser has English sentences only, with their parts filled in. One that is not known stays as it is.
[[nodiscard]] QString usage_sentence(const QString& english);

/// From here on `limber` complains, and heads its help, in the person's language.
void speak_of_usage(CLI::App& limber);

} // namespace limber::cli
