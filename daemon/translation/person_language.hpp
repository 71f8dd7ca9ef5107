// SPDX-License-Identifier: GPL-3.0-or-later
// The language the program speaks.
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace limber::translation {

/// From here on tr() speaks the first of these languages that there is a catalogue for: it is returned.
/// Without one it is English: "en". For the thread of the application object, which must exist.
QString speak(const std::vector<std::string>& languages);

/// The same for the languages of the environment.
QString speak_persons_language();

} // namespace limber::translation
