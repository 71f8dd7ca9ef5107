// SPDX-License-Identifier: GPL-3.0-or-later
// The language that a program speaks.
#pragma once

#include <string>
#include <vector>

namespace limber {

/// From here on texts are in the first of these languages that there is a catalogue for: it is returned.
/// Without one they are English: "en". Before there are threads, and after whatever else calls setlocale().
std::string speak(const std::vector<std::string>& languages);

/// The same for the languages of the environment.
std::string speak_persons_language();

} // namespace limber
